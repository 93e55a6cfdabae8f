import { z } from 'zod'
import { contactUidSchema, orderReferenceSchema } from '../../kernel/ids'

/** Groups of personal fields, in the order they are shown. */
export const personalGroups = [
  'contact',
  'note',
  'payer',
  'payment-provider',
  'question',
  'custom-field',
  'ticket',
] as const
export type PersonalGroup = (typeof personalGroups)[number]

/** A personal field that holds something. Shown to whoever reviews; never logged. */
export const reviewedFieldSchema = z.object({
  pointer: z.string(),
  field: z.string(),
  group: z.enum(personalGroups),
  value: z.string(),
  /** Nobody says whether the server counts it as personal (rules.md #198); it is verified all the same. */
  inferred: z.boolean(),
})
export type ReviewedField = z.infer<typeof reviewedFieldSchema>

/** Why an order should be kept for now. */
export const holdReasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unsettled-payment') }),
  z.object({ kind: z.literal('open-refund') }),
  /** The server refuses or a supplier still works on it (rules.md #29, #68). */
  z.object({ kind: z.literal('in-process') }),
  /** An operation of this desk on it is not settled. */
  z.object({ kind: z.literal('open-operation') }),
  /** `until`: the last travel moment, as sent. */
  z.object({ kind: z.literal('travel-ahead'), until: z.string() }),
  /** A rule of the profile; `until` is a calendar day. */
  z.object({ kind: z.literal('retention'), rule: z.string(), until: z.iso.date() }),
])
export type HoldReason = z.infer<typeof holdReasonSchema>

/** What erasing an order means for its vouchers. */
export const voucherEffectSchema = z.object({
  /** Vouchers that can be had now; a new download shows tokens where names stood. */
  released: z.number().int(),
  /** Of tickets that can still be used: those who hold them cannot prove any more that they are theirs by name. */
  unused: z.number().int(),
})

export const orderReviewSchema = z.object({
  reference: orderReferenceSchema,
  fields: z.array(reviewedFieldSchema),
  holds: z.array(holdReasonSchema),
  vouchers: voucherEffectSchema,
  /** Code of what kept it from being read; then there is nothing else. */
  unreadable: z.string().optional(),
})
export type OrderReview = z.infer<typeof orderReviewSchema>

export const contactReviewSchema = z.object({
  uid: contactUidSchema,
  /** Of the newest revision. */
  fields: z.array(reviewedFieldSchema),
  /** Revisions that the module keeps, each of which may hold the same (rules.md #190). */
  revisions: z.number().int(),
  unreadable: z.string().optional(),
})
export type ContactReview = z.infer<typeof contactReviewSchema>
