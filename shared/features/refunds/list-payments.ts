import { z } from 'zod'
import { type InputOf, operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { lastStartIndex } from '../orders'
import { paymentRowSchema } from './payment-row'

/** What a payment can be looked up by, of what the API takes. */
export const paymentKeys = [
  'payment_id',
  'order_reference',
  'payment_service_provider_reference',
  'payment_merchant_reference',
] as const
export type PaymentKey = (typeof paymentKeys)[number]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The keys to try for what was typed, in this order; none for what is too short to be one (endpoints.md, 31). */
export function paymentKeysFor(typed: string): readonly PaymentKey[] {
  const text = typed.trim()
  if (uuid.test(text)) return ['payment_id']
  return text.length < 8 ? [] : paymentKeys.filter((key) => key !== 'payment_id')
}

/**
 * Reads one page of payments and refunds, newest first as the API sends them. With a `search`, the keys that it could be
 * are asked in turn until one finds something.
 */
export const listPayments = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    search: z.string().trim().min(1).max(128).optional(),
    startIndex: z.number().int().min(1).max(lastStartIndex),
  }),
  output: z.object({
    rows: z.array(paymentRowSchema),
    /** Payments in this answer that could not be shown, for want of an id. */
    unreadable: z.number().int(),
    /** Payments in the whole set, where the API says so. */
    totalItems: z.number().int().optional(),
    /** 1-based position of the next page; absent when there is none that the API pages to. */
    nextStartIndex: z.number().int().optional(),
    /** When main read it, milliseconds since 1970 UTC. */
    fetchedAt: z.number(),
  }),
  errors: [],
})
export type PaymentPageRequest = InputOf<typeof listPayments>
