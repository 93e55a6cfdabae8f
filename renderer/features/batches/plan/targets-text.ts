import type { BatchPlan } from '@shared/features/batches'
import type { TFunction } from 'i18next'
import type { Format } from '../../../lib/format'

/** What would be worked on: "12 orders", "3 bookings", "15 orders and bookings". */
export function targetsText(
  { toSend = 0, bookings = 0, payments = 0 }: Pick<BatchPlan, 'toSend' | 'bookings' | 'payments'>,
  t: TFunction<'batches'>,
  format: Format,
): string {
  const words = { count: toSend, number: format.count(toSend) }
  if (payments > 0) return t(payments === toSend ? 'targets.payments' : 'targets.ordersAndPayments', words)
  if (bookings === 0) return t('targets.orders', words)
  return t(bookings === toSend ? 'targets.bookings' : 'targets.both', words)
}
