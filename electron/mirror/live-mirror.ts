import type { FillEstimate, MirrorPause, MirrorState } from '@shared/features/mirror'
import type { AppError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import type { EngineClock } from '../journal/clock'
import type { WrittenFile } from '../store/mirror/protocol'
import { deleteParts, notedParts } from './left-parts'
import type { MirrorStore, MirrorStoreState } from './mirror-store'
import { heldFrom, type Sync } from './sync'

/** The mirror of one profile: what is held, and what brings it up to date. */
export interface LiveMirror {
  /** Of which account's orders it is; see `accountOf`. */
  readonly account: string
  readonly store: MirrorStore
  /** Opens the file and begins to bring it up to date; again when that failed before. */
  open(): Promise<MirrorStoreState>
  state(): Promise<MirrorState>
  estimate(months?: number): Promise<Result<FillEstimate, AppError>>
  /** How many orders would be removed if they were held for so many months. The store must be open. */
  settledBeyond(months: number): Promise<number>
  /** Holds orders for so many months from now on: brings in what is missing, and begins to remove what is settled and older. */
  holdFor(months: number): Promise<void>
  /** By hand: until told to go on. */
  pause(): void
  /** Nothing is brought in while the connection is metered, until told to go on all the same. */
  metered(isMetered: boolean): void
  resume(): Promise<void>
  refresh(): void
  /** Keeps an order as the API just answered it; nobody waits for it, and it may be missed. */
  saw(text: string, askedAt: number): void
  /** Deletes the file and its key. */
  forget(): Promise<Result<void, AppError>>
  stop(): Promise<void>
}

interface Parts {
  readonly account: string
  readonly store: MirrorStore
  readonly sync: Sync
  /** Nothing is brought in until told to. */
  readonly startsPaused: boolean
  /** Nothing is brought in over the connection that there is. */
  readonly startsMetered: boolean
  readonly clock: EngineClock
  readonly filesLeft: FilesLeft
  /** So many months after it was made, an order that is settled and travelled is removed. */
  readonly retentionMonths: number
  /** @param references none: orders are gone */
  readonly changed: (references: readonly string[]) => void
}

/** Old orders are looked for this long after opening, and then once a day, in milliseconds. */
const firstPurge = 5 * 60_000
const purgeEvery = 24 * 60 * 60_000
/**
 * Removed in one go, and the calm after it, in milliseconds: with each order that goes lists begin anew, and whoever looks at
 * one is to have it whole, with its sums. A year of a million orders is gone after an hour.
 */
const purgedAtOnce = 2_000
const purgeCalm = 10_000

export function liveMirror(parts: Parts): LiveMirror {
  const { account, store, sync, clock, filesLeft, changed } = parts
  let opening: Promise<MirrorStoreState> | undefined
  let disarm: (() => void) | undefined
  /** Apart from whether the file is open: whoever asks it something opens it as well. */
  let isBegun = false
  let areLeftPartsSought = false
  let { retentionMonths } = parts
  let purging: Promise<void> = Promise.resolve()
  let endCalm: () => void = () => {}
  let isPaused = parts.startsPaused
  let isMetered = parts.startsMetered
  /** What holds of the two; a person who paused is told that and not the other. */
  const settle = (): void => {
    if (isPaused) sync.pause('by-hand')
    else if (isMetered) sync.pause('metered')
    else sync.resume()
  }
  if (isPaused || isMetered) settle()

  const calm = (): Promise<void> =>
    new Promise((resolve) => {
      const callOff = clock.after(purgeCalm, resolve)
      endCalm = () => {
        callOff()
        resolve()
      }
    })
  const purge = async (): Promise<void> => {
    const months = retentionMonths
    // By the server's clock: with a desk's clock far ahead, everything would be old.
    const { through } = sync.state()
    if (through === undefined) return
    const before = heldFrom(Math.min(clock.now(), through), { retentionMonths: months })
    await sync.release(before)
    const isWanted = () => disarm !== undefined && months === retentionMonths
    let isAny = false
    for (let more = true; more && isWanted(); ) {
      const purged = await store.purge({ before, limit: purgedAtOnce })
      more = purged.more
      if (purged.removed === 0) continue
      isAny = true
      await sync.recount()
      if (more && isWanted()) await calm()
    }
    if (isAny) changed([])
  }
  /** One after the other. What could not be removed today is removed tomorrow. */
  const purgeNext = (): Promise<void> => {
    purging = purging.then(purge).catch(() => {})
    return purging
  }
  const purgeLater = (wait: number): void => {
    disarm = clock.after(wait, () => void purgeNext().then(() => disarm && purgeLater(purgeEvery)))
  }
  const stop = async (): Promise<void> => {
    disarm?.()
    disarm = undefined
    endCalm()
    await sync.stop()
    await purging
  }

  /** Before anything can be written: what is remembered then was left by a run that was killed. */
  const seekLeftParts = async (): Promise<void> => {
    if (areLeftPartsSought) return
    areLeftPartsSought = true
    // A disk that does not answer keeps nobody waiting.
    void deleteParts(store, await notedParts(store))
  }

  const open = async (): Promise<MirrorStoreState> => {
    if (isBegun && store.state().state === 'open') return store.state()
    opening ??= store
      .open()
      .then(async (found) => {
        if (found.state !== 'open') return found
        if (!disarm) purgeLater(firstPurge)
        await Promise.all([sync.start(), seekLeftParts()])
        isBegun = true
        return found
      })
      .finally(() => {
        opening = undefined
      })
    return opening
  }

  return {
    account,
    store,
    open,
    state: async () => {
      const found = await open()
      if (found.state !== 'open') return { ...closed, retentionMonths, why: whyClosed(found) }
      const { inMemory, setAside } = found
      return { ...sync.state(), inMemory, retentionMonths, ...(setAside === undefined ? {} : { setAside }) }
    },
    estimate: sync.estimate,
    settledBeyond: (months) => store.countSettled(heldFrom(clock.now(), { retentionMonths: months })),
    holdFor: async (months) => {
      retentionMonths = months
      endCalm()
      if ((await open()).state !== 'open') return
      // What is on its way out is not counted among what is held.
      await purging
      await sync.holdFor(months)
      void purgeNext()
    },
    pause: () => {
      isPaused = true
      settle()
    },
    metered: (now) => {
      if (now === isMetered) return
      isMetered = now
      settle()
    },
    resume: async () => {
      isPaused = false
      isMetered = false
      const found = await open()
      if (found.state === 'open') settle()
    },
    refresh: () => sync.refresh(),
    saw: (text, askedAt) => {
      if (store.state().state !== 'open') return
      store
        .take({ text, askedAt })
        .then((taken) => {
          if (taken.ok && taken.value.changed.length > 0) changed(taken.value.changed)
        })
        // The sync brings it when the store is there again.
        .catch(() => {})
    },
    forget: async () => {
      await stop()
      return forgetStore(store, clock, filesLeft)
    },
    stop: async () => {
      await stop()
      void store.stop()
    },
  }
}

/** Is told which files with orders lie outside, before nothing knows of them any more. */
export type FilesLeft = (files: readonly WrittenFile[]) => Promise<void>

/** How long forgetting waits for the disk, in milliseconds. */
const patience = 10_000

/**
 * Deletes the file of a store and its key, and before them what it knows to be left of exports. What is on a disk that does
 * not answer stays behind: the journal knows where. Lists that a person exported stay as well: `filesLeft` is told where.
 */
export async function forgetStore(
  store: MirrorStore,
  clock: Pick<EngineClock, 'after'>,
  filesLeft: FilesLeft,
): Promise<Result<void, AppError>> {
  if (store.holdsAnything()) {
    let disarm = () => {}
    const enough = new Promise<void>((resolve) => {
      disarm = clock.after(patience, resolve)
    })
    const clear = async (): Promise<void> => {
      const files = await store.files().catch(() => [])
      const isPart = ({ kind }: WrittenFile) => kind === 'part'
      const lists = files.filter((file) => !isPart(file))
      const parts = files.filter(isPart).map(({ path }) => path)
      // Where nobody can be told, the mirror is forgotten all the same: a person asked for it.
      await Promise.allSettled([filesLeft(lists), deleteParts(store, parts)])
    }
    await Promise.race([clear(), enough])
    disarm()
  }
  return store.forget()
}

const whyClosed = (found: MirrorStoreState): MirrorPause => {
  if (found.state === 'locked') return 'no-keychain'
  return found.state === 'unusable' && found.why === 'disk' ? 'disk' : 'unusable'
}

const closed = { state: 'paused', inMemory: false, orders: 0, isFilled: false } as const
