import { z } from 'zod'

/** Why the mirror is not being brought up to date. */
export const mirrorPauses = [
  'by-hand',
  'offline',
  'metered',
  'signed-out',
  'rate-limited',
  'server',
  'disk-full',
  'disk',
  'no-keychain',
  'unusable',
  'store-down',
  'begun-anew',
] as const
export type MirrorPause = (typeof mirrorPauses)[number]

/** How the mirror of a profile stands. */
export const mirrorStateSchema = z.object({
  /**
   * `off`: nobody asked for one. `filling`: orders come in for the first time; what is there can be searched. `fresh`:
   * what is held is what the server had at `through`. `paused`: it waits, see `why`.
   */
  state: z.enum(['off', 'filling', 'fresh', 'paused']),
  why: z.enum(mirrorPauses).optional(),
  /** In memory only: there is no keychain to keep a key in. */
  inMemory: z.boolean(),
  /** For how many months orders are held, by their creation; what is unsettled stays. */
  retentionMonths: z.number().int(),
  /** Orders held. */
  orders: z.number().int(),
  /** Orders that the first fill is to bring, as the server said; absent before it was asked. */
  of: z.number().int().optional(),
  /** Milliseconds that the first fill still takes at its present rate. */
  timeLeft: z.number().optional(),
  /** The first fill was through once: what is missing is only what is new. */
  isFilled: z.boolean(),
  /** Orders that were made before this moment are still being read, as they are to be held for longer than they were. */
  olderComing: z.number().optional(),
  /** Orders of the server could not be kept: without a readable number or moment, or too many of one second. */
  leftOut: z.literal(true).optional(),
  /** Everything that the server had at this moment of its own clock is held, milliseconds since 1970 UTC. */
  through: z.number().optional(),
  /** The desk's clock less the server's, in milliseconds, where they are further apart than they should be. */
  clockSkew: z.number().optional(),
  /** A file that could not be read was put aside under this name, and begun anew. */
  setAside: z.string().optional(),
})
export type MirrorState = z.infer<typeof mirrorStateSchema>

/** Orders that are to be held are still on their way, so that a list may not be all of it. */
export const areOrdersComing = ({ isFilled, olderComing }: MirrorState): boolean =>
  !isFilled || olderComing !== undefined

/** What a first fill would cost, by what the server says now. */
export const fillEstimateSchema = z.object({
  orders: z.number().int(),
  /** Requests that it takes, those of the estimate not counted. */
  calls: z.number().int(),
  /** Milliseconds at the pace that is kept. */
  duration: z.number(),
})
export type FillEstimate = z.infer<typeof fillEstimateSchema>
