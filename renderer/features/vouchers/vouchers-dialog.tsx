import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { VoucherRow } from './voucher-row'
import classes from './vouchers.module.css'

/** What the dialog needs to know of a booking. */
export interface VoucherBooking {
  readonly reference: string
  readonly title: string | undefined
  /** `booking_voucher_released`; `undefined` when the API does not say. */
  readonly released: boolean | undefined
}

interface VouchersDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly bookings: readonly VoucherBooking[]
  /** Forces the release of a booking's voucher, or of all; absent where the profile can only read. */
  readonly onRelease: ((booking: string | undefined) => void) | undefined
  /** What more can be done with the vouchers, below the list. */
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** The vouchers of an order, all together and booking by booking: to open, to save, to print, or as a link. */
export function VouchersDialog({
  profile,
  reference,
  bookings,
  onRelease,
  children,
  onClose,
}: VouchersDialogProps) {
  const { t } = useTranslation('vouchers')
  const [error, setError] = useState<unknown>()
  const anyReleased = bookings.some(({ released }) => released !== false)
  return (
    <Dialog
      onClose={onClose}
      title={t('title', { order: reference })}
      size={780}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {error ? <ErrorNotice error={error} /> : null}
      {bookings.length === 0 ? (
        <p className={classes.quiet}>{t('none')}</p>
      ) : (
        <ul className={classes.rows}>
          <VoucherRow
            target={{ profile, order: reference }}
            name={t('all')}
            released={anyReleased ? undefined : false}
            onError={setError}
            onRelease={onRelease && (() => onRelease(undefined))}
            autoFocus
          />
          {bookings.length > 1
            ? bookings.map(({ reference: booking, title, released }) => (
                <VoucherRow
                  key={booking}
                  target={{ profile, order: reference, booking }}
                  name={title ?? t('booking', { reference: booking })}
                  detail={booking}
                  released={released}
                  onError={setError}
                  onRelease={onRelease && (() => onRelease(booking))}
                />
              ))
            : null}
        </ul>
      )}
      <p className={classes.quiet}>{t('linkWarning')}</p>
      {children ? <div className={classes.more}>{children}</div> : null}
    </Dialog>
  )
}
