import { z } from 'zod'
import { spanSchema } from './span'

/**
 * How far the sync is: what it saves with every page and goes on from. It says only what is kept for certain, so that
 * after a kill at any point no more is read again than the pages that were under way.
 *
 * Every moment is the server's where nothing else is said, in milliseconds since 1970 UTC.
 */
export const syncStateSchema = z.object({
  version: z.literal(1),
  /** Orders made since then are held, or on their way. */
  heldFrom: z.number().int(),
  /** Changes are asked for of orders made since then, or even longer ago: some of them are still unsettled. */
  changesFrom: z.number().int().optional(),
  /** Everything that changed up to here was asked for; `undefined` while the server's time is not known. */
  through: z.number().int().optional(),
  /** When the desk heard of that, by its own clock: how long ago that is shows what the server's clock can say now. */
  throughAt: z.number().int().optional(),
  /** Orders came that could not be kept, or were out of reach: what is held may not be all. */
  leftOut: z.literal(true).optional(),
  /** What the first fill has still to read; absent once it is through. */
  fill: z
    .object({
      /** Orders that it brings in all, as the server said. */
      of: z.number().int().optional(),
      /** It adds older orders to a mirror that was filled before. */
      isMore: z.boolean(),
      spans: z.array(spanSchema),
    })
    .optional(),
  /** A question for changes that is not answered to the end. */
  increment: z
    .object({
      modifiedSince: z.number().int(),
      /** Sent with its first page: an answer is wanted only if there is a newer one. */
      ifModifiedSince: z.string().optional(),
      /** Its first page is kept. */
      isBegun: z.boolean(),
      /** When the server answered that, and when the desk heard it by its own clock. */
      date: z.number().int().optional(),
      heardAt: z.number().int().optional(),
      spans: z.array(spanSchema),
    })
    .optional(),
  /** The last question for changes, which may be asked again on condition that there are any. */
  quiet: z.object({ modifiedSince: z.number().int(), span: spanSchema, lastModified: z.string() }).optional(),
})
export type SyncState = z.infer<typeof syncStateSchema>

/** What was saved; `undefined` for nothing, or for what another version wrote: then all is asked for anew. */
export function readSyncState(text: string | undefined): SyncState | undefined {
  if (text === undefined) return undefined
  try {
    return syncStateSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export const writeSyncState = (state: SyncState): string => JSON.stringify(state)
