import type { OrderBooking } from '@shared/features/orders'

/** The bookings that hold a text in any of their values, codes and names of their parts included. */
export function findBookings(bookings: readonly OrderBooking[], text: string): readonly OrderBooking[] {
  const wanted = text.trim().toLowerCase()
  return wanted === '' ? bookings : bookings.filter((booking) => holdsText(booking, wanted))
}

function holdsText({ source, parts }: OrderBooking, wanted: string): boolean {
  return valueHolds(source, wanted) || parts.some((part) => holdsText(part, wanted))
}

function valueHolds(value: unknown, wanted: string): boolean {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).some((inner) => valueHolds(inner, wanted))
  }
  return (
    (typeof value === 'string' || typeof value === 'number') && String(value).toLowerCase().includes(wanted)
  )
}
