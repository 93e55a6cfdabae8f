import { cancellationTerms } from '@shared/features/cancellations'
import { type OrderBooking, statusMeaning } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { Fact, Facts, Notes, RecordedTime, useWords } from '../../../order-words'
import { ApiLink } from '../links'
import { BookingTerms } from '../overview/cancellation-terms'
import classes from './bookings.module.css'

/** References, moments and remarks of one booking. */
export function BookingDetails({ booking, readAt }: { booking: OrderBooking; readAt: number }) {
  const { t } = useTranslation('order')
  const { field, word } = useWords()
  const { travel, pickup } = booking
  const stands = booking.role === 'main' && statusMeaning(booking.status) !== 'cancelled'
  return (
    <>
      <Facts>
        <Fact label={field('booking_reference')} value={booking.reference} mono />
        <Fact label={field('booking_external_reference')} value={booking.externalReference} mono />
        <Fact label={field('booking_supplier_reference')} value={booking.supplierReference} mono />
        <Fact label={field('booking_order_reference')} value={booking.otherOrder} mono />
        <Fact label={field('product_code')} value={booking.code} mono />
        <Fact label={field('product_code_format')} value={booking.codeFormat} />
        <Fact label={field('product_id')} value={booking.productId} mono />
        <Fact label={field('product_availability_id')} value={travel.slotId} mono />
        <Fact label={field('product_admission_type')} value={booking.admissionType}>
          {booking.admissionType && word('admission', booking.admissionType)}
        </Fact>
        <Fact label={field('booking_language')} value={booking.language} />
        <Fact label={t('bookings.pickup')} value={pickup?.name ?? pickup?.time}>
          {pickup?.name && pickup.time
            ? t('bookings.pickupAt', { name: pickup.name, time: pickup.time })
            : undefined}
        </Fact>
        <Fact label={field('pickup_point_description')} value={pickup?.description} />
        <Moment name="booking_created" at={booking.created} />
        <Moment name="booking_confirmed" at={booking.confirmed} />
        <Moment name="booking_valid_until" at={travel.validUntil} />
        <Moment name="booking_cancelled" at={booking.cancelled} />
        <Fact label={field('booking_cancellation_reason')} value={booking.cancellationReason} />
        <Fact label={field('booking_version')} value={booking.version} />
        <Fact
          label={field('booking_voucher_released')}
          value={booking.voucherReleased === undefined ? undefined : String(booking.voucherReleased)}
        >
          {t(booking.voucherReleased ? 'bookings.voucher.released' : 'bookings.voucher.pending')}
        </Fact>
        <Fact label={field('product_entry_notes')} value={booking.entryNotes} />
      </Facts>
      {stands ? (
        <div className={classes.terms}>
          <BookingTerms terms={cancellationTerms(booking.source)} currency={booking.currency} now={readAt} />
        </div>
      ) : null}
      {booking.notes.length > 0 ? <Notes notes={booking.notes} /> : null}
      <ApiLink label={field('booking_customer_url')} url={booking.customerUrl} />
      <ApiLink label={field('booking_voucher_url')} url={booking.voucherUrl} />
    </>
  )
}

function Moment({ name, at }: { name: string; at: string | undefined }) {
  const { field } = useWords()
  return (
    <Fact label={field(name)} value={at}>
      <RecordedTime at={at} />
    </Fact>
  )
}
