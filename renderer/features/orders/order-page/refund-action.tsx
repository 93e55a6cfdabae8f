import { Button, Tooltip } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutTable, useShortcut } from '../../../lib/shortcuts'
import { Kbd } from '../../../ui/kbd'
import { RefundDialog } from '../../refunds'
import { refundObstacle } from './refund-obstacle'
import { useBegin } from './use-begin'
import type { OrderOnPage } from './use-order'

interface RefundActionProps {
  readonly profile: ProfileId
  readonly reference: string
  readonly page: OrderOnPage
}

/** `Refund…`: giving a payment back without cancelling anything, or why there is none to give back. */
export function RefundAction({ profile, reference, page }: RefundActionProps) {
  const { t } = useTranslation('refunds')
  const [open, setOpen] = useState(false)
  const obstacle = refundObstacle(page.order)
  const begin = () => setOpen(true)
  useShortcut('refundOrder', begin, { enabled: obstacle === undefined && !open })
  useBegin('refund', begin, obstacle === undefined && !open)
  const button = (
    <Button
      variant="default"
      onClick={obstacle ? undefined : begin}
      // Still focusable, so that the reason can be read by everybody.
      {...(obstacle && { 'data-disabled': true })}
      aria-disabled={obstacle !== undefined}
      aria-keyshortcuts={shortcutTable.refundOrder.keys}
      rightSection={<Kbd keys={shortcutTable.refundOrder.keys} decorative />}
    >
      {t('open')}
    </Button>
  )
  return (
    <>
      {obstacle ? <Tooltip label={t(`cannot.${obstacle}`)}>{button}</Tooltip> : button}
      {open ? <RefundDialog profile={profile} reference={reference} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
