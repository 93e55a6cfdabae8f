import { Button, Tooltip } from '@mantine/core'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutTable, useShortcut } from '../../../lib/shortcuts'
import { Kbd } from '../../../ui/kbd'
import { AmendDialog } from '../../amendments'
import { CancelDialog } from '../../cancellations'
import { EditContactDialog } from '../../contacts'
import { cancelObstacle } from './cancel-obstacle'
import { useBegin } from './use-begin'
import type { OrderOnPage } from './use-order'

interface AmendActionProps {
  readonly profile: ProfileId
  readonly reference: string
  readonly page: OrderOnPage
}

/** `Amend…` and adding a note, or why nothing can be amended (rules.md #161). */
export function AmendAction({ profile, reference, page }: AmendActionProps) {
  const { t } = useTranslation('amendments')
  const [open, setOpen] = useState<'fields' | 'note' | 'cancel' | { readonly contact: ContactUid }>()
  const cancelling = cancelObstacle(page.facts.status, page.bookings)
  const isCancelled = cancelling === 'ALREADY_CANCELLED'
  const close = () => setOpen(undefined)
  const amend = () => setOpen('fields')
  const free = !isCancelled && open === undefined
  useShortcut('amendOrder', amend, { enabled: free })
  useBegin('amend', amend, free)
  useShortcut('addNote', () => setOpen('note'), { enabled: free })
  const button = (
    <Button
      variant="default"
      onClick={isCancelled ? undefined : amend}
      // Still focusable, so that the reason can be read by everybody.
      {...(isCancelled && { 'data-disabled': true })}
      aria-disabled={isCancelled}
      aria-keyshortcuts={shortcutTable.amendOrder.keys}
      rightSection={<Kbd keys={shortcutTable.amendOrder.keys} decorative />}
    >
      {t('amend.open')}
    </Button>
  )
  return (
    <>
      {isCancelled ? <Tooltip label={t('amend.cannot.ORDER_CANCELLED')}>{button}</Tooltip> : button}
      {open === 'fields' || open === 'note' ? (
        <AmendDialog
          profile={profile}
          reference={reference}
          begin={open}
          onCancelInstead={cancelling === undefined ? () => setOpen('cancel') : undefined}
          onEditContact={(contact) => setOpen({ contact })}
          onClose={close}
        />
      ) : null}
      {typeof open === 'object' ? (
        <EditContactDialog profile={profile} reference={reference} contact={open.contact} onClose={close} />
      ) : null}
      {open === 'cancel' ? (
        <CancelDialog profile={profile} reference={reference} order={page.order} onClose={close} />
      ) : null}
    </>
  )
}
