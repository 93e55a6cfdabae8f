import { z } from 'zod'
import { contactUidSchema, operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { travelMomentSchema } from '../orders'
import { certificateSchema } from './certificate'
import { leftFieldSchema } from './erased-fields'
import { copyResultSchema } from './local-copies'
import { searchedPlaceSchema } from './searched-place'
import { matchReasonSchema, subjectSchema, suretySchema } from './subject'
import { unreadSchema } from './unread'

/** Key of a request to be forgotten. */
export const requestIdSchema = z.uuid()
export type RequestId = z.infer<typeof requestIdSchema>

/** Where a request stands. */
export const requestStates = [
  /** Being written down, searched, chosen, reviewed: nothing was sent. */
  'open',
  /** A batch of it was started. */
  'erasing',
  /** What was sent has ended, and not everything is gone. */
  'incomplete',
  /** Proven and pseudonymised: who asked is not held any more. */
  'completed',
  /** Taken back; pseudonymised as well. */
  'withdrawn',
] as const
export const requestStateSchema = z.enum(requestStates)
export type RequestState = z.infer<typeof requestStateSchema>

const moment = z.number().int()
const day = z.iso.date()

/** What was written down when the request came. */
export const requestFormSchema = z.strictObject({
  subject: subjectSchema,
  receivedOn: day,
  /** Absent: one month after it was received. */
  dueOn: day.optional(),
  /** How it was made sure that it is the person, in own words. */
  identityChecked: z.string().trim().max(500).default(''),
  note: z.string().trim().max(2000).default(''),
})

/** An order or a contact of the contacts module that may be about the person. */
const foundSchema = z.object({
  surety: suretySchema,
  why: z.array(matchReasonSchema),
  /** To be erased. Those that are sure or likely are proposed. */
  chosen: z.boolean(),
  /** To tell people of the same name apart; gone once the request is completed. */
  guest: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
  /** Not among what was found when this request was reviewed: it arrived since. */
  arrived: z.literal(true).optional(),
})
export const foundOrderSchema = foundSchema.extend({
  reference: orderReferenceSchema,
  travel: z.array(travelMomentSchema),
  created: z.string().optional(),
  /** `contact_uid`s of the contacts that matched. */
  contacts: z.array(contactUidSchema),
})
export type FoundOrder = z.infer<typeof foundOrderSchema>
export const foundContactSchema = foundSchema.extend({ uid: contactUidSchema })
export type FoundContact = z.infer<typeof foundContactSchema>

/** Where the erasure of one order or contact stands. */
export const erasureStates = [
  /** Not sent so far, or left out of the batch. */
  'waiting',
  'under-way',
  /** Every personal field that was there is gone, as a later reading says. */
  'erased',
  /** Fields still hold what they held: `left`; or nobody saw whether they do: `unread`. */
  'incomplete',
  'failed',
  'unclear',
] as const
export const erasureLineSchema = z.object({
  state: z.enum(erasureStates),
  operation: operationIdSchema.optional(),
  /** Code of what kept it from being erased. */
  why: z.string().optional(),
  /** Names of the fields that held something before, each once. */
  fields: z.array(z.string()),
  left: z.array(leftFieldSchema),
  /** What of it nobody saw, so that it is not verified. */
  unread: z.array(unreadSchema).optional(),
  /** When it was read for verification. */
  readAt: moment.optional(),
})
export const erasedOrderSchema = erasureLineSchema.extend({ reference: orderReferenceSchema })
export type ErasedOrder = z.infer<typeof erasedOrderSchema>
export const erasedContactSchema = erasureLineSchema.extend({ uid: contactUidSchema })
export type ErasedContact = z.infer<typeof erasedContactSchema>

/** A request to be forgotten, with everything that is known of it. */
export const privacyRequestSchema = z.object({
  id: requestIdSchema,
  /** What it is called towards the person, such as "2026-0007". */
  number: z.string(),
  profile: profileIdSchema,
  /** Fingerprint of where and as whom its profile worked when it was made; absent in older ones. */
  account: z.string().optional(),
  state: requestStateSchema,
  createdAt: moment,
  /** Name of the desk user. */
  createdBy: z.string(),
  receivedOn: day,
  dueOn: day,
  /** Absent once it is completed or withdrawn, like all that tells who it was. */
  subject: subjectSchema.optional(),
  /** Addresses and numbers that stood in what was erased of the person. */
  learned: z.object({ emails: z.array(z.string()), phones: z.array(z.string()) }).optional(),
  identityChecked: z.string().optional(),
  note: z.string().optional(),
  searchedAt: moment.optional(),
  searched: z.array(searchedPlaceSchema),
  orders: z.array(foundOrderSchema),
  contacts: z.array(foundContactSchema),
  /** Batches that were started for it, oldest first. */
  batches: z.array(operationIdSchema),
  erasedOrders: z.array(erasedOrderSchema),
  erasedContacts: z.array(erasedContactSchema),
  /** What became of the copies on this computer; absent before they were looked for. */
  copies: z.array(copyResultSchema).optional(),
  copiesClearedAt: moment.optional(),
  /** Something was sent or written since the copies were cleared, or is about to be, whatever becomes of it. */
  toClear: z.literal(true).optional(),
  /** Full paths of files that what is held of the person was written to; absent once the request has ended. */
  exportedTo: z.array(z.string()).optional(),
  /** Why it was completed although something is left. */
  leftAccepted: z.string().optional(),
  endedAt: moment.optional(),
  certificate: certificateSchema.optional(),
})
export type PrivacyRequest = z.infer<typeof privacyRequestSchema>

/** A request in the list. */
export const requestRowSchema = privacyRequestSchema
  .pick({
    id: true,
    number: true,
    state: true,
    createdAt: true,
    receivedOn: true,
    dueOn: true,
    endedAt: true,
  })
  .extend({
    /** Name, else the first e-mail address, phone number or reference; absent once pseudonymised. */
    about: z.string().optional(),
    /** Orders and contacts that are chosen, or were. */
    orders: z.number().int(),
    contacts: z.number().int(),
  })
export type RequestRow = z.infer<typeof requestRowSchema>
