import type { Extras, PaymentStyle, Promo } from './recipe'

/** A booking of a scenario. Days count from the day of the anchor, at the activity. */
export interface BookingSpec {
  readonly product: string
  readonly counts: readonly number[]
  readonly days?: number
  readonly slot?: number
  readonly addonOf?: number
  /** Percentage that the cashier of a partner took off the list price (variation PARTNER_DISCOUNT). */
  readonly partnerDiscount?: number
  readonly status?: string
  readonly redeemed?: number
  readonly released?: boolean
}

export type EventSpec =
  | { readonly kind: 'UPDATE'; readonly note: string; readonly phone?: string }
  | {
      readonly kind: 'CANCEL'
      readonly bookings?: readonly number[]
      readonly tickets?: number
      readonly refund?: boolean
      readonly refundStatus?: string
      /** The supplier never answers. */
      readonly waiting?: boolean
    }

export interface Scenario {
  /** Own key of the order, so that it can be found. */
  readonly key: string
  readonly bookings: readonly BookingSpec[]
  /** Key of the first order of this guest, which lies further back; left out: this is the first. */
  readonly guestOf?: string
  /** DIRECT when left out. */
  readonly settlement?: string
  /** SINGLE with DIRECT, else NONE, when left out. */
  readonly payments?: PaymentStyle
  readonly promo?: Promo
  readonly events?: readonly EventSpec[]
  readonly extras?: Extras
}
