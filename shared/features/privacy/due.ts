import { Temporal } from 'temporal-polyfill'

/** How a due date stands: whole calendar days that are left, negative once it is over. */
export interface DueStatus {
  readonly kind: 'overdue' | 'soon' | 'later'
  readonly days: number
}

/** From so many days before it on, a due date is told as one that is near. */
export const dueSoonDays = 7

/** What a person who asks to be forgotten may expect (GDPR, article 12(3)): an answer within one month. */
export const dueOnFor = (receivedOn: string): string =>
  Temporal.PlainDate.from(receivedOn).add({ months: 1 }).toString()

/**
 * @param dueOn calendar day, "2026-03-31"
 * @param today calendar day at the desk
 */
export function dueStatus(dueOn: string, today: string): DueStatus {
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(dueOn), {
    largestUnit: 'day',
  }).days
  return { kind: days < 0 ? 'overdue' : days <= dueSoonDays ? 'soon' : 'later', days }
}
