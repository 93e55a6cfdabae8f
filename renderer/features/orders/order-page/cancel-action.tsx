import { Button, Tooltip } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutTable, useShortcut } from '../../../lib/shortcuts'
import { Kbd } from '../../../ui/kbd'
import { CancelDialog } from '../../cancellations'
import { cancelObstacle } from './cancel-obstacle'
import { useBegin } from './use-begin'
import type { OrderOnPage } from './use-order'

interface CancelActionProps {
  readonly profile: ProfileId
  readonly reference: string
  readonly page: OrderOnPage
}

/** `Cancel…`, or why there is nothing to cancel. */
export function CancelAction({ profile, reference, page }: CancelActionProps) {
  const { t } = useTranslation(['cancellations', 'order'])
  const [open, setOpen] = useState(false)
  const obstacle = cancelObstacle(page.facts.status, page.bookings)
  const begin = () => setOpen(true)
  useShortcut('cancelOrder', begin, { enabled: obstacle === undefined && !open })
  useBegin('cancel', begin, obstacle === undefined && !open)
  const button = (
    <Button
      variant="default"
      onClick={begin}
      // Still focusable, so that the reason can be read by everybody.
      {...(obstacle && { 'data-disabled': true })}
      aria-disabled={obstacle !== undefined}
      aria-keyshortcuts={shortcutTable.cancelOrder.keys}
      rightSection={<Kbd keys={shortcutTable.cancelOrder.keys} decorative />}
    >
      {t('cancellations:open')}
    </Button>
  )
  return (
    <>
      {obstacle ? <Tooltip label={t(`order:cannotCancel.${obstacle}`)}>{button}</Tooltip> : button}
      {open ? (
        <CancelDialog
          profile={profile}
          reference={reference}
          order={page.order}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
