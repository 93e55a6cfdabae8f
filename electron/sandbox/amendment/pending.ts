import type { SentBooking } from './wanted'

/** The switches of rule 156 that go along with an amendment; all off unless they are sent. */
export interface Switches {
  /** Let the system adjust the price. */
  readonly adjust: boolean
  /** Put the adjustment on the reseller alone. */
  readonly resellerOnly: boolean
}

/** An amendment that waits for a supplier (rule 29). */
export interface PendingAmendment {
  readonly kind: 'AMENDMENT'
  readonly bookingReference: string
  readonly sent: SentBooking
  readonly switches: Switches
  readonly requestedAt: number
  readonly statusBefore: string
}
