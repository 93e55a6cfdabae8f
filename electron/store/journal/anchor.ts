import { z } from 'zod'
import { sameBytes } from './chain'

/** Where the chain stands: its newest event, that event's code, and how many entries there are. */
export const chainMarkSchema = z.strictObject({
  seq: z.number().int().nonnegative(),
  /** 64 hex digits. */
  mac: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.number().int().nonnegative(),
})
export type ChainMark = z.infer<typeof chainMarkSchema>

/**
 * A mark that is kept outside the file, in the keychain: a file that does not hold it was cut, replaced or deleted. It
 * may be older than the newest event, and never newer: it is written after the commit.
 */
export const anchorSchema = z.strictObject({
  ...chainMarkSchema.shape,
  /** When it was written, in milliseconds since 1970 UTC. */
  at: z.number().int(),
})
export type Anchor = z.infer<typeof anchorSchema>

/** What the anchor remembers and the file does not hold. */
export interface Gap {
  readonly what: /** There is no file, or an empty one. */
    | 'deleted'
    /** The file ends before the anchor: its newest events are gone, or it is an older copy. */
    | 'cut'
    /** The file is as long and tells another story. */
    | 'replaced'
  readonly anchor: Anchor
  /** Events and entries that are there. */
  readonly events: number
  readonly entries: number
}

export const markOf = (seq: number, mac: Uint8Array, entries: number): ChainMark => ({
  seq,
  mac: Buffer.from(mac).toString('hex'),
  entries,
})

/** Whether two marks name the same event with the same past. */
export const isSameMark = (a: Pick<ChainMark, 'seq' | 'mac'>, b: Pick<ChainMark, 'seq' | 'mac'>): boolean =>
  a.seq === b.seq && a.mac === b.mac

/** Whether the event with this code is the one that the anchor names. */
export const isAnchored = ({ mac }: Anchor, found: Uint8Array | undefined): boolean =>
  found !== undefined && sameBytes(Buffer.from(mac, 'hex'), found)
