import { z } from 'zod'
import { invalidRequest } from '../http/refusal'

/** Values of `payment_method` that a manual payment may name (enums.md). Case matters (rule 52). */
const METHODS = [
  'ONLINE',
  'TERMINAL',
  'LINK',
  'CASH',
  'GUEST_BILL',
  'RECURRING',
  'EXTERNAL',
  'VOUCHER',
  'BANK_TRANSFER',
  'OTHER',
] as const

/** Values of `payment_gateway_type` (enums.md). */
export const GATEWAYS = [
  'ADYEN',
  'CYBERSOURCE',
  'HYPERPAY',
  'ADDONPAYMENTS',
  'MEWS',
  'NGENIUS',
  'MULTISAFE',
  'SUMUP',
  'IZETTLE',
  'STRIPE',
  'WORLDPAY',
  'GOOGLE',
  'EXTERNAL',
  'OTHER',
  'NONE',
  'PAYONEER',
  'SMARTPAY',
  'MOKA',
] as const

const Key = z.string().min(8)
const Text = z.string().min(1)

/** What every form of payment may say. Read-only fields that are sent along are dropped (rule 56). */
const Common = {
  payment_merchant_reference: Key,
  payment_external_reference: Text.optional(),
  payment_currency_code: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a code of ISO 4217 such as EUR')
    .optional(),
  payment_currency_rate: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,8})?$/, 'must be a decimal text')
    .optional(),
  payment_amount: z
    .string()
    .regex(/^\d{1,12}(\.\d+)?$/, 'must be a decimal text above zero')
    .optional(),
  payment_contact: z.looseObject({}).optional(),
  payment_notes: z.array(z.looseObject({ note_value: Text })).optional(),
}

/** The forms of `POST /payments` (model PaymentRequest): `payment_object_type` picks one. */
const PaymentRequestSchema = z.discriminatedUnion('payment_object_type', [
  z.object({
    ...Common,
    payment_object_type: z.literal('MANUAL'),
    payment_method: z.enum(METHODS),
    payment_type: z.enum(['CAPTURE', 'AUTHORIZATION', 'REFUND']).default('CAPTURE'),
    payment_scheme: Text.optional(),
    payment_merchant_account_name: Text.optional(),
    payment_gateway_type: z.enum(GATEWAYS).optional(),
    payment_service_provider_reference: Key.optional(),
  }),
  z.object({
    ...Common,
    payment_object_type: z.literal('ADYEN_DROP_IN'),
    payment_method: z.looseObject({}),
    payment_recurring: z.boolean().default(false),
    payment_recurring_type: Text.optional(),
    return_url: z.url({ protocol: /^https?$/ }),
  }),
  z.object({ ...Common, payment_object_type: z.literal('ADYEN_LINK') }),
  z.object({
    ...Common,
    payment_object_type: z.literal('ADYEN_RECURRING'),
    payment_external_reference: Text,
  }),
  z.object({ ...Common, payment_object_type: z.literal('ADYEN_TERMINAL'), payment_terminal_id: Text }),
  z.object({
    ...Common,
    payment_object_type: z.literal('NGENIUS_HPP'),
    return_url: z.url({ protocol: /^https?$/ }),
  }),
  z.object({ ...Common, payment_object_type: z.literal('MEWS_BILL'), payment_customer_id: Text }),
])

export type PaymentRequest = z.output<typeof PaymentRequestSchema>

/** Reads the body of `POST /payments`; null counts as left out (rule 47). Anything malformed is 400 (rule 62). */
export function readPaymentRequest(body: unknown): PaymentRequest {
  const sent: unknown = Reflect.get(Object(Reflect.get(Object(body), 'data')), 'payment')
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    throw invalidRequest('the body must be {"data": {"payment": {…}}}')
  }
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null))
  const request = PaymentRequestSchema.safeParse(given)
  if (request.success) return request.data
  throw invalidRequest(...request.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
}
