import {
  exportKinds,
  exportLayoutSchema,
  listChoiceSchema,
  mirrorQuerySchema,
  type OverviewGrouping,
  overviewQuestionSchema,
} from '@shared/features/mirror'
import type { OrderRow } from '@shared/features/orders'
import type { Result } from '@shared/kernel/result'
import { z } from 'zod'

/** What a file with orders outside the store is: of a kind that was asked for, or the part of one that is being written. */
export const writtenKinds = [...exportKinds, 'part'] as const

const listSchema = z.number().int().min(1)
const keptNameSchema = z.string().regex(/^[a-z]{1,40}$/)

/** What main may ask of the process that keeps a profile's mirror, and with what. */
export const mirrorParams = {
  /** Opens the file, made when missing. One that cannot be read is put aside and begun anew: the API has it all. */
  'mirror.open': z.strictObject({
    /** `undefined`: in memory only. */
    path: z.string().min(1).optional(),
    /** 64 hex digits. */
    key: z.string(),
    /** Milliseconds since 1970 UTC. */
    now: z.number().int(),
    /** It grows to so many pages of 4,096 bytes and no further: in memory, and for tests of a full disk. */
    maxPages: z.number().int().optional(),
  }),
  /**
   * Takes orders as the API sent them: the text of a page of the list (`data.items`) or of one order (`data.order`). They are
   * written a few at a time, so that nobody waits for long: each order is kept whole or not at all. An order that is held in
   * a newer version stays as it is.
   */
  'mirror.take': z.strictObject({
    text: z.string(),
    /** When the API was asked, milliseconds since 1970 UTC. */
    askedAt: z.number().int(),
    /**
     * How far the sync is, saved with the last of them. Refused where none was ever put: the file was begun anew meanwhile, and what the
     * state says is held is not in it.
     */
    state: z.string().optional(),
  }),
  'mirror.status': z.strictObject({}),
  /** Says how far the sync is, which begins one in a new file. */
  'mirror.putState': z.strictObject({ state: z.string() }),
  /** Begins a list of what matches, and answers its first rows. The rest of the list is made while others are answered. */
  'mirror.query': z.strictObject({ query: mirrorQuerySchema, rows: z.number().int().min(1).max(500) }),
  /** Rows of a list by position, from 0. */
  'mirror.rows': z.strictObject({
    list: listSchema,
    from: z.number().int().min(0),
    count: z.number().int().min(1).max(500),
  }),
  /** Waits for the end of a list, and adds it up, or what is chosen of it. */
  'mirror.totals': z.strictObject({ list: listSchema, choice: listChoiceSchema.optional() }),
  /** Counts what the orders of a question come to; asked again until it is done. */
  'mirror.overview': z.strictObject({ question: overviewQuestionSchema }),
  /** Position of an order in a list, from 0. */
  'mirror.position': z.strictObject({ list: listSchema, reference: z.string() }),
  'mirror.order': z.strictObject({ reference: z.string() }),
  /** What a person has put by under a name of ours. */
  'mirror.kept': z.strictObject({ name: keptNameSchema }),
  /** Puts something by, in place of what was there; without a value it is removed for good. */
  'mirror.keep': z.strictObject({ name: keptNameSchema, value: z.string().max(2_000_000).optional() }),
  /**
   * Begins to write a list, or what is chosen of it, as a file; gives up the one before. The list is the one of this number
   * where it is still held, else it is made anew. Which orders it has, and in which order, is of that moment; each order is
   * as it is held when its row is written.
   */
  'mirror.beginExport': z.strictObject({
    list: listSchema.optional(),
    query: mirrorQuerySchema,
    choice: listChoiceSchema.optional(),
    as: z.enum(exportKinds),
    layout: exportLayoutSchema,
    /** Milliseconds since 1970 UTC. */
    now: z.number().int(),
  }),
  /** The next bytes of the file. */
  'mirror.nextOfExport': z.strictObject({ export: listSchema }),
  'mirror.endExport': z.strictObject({ export: listSchema }),
  /** Remembers a file that was written, or the part of one that will be, also if the power fails after this. */
  'mirror.noteFile': z.strictObject({
    path: z.string().min(1),
    /** Milliseconds since 1970 UTC. */
    at: z.number().int(),
    kind: z.enum(writtenKinds),
    orders: z.number().int().min(0),
  }),
  'mirror.forgetFile': z.strictObject({ path: z.string().min(1) }),
  'mirror.files': z.strictObject({}),
  /** Counts the orders that a purge would remove. */
  'mirror.countSettled': z.strictObject({ before: z.number().int() }),
  /** Makes one of the indexes that sort, if one is missing; answers how many are missing then. */
  'mirror.indexSort': z.strictObject({}),
  /** Removes for good up to `limit` orders that are settled and were made and travelled before. */
  'mirror.purge': z.strictObject({ before: z.number().int(), limit: z.number().int().min(1).max(5000) }),
  /** Removes these orders for good, whatever their state. */
  'mirror.remove': z.strictObject({ references: z.array(z.string()).max(1000) }),
} as const
export type MirrorMethod = keyof typeof mirrorParams
export type MirrorParams<Method extends MirrorMethod> = z.input<(typeof mirrorParams)[Method]>

export interface MirrorProtocol {
  readonly params: typeof mirrorParams
  readonly answers: MirrorAnswers
}

/** Why the mirror could not be opened: the file is of a newer Gatehouse, or in use, or the disk refuses. */
export type MirrorOpenFailure = 'newer' | 'busy' | 'disk'

export interface MirrorOpened {
  /** Name of the file that could not be read and was put aside, in the same folder. */
  readonly setAside?: string
  readonly status: MirrorStatus
}

/** What is held, and how far the sync says it is. */
export interface MirrorStatus {
  readonly orders: number
  /** Bytes on disk. */
  readonly bytes: number
  /** As saved last; `undefined` for a new file. */
  readonly state?: string
  /** Name of a file that turned out to be damaged since the process began, and was put aside: what is held began anew. */
  readonly setAside?: string
}

/** What a page or an order brought. */
export interface Taken {
  /** Orders in the text. */
  readonly items: number
  /** Of these, those without a reference or a moment of creation: they cannot be kept. */
  readonly unreadable: number
  /** References of orders that are new, or other than they were held. */
  readonly changed: readonly string[]
  /** Paging figures of the answer, where it has them. */
  readonly paging: { readonly totalItems?: number; readonly itemsPerPage?: number }
  /** Earliest and latest `order_created`, milliseconds since 1970 UTC. */
  readonly created?: { readonly first: number; readonly last: number }
  /** Latest `order_modified`, milliseconds since 1970 UTC. */
  readonly modified?: number
}

export interface MirrorRows {
  readonly rows: readonly OrderRow[]
  /** Rows of the whole list, once it is known. */
  readonly total?: number
}

/** Sums of one currency, in its minor unit. */
export interface CurrencyTotals {
  readonly currency: string
  readonly orders: number
  readonly total: number
  readonly fee: number
  readonly refunded: number
  /** Of these orders, those whose fee is not known: `fee` is of the others. */
  readonly feeUnknown: number
  /** The same of `refunded`. */
  readonly refundedUnknown: number
}

export interface MirrorTotals {
  readonly orders: number
  readonly byCurrency: readonly CurrencyTotals[]
  /** Orders without a total, or without one currency. */
  readonly unpriced: number
}

/** A group of orders, see `Overview` for what its parts mean. */
export interface MirrorGroup extends MirrorTotals {
  readonly key: string
  readonly title?: string
}

export interface MirrorGroups {
  readonly groups: readonly MirrorGroup[]
  readonly more: number
}

export interface MirrorDay {
  readonly day: string
  readonly orders: number
  readonly cancelled: number
}

export interface MirrorWeek {
  readonly from: string
  readonly orders: number
  readonly cancelled: number
  readonly byCurrency: readonly (CurrencyTotals & { readonly refunds: number })[]
}

/** What the orders of a question come to, as `Overview` tells it, amounts in minor units. */
export interface MirrorOverview extends MirrorTotals {
  readonly groups: Readonly<Record<OverviewGrouping, MirrorGroups>>
  readonly days: readonly MirrorDay[]
  readonly weeks: readonly MirrorWeek[]
}

export type OverviewAnswer =
  | { readonly state: 'counting'; readonly counted: number }
  | { readonly state: 'done'; readonly overview: MirrorOverview }

/** Bytes of a file that is being written. */
export interface ExportPart {
  readonly bytes: Uint8Array
  /** Orders that were written, up to here. */
  readonly orders: number
  /** With the last part. */
  readonly end?: ExportEnd
}

/** What a file came to. */
export interface ExportEnd {
  /** Of the rows as they were written. */
  readonly totals: MirrorTotals
  /** Orders that the list had and that were removed from the mirror before their turn came. */
  readonly leftOut: number
  /** Orders that were read from the API after it was begun: their rows are newer than the rest. */
  readonly readSince: number
}

/** A file with orders, or a part of one, that was written outside the encrypted store. */
export interface WrittenFile {
  readonly path: string
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly kind: (typeof writtenKinds)[number]
  readonly orders: number
}

/** A list that is no longer held: the store was started anew, or newer ones took its place. It is asked for again. */
export type ListGone = 'gone'

/** Why not all of it was kept. */
export type TakeFailure = 'disk-full' | 'unreadable' | 'begun-anew'

/** What the process answers; plain data. */
export interface MirrorAnswers {
  'mirror.open': Result<MirrorOpened, MirrorOpenFailure>
  'mirror.take': Result<Taken, TakeFailure>
  'mirror.status': MirrorStatus
  'mirror.putState': Result<null, 'disk-full'>
  'mirror.query': MirrorRows & { readonly list: number }
  'mirror.rows': MirrorRows | ListGone
  'mirror.totals': MirrorTotals | ListGone
  'mirror.overview': OverviewAnswer
  'mirror.position': { readonly at: number | undefined } | ListGone
  /** The order as received, and when the API was asked for it. */
  'mirror.order': { readonly text: string; readonly askedAt: number } | undefined
  'mirror.kept': { readonly value?: string }
  'mirror.keep': Result<null, 'disk-full'>
  'mirror.beginExport': { readonly export: number; readonly orders: number } | ListGone
  'mirror.nextOfExport': ExportPart | ListGone
  'mirror.endExport': null
  'mirror.noteFile': null
  'mirror.forgetFile': null
  'mirror.files': readonly WrittenFile[]
  'mirror.countSettled': { readonly orders: number }
  'mirror.indexSort': Result<{ readonly left: number }, 'disk-full'>
  'mirror.purge': { readonly removed: number; readonly more: boolean }
  'mirror.remove': { readonly removed: number }
}
