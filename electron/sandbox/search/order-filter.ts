import { ACCOUNTS } from '../data/accounts'
import type { BookingFacts, OrderFacts } from './facts'
import { compileSearch, containsWords } from './text'

/** The filters of `GET /orders` (endpoints.md), as read from the query. */
export interface OrderFilter {
  reseller_id?: string
  distributor_id?: string
  market_admin_id?: string
  supplier_id?: string
  order_reference?: string
  order_external_reference?: string
  order_contact_uid?: string
  order_contact_name?: string
  order_contact_email?: string
  order_created_from?: number
  order_created_to?: number
  order_modified?: number
  booking_reference?: string
  booking_external_reference?: string
  booking_travel_date_from?: number
  booking_travel_date_to?: number
  booking_redemption_date_from?: number
  booking_redemption_date_to?: number
  product_id?: readonly string[]
  product_type_code?: string
  product_availability_id?: string
  product_availability_capacity_id?: string
  order_created_email?: string
  order_search_query?: string
  partner_sales?: boolean
}

type Check<Facts> = (facts: Facts) => boolean

/** Checks of a whole order that facts can answer; an order must pass all of them. */
export function orderChecks(filter: OrderFilter): Check<OrderFacts>[] {
  const checks: Check<OrderFacts>[] = []
  const { order_contact_name: name, order_contact_email: email, order_modified: modified } = filter
  const nobody = () => false
  if (isOther(filter.reseller_id, ACCOUNTS.order.order_reseller_id)) checks.push(nobody)
  if (isOther(filter.distributor_id, ACCOUNTS.order.order_distributor_id)) checks.push(nobody)
  if (isOther(filter.market_admin_id, ACCOUNTS.booking.product_market_admin_id)) checks.push(nobody)
  if (filter.partner_sales) checks.push((order) => order.isPartnerSale)
  if (filter.order_created_email !== undefined) {
    checks.push((order) => order.createdEmail === filter.order_created_email)
  }
  if (modified !== undefined) checks.push((order) => order.modified > modified)
  if (name !== undefined)
    checks.push((order) => order.people.some((person) => containsWords(person.name, name)))
  if (email !== undefined) {
    const wanted = email.toLowerCase()
    checks.push((order) => order.people.some((person) => person.email.toLowerCase() === wanted))
  }
  const bookings = bookingChecks(filter)
  if (bookings.length > 0) {
    checks.push((order) => order.bookings.some((booking) => bookings.every((check) => check(booking))))
  }
  return checks
}

const isOther = (asked: string | undefined, ours: string): boolean => asked !== undefined && asked !== ours

/** Checks of a single booking: one booking must pass all of them; `filter_bookings` shows only those. */
export function bookingChecks(filter: OrderFilter): Check<BookingFacts>[] {
  const checks: Check<BookingFacts>[] = []
  const holds = (wanted: string | undefined, values: (booking: BookingFacts) => readonly string[]) => {
    if (wanted !== undefined) checks.push((booking) => values(booking).includes(wanted))
  }
  const { product_id: products } = filter
  if (products !== undefined) {
    checks.push((booking) => booking.productIds.some((product) => products.includes(product)))
  }
  holds(filter.supplier_id, (booking) => booking.supplierIds)
  holds(filter.product_availability_id, (booking) => booking.availabilityIds)
  holds(filter.product_availability_capacity_id, (booking) => booking.capacityIds)
  within(checks, filter.booking_travel_date_from, filter.booking_travel_date_to, (booking) => booking.travel)
  within(
    checks,
    filter.booking_redemption_date_from,
    filter.booking_redemption_date_to,
    (booking) => booking.redeemed,
  )
  holds(filter.booking_reference, (booking) => booking.references())
  holds(filter.booking_external_reference, (booking) => booking.externalReferences())
  holds(filter.product_type_code, (booking) => booking.codes())
  return checks
}

function within(
  checks: Check<BookingFacts>[],
  from: number | undefined,
  to: number | undefined,
  values: (booking: BookingFacts) => readonly number[],
): void {
  if (from === undefined && to === undefined) return
  checks.push((booking) => values(booking).some((at) => at >= (from ?? -Infinity) && at <= (to ?? Infinity)))
}

/** The search text of an order, matched against `order_search_query`. */
export function searchCheck(query: string): (reference: string, facts: OrderFacts) => boolean {
  const matches = compileSearch(query)
  return (reference, facts) =>
    matches(
      [
        reference,
        facts.externalReference,
        ...facts.people.flatMap((person) => [person.name, person.email, person.phone]),
        ...facts.bookings.flatMap((booking) => [...booking.references(), ...booking.titles]),
      ].join(' '),
    )
}
