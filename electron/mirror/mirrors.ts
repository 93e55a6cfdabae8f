import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FillEstimate, MirrorState } from '@shared/features/mirror'
import { type AppError, appError, asCommonError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { DistributorApi } from '../api'
import type { EngineClock } from '../journal/clock'
import type { Keychain } from '../platform/keychain'
import type { StoreProcess } from '../platform/store-client'
import type { WrittenFile } from '../store/mirror/protocol'
import { putAsideOf } from '../store/mirror/put-aside'
import { type FilesLeft, forgetStore, type LiveMirror, liveMirror } from './live-mirror'
import { mirrorKey } from './mirror-key'
import { createMirrorStore, type MirrorStore } from './mirror-store'
import type { MirrorWish, MirrorWishes } from './mirrors-document'
import { createSync, defaultSyncSettings, type SyncSettings } from './sync'

export interface MirrorsDeps {
  /** Where the files are, and nothing else. */
  readonly folder: string
  readonly keychain: Pick<Keychain, 'check' | 'read' | 'remove' | 'getOrCreateKey'>
  readonly api: DistributorApi
  readonly wishes: MirrorWishes
  /** What holds for a profile for which nobody chose. */
  readonly byDefault: (profile: ProfileId) => MirrorWish
  /** Its server is this computer: whether the connection is metered does not matter. */
  readonly isOnThisComputer: (profile: ProfileId) => boolean
  /** Fingerprint of where and as whom a profile works; `undefined` when there is no such profile. */
  readonly accountOf: (profile: ProfileId) => string | undefined
  readonly syncSettings: (profile: ProfileId) => Partial<SyncSettings>
  readonly spawn: () => StoreProcess
  readonly clock: EngineClock
  readonly changed: (profile: ProfileId, references: readonly string[]) => void
  /** May come often. */
  readonly stateChanged: (profile: ProfileId) => void
  /**
   * Is told which lists and parts of a profile lie outside when its mirror is forgotten, which was the one to know of them.
   * @param account as which they were made, where that is known
   */
  readonly filesLeft: (
    profile: ProfileId,
    account: string | undefined,
    files: readonly WrittenFile[],
  ) => Promise<void>
  readonly report: (what: string, detail: Readonly<Record<string, string | number>>) => void
}

/** The mirrors of all profiles, each opened when it is first asked for. */
export interface Mirrors {
  /** The mirror of a profile to be read from; `NO_MIRROR` where none is kept or it cannot be opened now. */
  opened(profile: ProfileId): Promise<Result<MirrorStore, AppError<'NO_MIRROR'>>>
  /** Opens the mirror ahead of the first question, and brings nothing in: nothing is known yet of the connection. */
  warm(profile: ProfileId): Promise<void>
  state(profile: ProfileId): Promise<MirrorState>
  estimate(profile: ProfileId): Promise<Result<FillEstimate, AppError<never>>>
  start(profile: ProfileId): Promise<MirrorState>
  pause(profile: ProfileId): Promise<MirrorState>
  refresh(profile: ProfileId): Promise<MirrorState>
  /** Whether to wait for another connection; `start` goes on all the same until there is one. */
  metered(isMetered: boolean): void
  forget(profile: ProfileId): Promise<Result<MirrorState, AppError<never>>>
  /** What it would mean to hold orders for so many months. */
  weighRetention(profile: ProfileId, months: number): Promise<Result<RetentionWeight, AppError<'NO_MIRROR'>>>
  chooseRetention(profile: ProfileId, months: number): Promise<MirrorState>
  /** Keeps an order as the API just answered it, where a mirror is open. */
  saw(profile: ProfileId, text: string, askedAt: number): void
  /**
   * A profile was changed. When it works somewhere else now its mirror is of no use any more.
   * @param isOther its orders are others although it works where it did
   */
  renewed(profile: ProfileId, isOther: boolean): Promise<void>
  /**
   * A profile is about to be removed. Noted first, so that what a kill or a failure leaves of it is known.
   * @throws when the disk refuses
   */
  leaves(profile: ProfileId): void
  /** A profile is gone: so are its file and its key, or `finishLeaving` tries again. */
  removed(profile: ProfileId): Promise<void>
  /** Deletes what is left of what was to be forgotten, unless the keychain is locked. For a start, and whenever it is unlocked. */
  finishLeaving(): Promise<void>
  /** Nothing is brought in any more, all files are closed, and what is being deleted is gone. */
  stop(): Promise<void>
}

/** Orders that would be removed, and what reading those that are missing would cost. */
export interface RetentionWeight {
  readonly removes: number
  readonly reads?: FillEstimate
}

export function createMirrors(deps: MirrorsDeps): Mirrors {
  const { wishes, accountOf } = deps
  const live = new Map<ProfileId, LiveMirror>()
  let isMetered = false
  let isStopped = false
  const wishOf = (profile: ProfileId): MirrorWish => wishes.of(profile) ?? deps.byDefault(profile)

  const monthsOf = (profile: ProfileId): number =>
    wishes.monthsOf(profile) ?? { ...defaultSyncSettings, ...deps.syncSettings(profile) }.retentionMonths
  const off = (profile: ProfileId): MirrorState => ({
    ...{ state: 'off', inMemory: false, orders: 0, isFilled: false },
    retentionMonths: monthsOf(profile),
  })

  const storeOf = (profile: ProfileId, file: string): MirrorStore =>
    createMirrorStore({
      path: join(deps.folder, file),
      key: mirrorKey(deps.keychain, profile),
      spawn: deps.spawn,
      now: deps.clock.now,
      died: (code) => deps.report('mirror.died', { code }),
      begunAnew: () => deps.report('mirror.begun-anew', {}),
    })

  const make = (profile: ProfileId, account: string): LiveMirror => {
    try {
      deleteFilesOf(deps.folder, profile, { but: fileOf(profile, account), now: deps.clock.now() })
    } catch {
      deps.report('mirror.not-forgotten', {})
    }
    const retentionMonths = monthsOf(profile)
    const store = storeOf(profile, fileOf(profile, account))
    const changed = (references: readonly string[]) => deps.changed(profile, references)
    const sync = createSync({
      page: (...asked) => deps.api.for(profile).orders.page(...asked),
      store,
      clock: deps.clock,
      settings: { ...deps.syncSettings(profile), retentionMonths },
      changed,
      stateChanged: () => deps.stateChanged(profile),
      report: deps.report,
    })
    const starts = {
      startsPaused: wishOf(profile) === 'paused',
      startsMetered: isMetered && !deps.isOnThisComputer(profile),
    }
    const filesLeft: FilesLeft = (files) => deps.filesLeft(profile, account || undefined, files)
    const rest = { clock: deps.clock, filesLeft, retentionMonths, changed }
    return liveMirror({ account, store, sync, ...starts, ...rest })
  }

  /** What is being deleted is gone before anything is made anew. */
  const leaving = new Map<ProfileId, Promise<unknown>>()

  const mirrorOf = async (profile: ProfileId): Promise<LiveMirror | undefined> => {
    await leaving.get(profile)
    const account = accountOf(profile)
    if (isStopped || account === undefined || wishOf(profile) === 'off') return undefined
    const found = live.get(profile) ?? make(profile, account)
    live.set(profile, found)
    return found
  }

  const state = async (profile: ProfileId): Promise<MirrorState> =>
    (await (await mirrorOf(profile))?.state()) ?? off(profile)

  /** One that nobody opened. @param of where it is not that of the account which the profile has */
  const left = (profile: ProfileId, of?: MirrorStore): Pick<LiveMirror, 'forget'> =>
    of
      ? { forget: () => forgetStore(of, deps.clock, (files) => deps.filesLeft(profile, undefined, files)) }
      : make(profile, accountOf(profile) ?? '')

  /**
   * Also where none is open: a file may be left from an earlier run.
   * @param of the store of another account, whose own views are kept for this one
   */
  const forget = (profile: ProfileId, of?: MirrorStore): Promise<Result<void, AppError>> => {
    const found = live.get(profile)
    live.delete(profile)
    const forgetting = (async () => {
      const views = await of?.kept(ownViews).catch(() => undefined)
      const forgotten = await (found ?? left(profile, of)).forget()
      deleteFilesOf(deps.folder, profile)
      if (views !== undefined) await putBy(profile, views)
      return forgotten
    })()
    const settled = forgetting.catch(() => {})
    leaving.set(profile, settled)
    void settled.then(() => {
      if (leaving.get(profile) === settled) leaving.delete(profile)
    })
    return forgetting
  }

  /** In a file of the account that it has now, whether or not orders are held there as well. */
  const putBy = async (profile: ProfileId, views: string): Promise<void> => {
    const account = accountOf(profile)
    if (account === undefined) return
    const store = storeOf(profile, fileOf(profile, account))
    const kept = await store.keep(ownViews, views).catch(() => undefined)
    await store.stop()
    if (!kept?.ok) deps.report('mirror.views-not-kept', {})
  }

  /** The store of an account that the profile had before, which nobody opened since. */
  const leftOf = (profile: ProfileId): MirrorStore | undefined => {
    const own = fileOf(profile, accountOf(profile) ?? '')
    const isOther = new RegExp(`^${profile}-[0-9a-f]+\\.db$`)
    const name = namesIn(deps.folder).find((found) => isOther.test(found) && found !== own)
    return name === undefined ? undefined : storeOf(profile, name)
  }

  /** What is left is deleted when a mirror of the profile is next made, or by `finishLeaving`. @param then once all is gone */
  const forgetOrReport = async (profile: ProfileId, of?: MirrorStore, then = () => {}): Promise<void> => {
    try {
      const forgotten = await forget(profile, of)
      if (forgotten.ok) return then()
    } catch {
      // Told below.
    }
    deps.report('mirror.not-forgotten', {})
  }

  const removed = (profile: ProfileId): Promise<void> =>
    forgetOrReport(profile, live.has(profile) ? undefined : leftOf(profile), () => wishes.forget(profile))

  const finish = async (profile: ProfileId): Promise<void> => {
    if (leaving.has(profile)) return
    if (accountOf(profile) === undefined) return removed(profile)
    const isGone = () => wishes.setLeaving(profile, false)
    if (wishOf(profile) === 'off') return forgetOrReport(profile, undefined, isGone)
    // It was to be removed and never was, or somebody wants it again.
    isGone()
  }

  return {
    opened: async (profile) => {
      const mirror = await mirrorOf(profile)
      if (mirror && (await mirror.open()).state === 'open') return ok(mirror.store)
      return err(noMirror())
    },
    warm: async (profile) => {
      // Who asks first is told what there is to say.
      await (await mirrorOf(profile))?.store.open().catch(() => {})
    },
    state,
    estimate: async (profile) => {
      const account = accountOf(profile)
      if (account === undefined) return err(appError('NOT_FOUND', 'there is no such profile'))
      const estimated = await (live.get(profile) ?? make(profile, account)).estimate()
      return estimated.ok ? estimated : err(asCommonError(estimated.error))
    },
    start: async (profile) => {
      wishes.keep(profile, 'kept')
      await (await mirrorOf(profile))?.resume()
      return state(profile)
    },
    pause: async (profile) => {
      if (wishOf(profile) === 'off') return off(profile)
      wishes.keep(profile, 'paused')
      const mirror = await mirrorOf(profile)
      mirror?.pause()
      return state(profile)
    },
    refresh: async (profile) => {
      const mirror = await mirrorOf(profile)
      mirror?.refresh()
      return state(profile)
    },
    metered: (now) => {
      if (now === isMetered) return
      isMetered = now
      for (const [profile, mirror] of live) if (!deps.isOnThisComputer(profile)) mirror.metered(now)
    },
    forget: async (profile) => {
      // First, so that whoever asks meanwhile does not have it made anew.
      wishes.keep(profile, 'off')
      wishes.setLeaving(profile, true)
      const forgotten = await forget(profile).catch(() => undefined)
      wishes.setLeaving(profile, false)
      if (!forgotten?.ok) {
        // What is left of it can be deleted by trying again.
        wishes.keep(profile, 'paused')
        return err(appError('INTERNAL', 'the mirror or its key could not be deleted'))
      }
      deps.stateChanged(profile)
      return ok(off(profile))
    },
    weighRetention: async (profile, months) => {
      const mirror = await mirrorOf(profile)
      if (!mirror) return ok({ removes: 0 })
      if ((await mirror.open()).state !== 'open') return err(noMirror())
      if (months < monthsOf(profile)) return ok({ removes: await mirror.settledBeyond(months) })
      const reads = await mirror.estimate(months)
      if (!reads.ok) return err(asCommonError(reads.error))
      return ok({ removes: 0, reads: reads.value })
    },
    chooseRetention: async (profile, months) => {
      wishes.keepMonths(profile, months)
      await (await mirrorOf(profile))?.holdFor(months)
      deps.stateChanged(profile)
      return state(profile)
    },
    saw: (profile, text, askedAt) => live.get(profile)?.saw(text, askedAt),
    renewed: async (profile, isOther) => {
      const found = live.get(profile)
      const before = found ? found.store : leftOf(profile)
      const isElsewhere = found ? found.account !== accountOf(profile) : before !== undefined
      if (!isOther && !isElsewhere) return
      // What it costs to read another account's orders is shown before it is done.
      if (isElsewhere && deps.byDefault(profile) === 'off') wishes.keep(profile, 'off')
      await forgetOrReport(profile, before)
      if (found) deps.stateChanged(profile)
    },
    leaves: (profile) => wishes.setLeaving(profile, true),
    removed,
    finishLeaving: async () => {
      if (wishes.leaving().length === 0) return
      // Only what can be read says which files with orders it left outside.
      if ((await deps.keychain.check()).state === 'locked' || isStopped) return
      await Promise.allSettled(wishes.leaving().map(finish))
    },
    stop: async () => {
      isStopped = true
      await Promise.all([...[...live.values()].map((mirror) => mirror.stop()), ...leaving.values()])
      live.clear()
    },
  }
}

const noMirror = (): AppError<'NO_MIRROR'> => appError('NO_MIRROR', 'there is no mirror to read from')

/** What a person has put by that is about no guest in particular, under the name of ours. */
const ownViews = 'views'

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : [])

/** Named after the account as well: what was read as somebody else is never taken for this one's. */
const fileOf = (profile: ProfileId, account: string): string => `${profile}-${account.slice(0, 16)}.db`

/** How long a file that could not be read stays for somebody to look into, in milliseconds. */
const asideFor = 7 * 24 * 60 * 60_000

/** Also what was read as another account, and what was put aside; `but` one, and what was put aside of it lately. */
function deleteFilesOf(
  folder: string,
  profile: ProfileId,
  keep?: { readonly but: string; readonly now: number },
): void {
  const isOwn = new RegExp(`^${profile}-[0-9a-f]*\\.db`)
  for (const name of namesIn(folder)) {
    if (!isOwn.test(name) || (keep && isKept(folder, name, keep))) continue
    rmSync(join(folder, name), { force: true })
  }
}

function isKept(folder: string, name: string, { but, now }: { but: string; now: number }): boolean {
  if (!name.startsWith(but)) return false
  if (!putAsideOf(join(folder, but)).includes(name)) return true
  const changed = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now
  return now - changed < asideFor
}
