import { lineStateSchema } from '@shared/features/batches'
import { operationStateSchema } from '@shared/features/operations'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '@shared/kernel/ids'
import type { Result } from '@shared/kernel/result'
import { z } from 'zod'
import {
  type BatchLineOfOrder,
  type BatchLinePage,
  type BatchRecord,
  type BatchTally,
  batchLineRecordSchema,
  batchRecordSchema,
  type OpenBatch,
  type UnresolvedLine,
} from '../../journal/batch'
import type { Entry } from '../../journal/entry'
import { type PlacedEvent, placedEventSchema } from '../../journal/event'
import {
  digestSchema,
  type MadeList,
  madeFileSchema,
  orderOwnerSchema,
  type PrivacyRecord,
  privacyRecordSchema,
} from '../../journal/privacy-record'
import { anchorSchema, type ChainMark } from './anchor'
import type { AppendRefusal, EntryPage, JournalReport, OpenFailure } from './journal-file'
import type { PurgeRefusal } from './purge-order'
import type { CheckStep } from './verify-journal'

/** What main may ask of the store process, and with what. */
export const storeParams = {
  'journal.open': z.strictObject({
    path: z.string().min(1),
    secret: z.string(),
    now: z.number().int(),
    /** What the keychain remembers of the chain. */
    anchor: anchorSchema.optional(),
  }),
  /** Goes on with a file that does not hold what the keychain remembers. */
  'journal.accept': z.strictObject({ who: z.string(), now: z.number().int() }),
  /** Appends that are made durable together, each all or none of it. */
  'journal.append': z.strictObject({ appends: z.array(z.array(placedEventSchema).min(1)).min(1) }),
  'journal.entry': z.strictObject({ id: operationIdSchema }),
  'journal.history': z.strictObject({ id: operationIdSchema }),
  'journal.unsettled': z.strictObject({}),
  'journal.settled': z.strictObject({
    /** Where the page before ended. */
    before: z.number().int().optional(),
    limit: z.number().int().min(1).max(500),
  }),
  'journal.list': z.strictObject({
    profile: profileIdSchema,
    states: z.array(operationStateSchema).optional(),
    kinds: z.array(z.string()).optional(),
    order: orderReferenceSchema.optional(),
    /** Where the page before ended. */
    before: z.number().int().optional(),
    limit: z.number().int().min(1).max(500),
  }),
  'journal.group': z.strictObject({ group: operationIdSchema, limit: z.number().int().min(1).max(500) }),
  'journal.counts': z.strictObject({ profile: profileIdSchema }),
  'batches.create': z.strictObject({ record: batchRecordSchema, lines: z.array(batchLineRecordSchema) }),
  'batches.put': z.strictObject({ record: batchRecordSchema }),
  'batches.putLines': z.strictObject({ id: operationIdSchema, lines: z.array(batchLineRecordSchema) }),
  'batches.get': z.strictObject({ id: operationIdSchema }),
  'batches.list': z.strictObject({ profile: profileIdSchema, limit: z.number().int().min(1).max(500) }),
  'batches.open': z.strictObject({}),
  'batches.tally': z.strictObject({ id: operationIdSchema }),
  'batches.linesIn': z.strictObject({ id: operationIdSchema, states: z.array(lineStateSchema) }),
  'batches.lines': z.strictObject({
    id: operationIdSchema,
    states: z.array(lineStateSchema).optional(),
    only: z.array(z.number().int()).max(500).optional(),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(500),
  }),
  'batches.linesOf': z.strictObject({ order: orderReferenceSchema }),
  'batches.unresolved': z.strictObject({}),
  'batches.eraseLines': z.strictObject({
    lines: z.array(z.strictObject({ batch: operationIdSchema, line: z.number().int() })),
  }),
  'privacy.put': z.strictObject({ record: privacyRecordSchema }),
  'privacy.end': z.strictObject({ record: privacyRecordSchema, digests: z.array(digestSchema) }),
  'privacy.get': z.strictObject({ id: operationIdSchema }),
  'privacy.list': z.strictObject({ owner: orderOwnerSchema }),
  'privacy.unended': z.strictObject({}),
  'privacy.countSince': z.strictObject({ created: z.number().int() }),
  'privacy.lastNumber': z.strictObject({ year: z.string() }),
  'privacy.erased': z.strictObject({ owner: orderOwnerSchema, digests: z.array(digestSchema) }),
  'privacy.noteFile': z.strictObject({ file: madeFileSchema }),
  'privacy.forgetFile': z.strictObject({ path: z.string() }),
  'privacy.lists': z.strictObject({ owner: orderOwnerSchema }),
  'privacy.files': z.strictObject({ owner: orderOwnerSchema, orders: z.array(orderReferenceSchema) }),
  'journal.purge': z.strictObject({
    order: orderReferenceSchema,
    owner: orderOwnerSchema,
    who: z.string(),
    why: z.string().min(1),
    at: z.number().int(),
    kinds: z.array(z.string()).readonly().optional(),
    entries: z.array(operationIdSchema).readonly().optional(),
  }),
  'journal.requestIds': z.strictObject({ entries: z.array(operationIdSchema).max(500) }),
  /** One part of checking the whole file; `restart` begins. */
  'journal.check': z.strictObject({ restart: z.boolean(), anchor: anchorSchema.optional() }),
} as const
export type StoreMethod = keyof typeof storeParams
export type StoreParams<Method extends StoreMethod> = z.input<(typeof storeParams)[Method]>
/** The same, as the process gets them. */
export type StoreOutput<Method extends StoreMethod> = z.output<(typeof storeParams)[Method]>

export interface JournalProtocol {
  readonly params: typeof storeParams
  readonly answers: StoreAnswers
}

/** An opened journal: what checking it found, and where its chain stands. */
export interface Opened {
  readonly report: JournalReport
  readonly mark: ChainMark
}

/** What the store answers; plain data. */
export interface StoreAnswers {
  'journal.open': Result<Opened, OpenFailure>
  'journal.accept': Result<Opened, OpenFailure>
  /** One answer for each append, with where the chain stands after all of them. */
  'journal.append': { readonly appended: Result<readonly Entry[], AppendRefusal>[]; readonly mark: ChainMark }
  'journal.entry': Entry | undefined
  'journal.history': readonly PlacedEvent[]
  'journal.unsettled': readonly Entry[]
  'journal.settled': EntryPage
  'journal.list': EntryPage
  'journal.group': readonly Entry[]
  'journal.counts': Readonly<Record<string, number>>
  'batches.create': null
  'batches.put': null
  'batches.putLines': null
  'batches.get': BatchRecord | undefined
  'batches.list': readonly BatchRecord[]
  'batches.open': readonly OpenBatch[]
  'batches.tally': BatchTally
  'batches.linesIn': readonly number[]
  'batches.lines': BatchLinePage
  'batches.linesOf': readonly BatchLineOfOrder[]
  'batches.unresolved': readonly UnresolvedLine[]
  'batches.eraseLines': null
  'privacy.put': null
  'privacy.end': null
  'privacy.get': PrivacyRecord | undefined
  'privacy.list': readonly PrivacyRecord[]
  'privacy.unended': readonly PrivacyRecord[]
  'privacy.countSince': number
  'privacy.lastNumber': number
  'privacy.erased': readonly PrivacyRecord[]
  'privacy.noteFile': null
  'privacy.forgetFile': null
  'privacy.lists': readonly MadeList[]
  'privacy.files': readonly string[]
  'journal.purge': { readonly purged: Result<readonly Entry[], PurgeRefusal>; readonly mark: ChainMark }
  'journal.requestIds': Readonly<Record<string, readonly string[]>>
  'journal.check': CheckStep
}
