import type { MirrorPause } from '@shared/features/mirror'
import type { AppError } from '@shared/kernel/app-error'
import type { TakeFailure } from '../../store/mirror/protocol'

/** Why the sync cannot go on. */
export interface Trouble {
  readonly why: MirrorPause
  /** It may pass by itself, so that trying again makes sense. */
  readonly passes: boolean
  /** Milliseconds that the server asked to be left alone. */
  readonly waitMs?: number
}

/** What a refusal of the API means for the sync. A person has to act where the server does not let this desk in. */
export function troubleOf({ code, upstream }: AppError): Trouble {
  switch (code) {
    case 'OFFLINE':
      return { why: 'offline', passes: true }
    case 'SIGNED_OUT':
    case 'FORBIDDEN':
      return { why: 'signed-out', passes: false }
    case 'RATE_LIMITED':
      return { why: 'rate-limited', passes: true, ...waitOf(upstream?.retryAfterSeconds) }
    default:
      return { why: 'server', passes: true, ...waitOf(upstream?.retryAfterSeconds) }
  }
}

/** The process that keeps the mirror does not answer. What it holds has to be asked for again. */
export const storeGone: Trouble = { why: 'store-down', passes: true }
/** The file turned out to be damaged, and another one was begun: nothing of what was read is held. */
export const begunAnew: Trouble = { why: 'begun-anew', passes: true }

const troublesOfTake: Readonly<Record<TakeFailure, Trouble>> = {
  'disk-full': { why: 'disk-full', passes: false },
  unreadable: { why: 'server', passes: true },
  'begun-anew': begunAnew,
}

/** What it means that a page was not kept. */
export const troubleOfTake = (failure: TakeFailure): Trouble => troublesOfTake[failure]

const waitOf = (seconds: number | undefined) => (seconds === undefined ? {} : { waitMs: seconds * 1000 })
