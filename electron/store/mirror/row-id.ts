/** Orders made within one millisecond that can be told apart. */
export const perMoment = 1024

/** First row id of a moment, in milliseconds since 1970 UTC. */
export const firstIdOf = (ms: number): number => ms * perMoment

/** The moment of creation that a row id tells. */
export const momentOf = (id: number): number => Math.floor(id / perMoment)

/** Moments further from 1970 than this, the year 2248, have no ids that are whole numbers exactly. */
export const latestMoment = Math.floor(Number.MAX_SAFE_INTEGER / perMoment) - 1
