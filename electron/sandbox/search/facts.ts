import { productOf } from '../catalogue/products'
import { capacityOf, slotFields } from '../data/bookings'
import { peopleOf } from '../data/contacts'
import type { Dataset } from '../data/dataset'
import type { BookingRecipe, Recipe } from '../data/recipe'
import type { BookingDocument, OrderDocument } from '../orders/document'
import { allTickets } from '../orders/pricing'

/**
 * What filters look at. It is read from a document, or, so that a filter can run over very many orders,
 * from a recipe without writing the order out. Both give the same answers (a test compares them).
 */
export interface OrderFacts {
  readonly externalReference: string
  readonly createdEmail: string
  readonly modified: number
  readonly isPartnerSale: boolean
  readonly people: readonly PersonFacts[]
  readonly bookings: readonly BookingFacts[]
}

export interface PersonFacts {
  readonly name: string
  readonly email: string
  readonly phone: string
}

export interface BookingFacts {
  readonly productIds: readonly string[]
  readonly supplierIds: readonly string[]
  readonly titles: readonly string[]
  readonly travel: readonly number[]
  readonly redeemed: readonly number[]
  readonly availabilityIds: readonly string[]
  readonly capacityIds: readonly string[]
  /** References and codes are costly to make, so only on demand. */
  readonly references: () => readonly string[]
  readonly externalReferences: () => readonly string[]
  readonly codes: () => readonly string[]
}

export function factsOfDocument(order: OrderDocument): OrderFacts {
  return {
    externalReference: order.order_external_reference,
    createdEmail: order.order_created_email,
    modified: Date.parse(order.order_modified),
    isPartnerSale: order.order_partner_id !== undefined,
    people: (order.order_contacts ?? []).map((contact) => ({
      name: `${contact.contact_name_first ?? ''} ${contact.contact_name_last ?? ''}`,
      email: contact.contact_email ?? '',
      phone: typeof contact.contact_phone === 'string' ? contact.contact_phone : '',
    })),
    bookings: order.order_bookings.map(factsOfBooking),
  }
}

export function factsOfBooking(booking: BookingDocument): BookingFacts {
  const parts = [...(booking.product_combi_details ?? []), ...(booking.product_bundle_details ?? [])]
  const all = [booking, ...parts]
  const times = (values: readonly (string | undefined)[]) =>
    values.flatMap((value) => (value === undefined ? [] : Date.parse(value)))
  return {
    productIds: all.map((each) => each.product_id),
    supplierIds: all.map((each) => each.product_supplier_id),
    titles: all.map((each) => each.product_title),
    travel: times(all.map((each) => each.booking_travel_date)),
    redeemed: [
      ...new Set(times(allTickets(booking).map((ticket) => ticket.product_type_redemption_date_time))),
    ],
    availabilityIds: all.flatMap((each) => each.product_availability_id ?? []),
    capacityIds: all.flatMap((each) => each.product_availability_capacity_id ?? []),
    references: () => all.map((each) => each.booking_reference),
    externalReferences: () => all.flatMap((each) => each.booking_external_reference?.toString() ?? []),
    codes: () => [
      ...allTickets(booking).map((ticket) => ticket.product_type_code),
      ...all.flatMap((each) => each.product_code ?? []),
    ],
  }
}

export function factsOfRecipe(dataset: Dataset, recipe: Recipe): OrderFacts {
  const happened = [
    recipe.created,
    ...recipe.events.map((event) => event.at),
    ...recipe.bookings.flatMap((booking) => booking.redeemedAt ?? []),
  ]
  return {
    externalReference: recipe.externalReference,
    createdEmail: recipe.cashier.email,
    modified: Math.floor(Math.max(...happened) / 1000) * 1000,
    isPartnerSale: recipe.channel === 'PARTNER',
    people: peopleOf(dataset.world.seed, recipe).map(({ person }) => ({
      name: `${person.first} ${person.last}`,
      email: person.email,
      phone: person.phone,
    })),
    bookings: recipe.bookings.map((booking) => factsOfBookingRecipe(dataset, recipe, booking)),
  }
}

function factsOfBookingRecipe(dataset: Dataset, recipe: Recipe, booking: BookingRecipe): BookingFacts {
  const parts = [...booking.product.combi, ...booking.product.bundle].map(productOf)
  const all = [booking.product, ...parts]
  const starts = [booking.start, ...booking.partStarts]
  const dated = all.flatMap((product, position) => {
    const start = starts[position]
    return start === undefined ? [] : [{ product, start }]
  })
  const written = () => factsOfDocument(dataset.document(recipe.index)).bookings[booking.number - 1]
  return {
    productIds: all.map((product) => product.id),
    supplierIds: all.map((product) => product.supplier.id),
    titles: all.map((product) => product.title),
    travel: dated.map(({ start }) => start),
    redeemed: booking.redeemed > 0 && booking.redeemedAt !== undefined ? [booking.redeemedAt] : [],
    availabilityIds: dated.map(({ product, start }) => slotFields(product, start).product_availability_id),
    capacityIds: dated.map(({ product }) => capacityOf(product)),
    references: () => [
      dataset.references.booking(recipe.index, booking.number),
      ...parts.map((_, position) => dataset.references.booking(recipe.index, booking.number, position + 1)),
    ],
    externalReferences: () => written()?.externalReferences() ?? [],
    codes: () => written()?.codes() ?? [],
  }
}
