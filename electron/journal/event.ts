import { changedSchema } from '@shared/kernel/app-error'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '@shared/kernel/ids'
import { z } from 'zod'

/** Milliseconds since 1970 UTC. */
const moment = z.number().int()

/** Plain JSON of the operation's own kind: its definition knows the shape. Absent once purged. */
const kindJson = z.json()

/** The fixed part of an error: codes and numbers, nothing that anyone wrote. */
export const entryErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  changed: changedSchema,
  requestId: z.string().optional(),
  status: z.number().int().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type EntryError = z.infer<typeof entryErrorSchema>

/** The server's own words; they may name a guest, so they can be purged. */
export const serverWordsSchema = z.object({
  code: z.string().optional(),
  description: z.string().optional(),
  details: z.array(z.string()).optional(),
})
export type ServerWords = z.infer<typeof serverWordsSchema>

const event = <Type extends string, Body extends z.ZodRawShape>(type: Type, body: Body) =>
  z.object({ type: z.literal(type), body: z.object(body) })

const withPayload = <Type extends string, Body extends z.ZodRawShape, Payload extends z.ZodRawShape>(
  type: Type,
  body: Body,
  payload: Payload,
) => z.object({ type: z.literal(type), body: z.object(body), payload: z.object(payload).optional() })

/**
 * Everything that can happen to an entry. `body` stays for ever and is under the chain as it is: keys, codes,
 * moments, the desk user. `payload` may hold what a person or the server wrote; the chain holds its salted digest,
 * so that it can be purged.
 */
export const journalEventSchema = z.discriminatedUnion('type', [
  withPayload(
    'recorded',
    {
      profile: profileIdSchema,
      /** Where and as whom the profile worked, as a fingerprint; journals of the first format have none. */
      account: z.string().optional(),
      kind: z.string(),
      order: orderReferenceSchema,
      /**
       * What this entry lays its hand on, such as "ticket:1591…": one unsettled entry per order and claim, and of a contact
       * ("contact:…") over all orders.
       */
      claims: z.array(z.string().min(1)).min(1),
      /** Entries of one command share it; there are `groupSize` of them. */
      group: operationIdSchema,
      groupSize: z.number().int().positive(),
      /** The batch that it is part of, and the line of it, from 1. */
      batch: operationIdSchema.optional(),
      line: z.number().int().positive().optional(),
      /** Name of the desk user. */
      who: z.string(),
      /** Not to be sent before. */
      dueAt: moment.optional(),
    },
    { intent: kindJson, before: kindJson },
  ),
  /** Queued, and not to be sent until a person says so. */
  event('held', { why: z.enum(['restart', 'waited-long']) }),
  event('released', { who: z.string() }),
  event('withdrawn', { who: z.string() }),
  /** Committed before the request leaves; `before` is what was read just then. */
  withPayload('sending', { attempt: z.number().int().positive() }, { before: kindJson }),
  /** The server took nothing and asked to come later (429). */
  withPayload('requeued', { dueAt: moment, error: entryErrorSchema }, { words: serverWordsSchema }),
  withPayload(
    'unknown',
    {
      error: entryErrorSchema,
      /** The request itself was refused (409): only evidence of the effect can still make it done. */
      refused: z.boolean(),
      nextLookUpAt: moment,
    },
    { words: serverWordsSchema },
  ),
  withPayload('accepted', { nextLookUpAt: moment, reviewAt: moment }, { after: kindJson }),
  withPayload(
    'looked-up',
    {
      /** False when nothing could be read. */
      answered: z.boolean(),
      /** True for a look-up that read nothing and still counts towards the schedule: waiting longer reads no more. */
      counts: z.boolean().optional(),
      error: entryErrorSchema.optional(),
      /** Absent when a person asked for one look more at an entry that needs review. */
      nextLookUpAt: moment.optional(),
    },
    { now: kindJson },
  ),
  withPayload(
    'done',
    {
      by: z.enum(['answer', 'evidence']),
      requestId: z.string().optional(),
      /** More than this operation changed in between. */
      othersChanged: z.boolean(),
    },
    { after: kindJson },
  ),
  withPayload(
    'failed',
    { error: entryErrorSchema },
    {
      words: serverWordsSchema.optional(),
      /** What was read and stood in the way, where that is why nothing was sent. */
      now: kindJson.optional(),
    },
  ),
  withPayload(
    'needs-review',
    {
      lookUps: z.number().int(),
      /** Why the last look-up could read nothing, where it could not. */
      error: entryErrorSchema.optional(),
    },
    { now: kindJson },
  ),
  /** A person decided what nothing that can be read shows. `why` is in their words. */
  withPayload('marked', { happened: z.boolean(), who: z.string() }, { why: z.string() }),
  /**
   * The payloads of these events (ordinals) of a settled entry were erased for the guest's sake; nothing else of it was.
   * `why` is in the words of whoever asked for it.
   */
  withPayload('purged', { who: z.string(), events: z.array(z.number().int()) }, { why: z.string() }),
  /**
   * Of the journal itself ({@link journalItself}): a person went on with a file that is not what the keychain remembers.
   * `anchor` is what it remembered, `events` and `entries` what was there.
   */
  event('gap-accepted', {
    who: z.string(),
    what: z.enum(['deleted', 'cut', 'replaced']),
    anchor: z.object({ seq: z.number().int(), mac: z.string(), entries: z.number().int(), at: moment }),
    events: z.number().int(),
    entries: z.number().int(),
  }),
])
export type JournalEvent = z.infer<typeof journalEventSchema>
export type EventType = JournalEvent['type']
export type EventOf<Type extends EventType> = Extract<JournalEvent, { type: Type }>

/** Stands in place of an entry's id for events of the journal as a whole. */
export const journalItself = operationIdSchema.parse('00000000-0000-0000-0000-000000000000')

/** An event with its place: the `ordinal`th event (from 1) of an entry. */
export const placedEventSchema = z.object({
  entry: operationIdSchema,
  ordinal: z.number().int().positive(),
  at: moment,
  event: journalEventSchema,
})
export type PlacedEvent = z.infer<typeof placedEventSchema>
