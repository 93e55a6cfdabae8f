/** The time and waiting for it, so that tests own both. */
export interface EngineClock {
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** Runs `run` after about `ms` milliseconds, later when the machine slept. Answers how to call it off. */
  after(ms: number, run: () => void): () => void
}
