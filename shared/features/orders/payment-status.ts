/** A status as sent; what nobody told us about belongs to no group (enums.md, PaymentStatus; rules.md #55). */
type Status = string | null | undefined

const among =
  (...statuses: readonly string[]) =>
  (status: Status): boolean =>
    statuses.includes(status ?? '')

/** A payment that was taken, whatever went back since. */
export const isTaken = among('PAID', 'PARTIAL_PAID', 'REFUNDED', 'PARTIAL_REFUND')

/** A payment or refund that came to nothing. */
export const isDead = among('REFUSED', 'CANCELLED', 'ERROR', 'EXPIRED')

/** A payment or refund of which nobody can say so far whether it will arrive. */
export const isUnderWay = among('PENDING', 'PROCESSING', 'IN_PROGRESS')

/**
 * Whether Prio holds none of the guest's money.
 * @param settlement `order_settlement_type`; a missing one means EXTERNAL (rules.md #173)
 */
export const isSettledOutside = (settlement: string | null | undefined): boolean =>
  ['EXTERNAL', 'VENUE', 'INVOICE'].includes(settlement || 'EXTERNAL')
