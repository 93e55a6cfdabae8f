/**
 * What a status means to the person in front of it. The API's own word stays beside it: an unknown one is shown as
 * sent, never mapped to a guess (rules.md #55).
 */
export const statusMeanings = [
  'confirmed',
  'processing',
  'pending',
  'cancelled',
  'failed',
  'unknown',
] as const
export type StatusMeaning = (typeof statusMeanings)[number]

const meanings: Readonly<Record<string, StatusMeaning>> = {
  ORDER_CONFIRMED: 'confirmed',
  ORDER_UPDATED: 'confirmed',
  ORDER_CANCELLED: 'cancelled',
  ORDER_REVIEW: 'pending',
  ORDER_PENDING: 'pending',
  // Not in the list of values, but the guide names it for an order whose outcome is unsure (enums.md).
  ORDER_PROCESSING: 'processing',
  PROCESSING: 'processing',
  ORDER_FAILED: 'failed',
  BOOKING_RESERVED: 'pending',
  BOOKING_RESERVATION_CANCELLED: 'cancelled',
  BOOKING_RESERVATION_EXPIRED: 'cancelled',
  BOOKING_CONFIRMED: 'confirmed',
  BOOKING_UPDATED: 'confirmed',
  BOOKING_CANCELLED: 'cancelled',
  BOOKING_PENDING_SUPPLIER: 'pending',
  BOOKING_PENDING_GUEST: 'pending',
  BOOKING_PENDING_DISTRIBUTOR: 'pending',
  BOOKING_FAILED: 'failed',
  BOOKING_PROCESSING: 'processing',
  BOOKING_PROCESSING_CONFIRMATION: 'processing',
  BOOKING_PROCESSING_CANCELLATION: 'processing',
}

/** Reads `order_status` or `booking_status`; `unknown` for values nobody told us about. */
export const statusMeaning = (status: string | undefined): StatusMeaning =>
  (status !== undefined && Object.hasOwn(meanings, status) && meanings[status]) || 'unknown'

/** A status that the API has two words for, by the one of its list of values. */
const sameStatus: Readonly<Record<string, string>> = { PROCESSING: 'ORDER_PROCESSING' }

/** The one word for a status of an order, where the API has two. */
export const statusWord = (status: string): string => sameStatus[status] ?? status

/** Every word that the API has for a status of an order. */
export const wordsOfStatus = (status: string): string[] => [
  status,
  ...Object.keys(sameStatus).filter((other) => sameStatus[other] === status),
]

/** Whether a ticket no longer stands, by `product_type_status` (enums.md, StatusTypes). */
export const isCancelledTicket = (status: string | undefined): boolean =>
  status === 'CANCELLED' || status === 'DELETED'
