import { z } from 'zod'
import { contactUidSchema, orderReferenceSchema } from '../../kernel/ids'
import { fieldValueSchema, newNoteSchema } from '../amendments'
import { leftPlaceSchema, retentionRuleSchema } from '../privacy'

const reason = z.string().trim().min(3).max(500)

/**
 * A field that every order of a batch has in the same role. A path would not do: what stands at a place differs from
 * order to order. It must name exactly one field of an order, else the order is left out.
 */
export const batchFieldSchema = z.strictObject({
  section: z.enum(['order', 'contact', 'question', 'customField', 'flag', 'mail']),
  /** What the thing is called that the field belongs to, as the order has it: a flag's or a question's name. */
  title: z.string().trim().min(1).max(200).optional(),
  /** The API's name of the field, such as `order_language`. */
  name: z.string().min(1).max(64),
})
export type BatchField = z.infer<typeof batchFieldSchema>

/** What is to be done to every line of a batch; the same words for all. */
export const batchActionSchema = z.discriminatedUnion('kind', [
  /** The order, or the booking that a line names; of a mixed order what can be cancelled (rules.md #159). */
  z.strictObject({ kind: z.literal('cancel'), refundToGuest: z.boolean(), reason }),
  /** Whatever is left of every payment of the order, one request each (rules.md #171). */
  z.strictObject({ kind: z.literal('refund'), reason }),
  /** One field at the top level of the order, or a note added to it. No tickets are mailed. */
  z
    .strictObject({
      kind: z.literal('amend'),
      field: batchFieldSchema.optional(),
      /** What the field is to hold; ignored without a field. */
      wanted: fieldValueSchema.optional(),
      note: newNoteSchema.optional(),
    })
    .refine(
      ({ field, wanted, note }) => (field !== undefined && wanted !== undefined) !== (note !== undefined),
      {
        message: 'either a field with its value or a note',
      },
    ),
  /** Asks the guest to pay (rules.md #178), whoever the order names for that. */
  z.strictObject({ kind: z.literal('payment-email') }),
  /** Brings the orders' copies of a contact to its newest version (rules.md #191). */
  z.strictObject({ kind: z.literal('contact'), contact: contactUidSchema }),
  /** Gives the orders one contact of the contacts module in place of another (models.md, `contact_uid`). */
  z
    .strictObject({ kind: z.literal('repoint'), from: contactUidSchema, to: contactUidSchema })
    .refine(({ from, to }) => from !== to, { message: 'from one contact to another' }),
  /** Saves the vouchers as PDF files (rules.md #182). Changes nothing at the API. */
  z.strictObject({ kind: z.literal('vouchers') }),
  /** Tokens instead of the guests of each order, for a request to be forgotten (rules.md #197). */
  z.strictObject({
    kind: z.literal('deidentify'),
    request: z.uuid(),
    /** What holds an order back, as it was on the day that it was confirmed. */
    rules: z.array(retentionRuleSchema),
    today: z.iso.date(),
    /** Orders on which an operation of this desk, with whatever profile of the account, is not settled. */
    open: z.array(orderReferenceSchema).optional(),
    /** Where the fields stand that an earlier erasure left; of an order that is not here, all. */
    only: z
      .array(z.strictObject({ order: orderReferenceSchema, places: z.array(leftPlaceSchema) }))
      .optional(),
  }),
])
export type BatchAction = z.infer<typeof batchActionSchema>

/** What a batch can do. */
export const batchKinds = [
  'cancel',
  'refund',
  'amend',
  'payment-email',
  'contact',
  'repoint',
  'vouchers',
  'deidentify',
] as const
export const batchKindSchema = z.enum(batchKinds)
export type BatchKind = z.infer<typeof batchKindSchema>

/** What a batch may have been: what can be planned from a list of references, and changes of stock, which have none. */
export const runKinds = [...batchKinds, 'stock'] as const
export const runKindSchema = z.enum(runKinds)
export type RunKind = z.infer<typeof runKindSchema>
/** What a person begins with a list of references; an erasure begins with whoever asked for it. */
export const listedKindSchema = batchKindSchema.exclude(['deidentify'])
export type ListedKind = z.infer<typeof listedKindSchema>

/** What begins at a contact, where all but the orders is chosen. */
export const contactKinds = ['contact', 'repoint'] as const satisfies readonly ListedKind[]
export type ContactKind = (typeof contactKinds)[number]
export type ContactAction = Extract<BatchAction, { kind: ContactKind }>
export const isContactKind = (kind: RunKind): kind is ContactKind =>
  contactKinds.some((known) => known === kind)

/** What can be done with any orders. */
export const offeredKinds = listedKindSchema.options.filter(
  (kind): kind is Exclude<ListedKind, ContactKind> => !isContactKind(kind),
)
export type OfferedKind = (typeof offeredKinds)[number]

/** What a profile that can only read may do as well. */
export const changesNothing = (kind: RunKind): boolean => kind === 'vouchers'

/** From this many lines on the person types how many they are before anything is sent. */
export const typedCountFrom = 11
