import { Button } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutTable, useShortcut } from '../../../lib/shortcuts'
import { Kbd } from '../../../ui/kbd'
import { type VoucherBooking, VouchersDialog } from '../../vouchers'
import type { OrderOnPage } from './use-order'

interface VouchersActionProps {
  readonly profile: ProfileId
  readonly reference: string
  readonly page: OrderOnPage
}

/** `Vouchers`: to open, to save, or as a link. */
export function VouchersAction({ profile, reference, page }: VouchersActionProps) {
  const { t } = useTranslation('order')
  const [open, setOpen] = useState(false)
  const show = () => setOpen(true)
  useShortcut('showVouchers', show, { enabled: !open })
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
      {open ? (
        <VouchersDialog
          profile={profile}
          reference={reference}
          bookings={page.bookings.flatMap(voucherBookings)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
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
