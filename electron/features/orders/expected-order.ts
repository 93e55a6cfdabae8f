import { type AppError, appError } from '@shared/kernel/app-error'
import { parseAmount } from '@shared/kernel/money'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { Entry } from '../../journal/entry'

/** Version and total together tell one state of an order from another. */
const fingerprintSchema = z.object({ orderVersion: z.number().nullable(), priceTotal: z.string().nullable() })
export type OrderFingerprint = z.infer<typeof fingerprintSchema>

/** True when both are the same state; amounts are compared as amounts ("12.0" is "12.00"). */
export function isSameState(a: OrderFingerprint, b: OrderFingerprint): boolean {
  return a.orderVersion === b.orderVersion && isSameAmount(a.priceTotal, b.priceTotal)
}

function isSameAmount(a: string | null, b: string | null): boolean {
  if (a === b) return true
  const [one, other] = [parseAmount(a), parseAmount(b)]
  return one !== undefined && other !== undefined && one.eq(other)
}

/**
 * The state in which the person's order should be now: what they saw, moved on by our own operations that have
 * been carried out on it since. A step during which others changed the order as well is not ours to follow.
 * @param earlier carried out operations on the order, oldest first
 */
export function expectedState(seen: OrderFingerprint, earlier: readonly Entry[]): OrderFingerprint {
  return earlier.reduce((expected, { before, after, othersChanged }) => {
    const from = fingerprintSchema.safeParse(before)
    const to = fingerprintSchema.safeParse(after)
    const isOurs = from.success && to.success && othersChanged !== true
    return isOurs && isSameState(from.data, expected) ? to.data : expected
  }, seen)
}

/**
 * `ORDER_CHANGED` when the order is not in the state that was expected; `UPSTREAM` when it says neither its version nor
 * its total, so that nothing could be compared.
 */
export function checkUnmoved(
  expected: OrderFingerprint,
  now: OrderFingerprint,
): Result<void, AppError<'ORDER_CHANGED'>> {
  if (now.orderVersion === null && now.priceTotal === null) {
    return err(appError('UPSTREAM', 'the order says neither its version nor its total'))
  }
  if (isSameState(expected, now)) return ok(undefined)
  const params = {
    ...named('seenVersion', expected.orderVersion),
    ...named('nowVersion', now.orderVersion),
    ...named('seenTotal', expected.priceTotal),
    ...named('nowTotal', now.priceTotal),
  }
  return err(appError('ORDER_CHANGED', 'the order moved since the person looked', { params }))
}

const named = (name: string, value: string | number | null) => (value === null ? {} : { [name]: value })
