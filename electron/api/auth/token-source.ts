import { err, ok, type Result } from '@shared/kernel/result'
import type { Failure } from '../errors/failure'

/** What authorises a request. */
export interface Token {
  /** Value of `Authorization` (rules.md #3). */
  readonly authorization: string
  /** Milliseconds since 1970 UTC. */
  readonly obtainedAt: number
  readonly expiresAt: number
}

/** The one token of a connection: kept until it expires, asked for once however many wait for it. */
export interface TokenSource {
  get(): Promise<Result<Token, Failure>>
  /** A 401 came for this token: the next `get` asks for another one. Another token is not touched. */
  drop(token: Token): void
  /** A 403 came for this token. It may have been switched off (rules.md #7) or lack a scope (rules.md #65). */
  suspect(token: Token): void
}

/** Longest time before the end of a token's life at which it counts as expired. */
const maxMarginMs = 30_000
/** A suspected token is replaced at most so often: a missing scope does not come with a new token. */
const suspectAfterMs = 60_000

export function createTokenSource(deps: {
  request: () => Promise<Result<Token, Failure>>
  now: () => number
}): TokenSource {
  let current: Token | undefined
  let refresh: Promise<Result<Token, Failure>> | undefined

  const isFresh = (token: Token) => {
    const margin = Math.min(maxMarginMs, (token.expiresAt - token.obtainedAt) / 10)
    return deps.now() < token.expiresAt - margin
  }
  const ask = async (): Promise<Result<Token, Failure>> => {
    try {
      const answer = await deps.request()
      if (!answer.ok) return err(answer.error)
      current = answer.value
      return ok(answer.value)
    } finally {
      refresh = undefined
    }
  }
  const drop = (token: Token) => {
    if (current === token) current = undefined
  }

  return {
    get: async () => {
      if (current && isFresh(current)) return ok(current)
      refresh ??= ask()
      return refresh
    },
    drop,
    suspect: (token) => {
      if (deps.now() - token.obtainedAt >= suspectAfterMs) drop(token)
    },
  }
}
