const minute = 60_000
const hour = 60 * minute

/** Once a minute for five minutes, then once every quarter of an hour for an hour (rules.md #25). */
const lookUpWaits: readonly number[] = [
  ...Array.from({ length: 5 }, () => minute),
  ...Array.from({ length: 4 }, () => 15 * minute),
]

/** When to do what, in milliseconds to wait. */
export interface Schedule {
  /**
   * Wait before the next look-up of an unknown outcome. The first look-up is made at once and is not one of the
   * vendor's nine; `undefined` after the last one, when a person has to look.
   * @param made answered look-ups so far
   */
  nextLookUp(made: number): number | undefined
  /** Wait before trying a look-up again that could not read anything. It does not count. */
  retryLookUp(made: number): number
  /** Wait before asking again whether the supplier is through: as above, then every hour (rules.md #29, #162). */
  nextFollowUp(made: number): number
  /** How long to follow a supplier before a person has to look. */
  readonly followFor: number
  /** How long an outcome may stay unknown while this desk is not let in to look, before a person has to. */
  readonly keepOutFor: number
  /** Wait that a 429 asks for; it names none, or anything at all (rules.md #70). */
  afterLimit(retryAfterSeconds: number | undefined): number
}

/** How often an operation is queued again after a 429 before it counts as refused. */
export const maxRequeues = 8

/**
 * @param scale divides every wait; 1 in packaged builds
 */
export function createSchedule(scale = 1): Schedule {
  const scaled = (ms: number) => Math.ceil(ms / scale)
  const wait = (made: number) => lookUpWaits[Math.max(0, made - 1)]
  return {
    nextLookUp: (made) => {
      const ms = wait(made)
      return ms === undefined ? undefined : scaled(ms)
    },
    retryLookUp: (made) => scaled(wait(made) ?? 15 * minute),
    nextFollowUp: (made) => scaled(wait(made + 1) ?? hour),
    // As long as the vendor tries to deliver a webhook (rules.md #33).
    followFor: scaled(7 * 24 * hour),
    keepOutFor: scaled(24 * hour),
    afterLimit: (seconds) => scaled(Math.min(Math.max(seconds ?? 30, 1) * 1000, 15 * minute)),
  }
}
