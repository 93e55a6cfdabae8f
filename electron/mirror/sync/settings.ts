/** How the mirror is brought up to date. Times in milliseconds. */
export interface SyncSettings {
  /** Orders asked for in one page; the server may give another number (rules.md #35, #36). */
  readonly pageSize: number
  /** How far back orders are held, by their creation. */
  readonly retentionMonths: number
  /** Length of a window of the first fill: what the API gives by itself (rules.md #152). */
  readonly windowMonths: number
  /** The last position that the API answers for (rules.md #36). */
  readonly lastPosition: number
  /**
   * How far a question for changes reaches back behind what was answered for already. It covers orders that the vendor's
   * cache gave as they were before (rules.md #42, #45 names up to 60 minutes for others' caches of other things; none for
   * this one), changes that were dated before they could be seen, and clocks that differ among the server's machines.
   */
  readonly overlapMs: number
  /** From one question for changes to the next. */
  readonly pollMs: number
  readonly pace: SyncPace
  /** The first wait after a failure and the longest; it doubles in between. */
  readonly retry: { readonly backoffMs: number; readonly maxBackoffMs: number }
  /** Tries of a page whose body came damaged, the first one included. */
  readonly pageTries: number
  /** Clocks may be so far apart before it is told. */
  readonly skewMs: number
}

/** Fair use asks for no figure (rules.md #75), but lists are for small subsets (#77): it is kept low. */
export interface SyncPace {
  /** Pages under way at the same time; the API client has room for them (electron/api/settings.ts). */
  readonly atOnce: number
  /** Pages begun in a second, at most. */
  readonly perSecond: number
}

const minute = 60_000

export const defaultSyncSettings: SyncSettings = {
  pageSize: 100,
  retentionMonths: 13,
  windowMonths: 3,
  lastPosition: 10_000,
  overlapMs: 15 * minute,
  pollMs: minute,
  pace: { atOnce: 2, perSecond: 10 },
  retry: { backoffMs: 5_000, maxBackoffMs: 5 * minute },
  pageTries: 3,
  skewMs: 30_000,
}
