import type { CatalogueProduct } from '../catalogue/types'

/**
 * What an order is made of before it is priced and written out: little enough to make for every order of
 * a large data set when a filter runs over it.
 */
export interface Recipe {
  readonly index: number
  readonly created: number
  readonly externalReference: string
  /** Number of the guest (see `personOf`). */
  readonly guest: number
  /** When that guest first booked (epoch ms): the contacts module knows them since. */
  readonly guestSince: number
  /** Types of the contacts beside the booker. */
  readonly fellows: readonly string[]
  readonly settlement: string
  readonly channel: string
  readonly language: string
  readonly cashier: Cashier
  readonly bookings: readonly BookingRecipe[]
  readonly payments: PaymentStyle
  readonly promo: Promo | undefined
  /** What happened after the order was made, oldest first. */
  readonly events: readonly RecipeEvent[]
  readonly extras: Extras
}

export interface Cashier {
  readonly name: string
  readonly email: string
}

export interface BookingRecipe {
  /** From 1, in the order of the document. */
  readonly number: number
  readonly product: CatalogueProduct
  /** Start of the slot (epoch ms); undefined for an open ticket. */
  readonly start: number | undefined
  /** Starts of combi or bundle parts, in catalogue order. */
  readonly partStarts: readonly (number | undefined)[]
  /** How many of each kind, in the order of `product.kinds`. */
  readonly counts: readonly number[]
  /** Number of the booking this one is an add-on of. */
  readonly addonOf?: number
  /** Percentage of the list price that the cashier of a partner took off; more than 100 owes the guest money. */
  readonly partnerDiscount?: number
  readonly status: string
  readonly released: boolean
  /** How many tickets were scanned, and when. */
  readonly redeemed: number
  readonly redeemedAt: number | undefined
}

export type PaymentStyle =
  | 'NONE'
  | 'RECORDED' // EXTERNAL settlement with a record of what the partner collected
  | 'SINGLE'
  | 'CAPTURED_LATER'
  | 'AUTHORIZED'
  | 'SPLIT'
  | 'SPLIT_BY_BOOKING'
  | 'FOREIGN'
  | 'TWO_CURRENCIES'
  | 'DEPOSIT'
  | 'PAID_TWICE'
  | 'REFUSED_FIRST'
  | 'CHARGED_BACK' // taken back by the guest's bank
  | 'LINK_SENT' // nothing paid yet: the guest has a link

export interface Promo {
  readonly code: string
  readonly title: string
  readonly description: string
  readonly percentage: number
  /** Lost when fewer active tickets than this are left. */
  readonly leastTickets: number
}

export type RecipeEvent =
  | {
      readonly kind: 'CANCEL'
      readonly at: number
      /** Booking numbers; empty for the whole order. */
      readonly bookings: readonly number[]
      /** How many tickets of the first of these bookings; undefined for all of it. */
      readonly tickets?: number
      readonly refund: boolean
      readonly reason: string
      readonly refundStatus: string
      /** The supplier has not answered and never will. */
      readonly waiting: boolean
    }
  | { readonly kind: 'UPDATE'; readonly at: number; readonly note: string; readonly phone?: string }

export interface PersonFields {
  readonly first?: string
  readonly last?: string
  readonly email?: string
  readonly phone?: string
}

/** Fields of a contact by their names in the API; null goes over the wire as null. */
export type ContactFields = Readonly<Record<`contact_${string}`, unknown>>

export interface Companion {
  readonly type: string
  readonly person: PersonFields
  readonly contact?: ContactFields
}

/** What sets a few orders apart from the ordinary. */
export interface Extras {
  readonly person?: PersonFields
  /** Written over the booker. */
  readonly contact?: ContactFields
  /** What became of the booker in the contacts module since, one version after another. */
  readonly revisions?: readonly ContactFields[]
  /** Further people of the order. */
  readonly companions?: readonly Companion[]
  readonly note?: string
  readonly bookingNote?: string
  readonly checkoutFields?: boolean
  readonly flags?: boolean
  /** Contacts that are on this order alone, not in the contacts module. */
  readonly ownContacts?: boolean
  readonly orderStatus?: string
  /** Written over every payment record. */
  readonly payment?: Readonly<Record<string, unknown>>
  /** What the payment provider says of the payer (`payment_gateway_additional_values`). */
  readonly psp?: Readonly<Record<string, string>>
  /** Written over the finished document. */
  readonly document?: Readonly<Record<string, unknown>>
  /** Written over the finished document: fields and values that no reader can know. */
  readonly unknown?: Readonly<Record<string, unknown>>
  readonly bookingUnknown?: Readonly<Record<string, unknown>>
}
