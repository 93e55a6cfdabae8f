import type { FieldPath, FieldValue } from './field-value'
import type { RemovedEntry } from './list-entries'

/** What a field takes; see `fieldProblem`. */
export type FieldKind =
  | 'text'
  | 'language'
  | 'email'
  | 'phone'
  | 'date'
  | 'choice'
  | 'switch'
  /** A day and clock time at the activity, with its offset (rules.md #48). */
  | 'moment'
  /** A number of tickets. */
  | 'count'

/** A field of an order that an amendment may change. */
export interface AmendableField {
  readonly path: FieldPath
  /** The API's name, such as `contact_email`. */
  readonly name: string
  /** What the thing is called, where the name alone does not say: the kind of tickets. */
  readonly label?: string | undefined
  readonly kind: FieldKind
  readonly required: boolean
  /** As read. */
  readonly value: FieldValue
  /** What there is to choose from, for `choice`. */
  readonly choices: readonly string[]
}

/** Where in the form fields stand. */
export const amendableSections = [
  'order',
  'booking',
  'contact',
  'question',
  'customField',
  'flag',
  'mail',
] as const
export type AmendableSection = (typeof amendableSections)[number]

/** Fields of one thing: the order itself, a contact, a question. */
export interface AmendableGroup {
  /** Stable within one reading of the order. */
  readonly key: string
  readonly section: AmendableSection
  /** What the thing is called, as sent: the contact's name, the question; absent where nothing says. */
  readonly title: string | undefined
  /** Role of a contact, as sent. */
  readonly type?: string | undefined
  /** `booking_reference`, of a booking. */
  readonly booking?: string | undefined
  /** `contact_uid`, of a known contact. */
  readonly uid?: string | undefined
  /** Where it stands, of what may be taken off a list. */
  readonly entry?: Pick<RemovedEntry, 'list' | 'at'> | undefined
  /** It is changed elsewhere: a known contact through the contact itself (rules.md #191). Or it cannot be changed at all. */
  readonly locked: boolean
  /** Why a booking cannot be amended. */
  readonly obstacle?: BookingObstacle | undefined
  readonly fields: readonly AmendableField[]
}

/** Why a booking cannot be amended (rules.md #155, #161), as far as the order tells. */
export type BookingObstacle =
  | 'CANCELLED'
  /** The supplier is at it. */
  | 'PROCESSING'
  /** A ticket of it was used. */
  | 'REDEEMED'
  /** What is amended is cancelled and booked anew, so what cannot be cancelled cannot be amended. */
  | 'NOT_CANCELLABLE'
  /** Some of its parts' tickets are cancelled: sent back whole, they would be booked again. */
  | 'PARTLY_CANCELLED'
  | 'NO_REFERENCE'
