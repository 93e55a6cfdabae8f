import { Button, Tooltip } from '@mantine/core'
import { type TicketsObstacle, ticketsObstacle } from '@shared/features/amendments'
import type { ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutTable, useShortcut } from '../../../lib/shortcuts'
import { Kbd } from '../../../ui/kbd'
import { SendTicketsDialog } from '../../amendments'
import { ReleaseDialog, type VoucherBooking, VouchersDialog } from '../../vouchers'
import type { OrderOnPage } from './use-order'

interface VouchersActionProps {
  readonly profile: ProfileId
  /** False where the profile can only read: sending is absent then. */
  readonly mayChange: boolean
  readonly reference: string
  readonly page: OrderOnPage
}

/** `Vouchers`: to open, to save, to print, as a link, or sent again. */
export function VouchersAction({ profile, mayChange, reference, page }: VouchersActionProps) {
  const { t } = useTranslation('order')
  const [open, setOpen] = useState<'vouchers' | 'send' | { readonly release: string | undefined }>()
  const obstacle = ticketsObstacle(page.order)
  const offersSending = mayChange && obstacle !== 'ORDER_CANCELLED'
  const close = () => setOpen(undefined)
  const show = () => setOpen('vouchers')
  const beginSending = () => setOpen('send')
  useShortcut('showVouchers', show, { enabled: !open })
  useShortcut('sendTickets', beginSending, { enabled: offersSending && obstacle === undefined && !open })
  return (
    <>
      <Button
        variant="default"
        onClick={show}
        aria-keyshortcuts={shortcutTable.showVouchers.keys}
        rightSection={<Kbd keys={shortcutTable.showVouchers.keys} decorative />}
      >
        {t('actions.vouchers')}
      </Button>
      {open === 'vouchers' ? (
        <VouchersDialog
          profile={profile}
          reference={reference}
          bookings={page.bookings.flatMap(voucherBookings)}
          onRelease={mayChange ? (booking) => setOpen({ release: booking }) : undefined}
          onClose={close}
        >
          {offersSending ? <SendTicketsButton obstacle={obstacle} onClick={beginSending} /> : null}
        </VouchersDialog>
      ) : null}
      {typeof open === 'object' ? (
        <ReleaseDialog profile={profile} reference={reference} booking={open.release} onClose={close} />
      ) : null}
      {open === 'send' ? <SendTicketsDialog profile={profile} reference={reference} onClose={close} /> : null}
    </>
  )
}

interface SendTicketsButtonProps {
  readonly obstacle: TicketsObstacle | undefined
  readonly onClick: () => void
}

/** `Send tickets again…`, or why there is nothing to send. */
function SendTicketsButton({ obstacle, onClick }: SendTicketsButtonProps) {
  const { t } = useTranslation('amendments')
  const button = (
    <Button
      variant="default"
      onClick={obstacle ? undefined : onClick}
      // Still focusable, so that the reason can be read by everybody.
      {...(obstacle && { 'data-disabled': true })}
      aria-disabled={obstacle !== undefined}
      aria-keyshortcuts={shortcutTable.sendTickets.keys}
    >
      {t('sendTickets.open')}
    </Button>
  )
  return obstacle ? <Tooltip label={t(`sendTickets.obstacle.${obstacle}`)}>{button}</Tooltip> : button
}

/** A booking and its add-ons; without a reference there is nothing to ask a voucher by. */
function voucherBookings({
  reference,
  title,
  voucherReleased,
  role,
  parts,
}: OrderOnPage['bookings'][number]): VoucherBooking[] {
  const own =
    reference !== undefined && (role === 'main' || role === 'addOn')
      ? [{ reference, title, released: voucherReleased }]
      : []
  return [...own, ...parts.filter((part) => part.otherOrder === undefined).flatMap(voucherBookings)]
}
