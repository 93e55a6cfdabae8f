import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { AppError } from '@shared/kernel/app-error'
import type { OrderReference } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { createStoreClient, StoreError, type StoreProcess } from '../platform/store-client'
import type { Anchor, ChainMark } from '../store/journal/anchor'
import type { AppendRefusal, EntryPage, JournalReport, OpenFailure } from '../store/journal/journal-file'
import type {
  JournalProtocol,
  Opened,
  StoreAnswers,
  StoreMethod,
  StoreParams,
} from '../store/journal/protocol'
import type { PurgeRefusal, PurgeRequest } from '../store/journal/purge-order'
import type { JournalCheck } from '../store/journal/verify-journal'
import type { AnchorKeeper } from './anchor-keeper'
import { appendInTurn } from './append-in-turn'
import type { BatchStore } from './batch'
import type { Entry } from './entry'
import type { PlacedEvent } from './event'
import type { PrivacyStore } from './privacy-record'

/** Whether operations can be recorded, and if not, why. */
export type JournalStatus =
  | { readonly state: 'closed' }
  | { readonly state: 'ready'; readonly report: JournalReport }
  /** Read-only: what could be read is shown, nothing is recorded. */
  | { readonly state: 'damaged'; readonly report: JournalReport }
  /** The key cannot be had, or is gone while the file is there. Never a new key. */
  | { readonly state: 'locked'; readonly error: AppError }
  | { readonly state: 'unusable'; readonly why: OpenFailure | 'store-down' }

/** Why an append is not on disk. */
export type NotRecorded = AppendRefusal | { readonly reason: 'unavailable'; readonly detail: string }

/** Why nothing was erased. */
export type NotPurged = PurgeRefusal | { readonly reason: 'unavailable'; readonly detail: string }

/** The journal as main uses it. Reads throw a StoreError when the store cannot answer. */
export interface JournalStore {
  /**
   * Goes on with a file that does not hold what the keychain remembers, as `who` decided. Nothing happens to a journal
   * that is not damaged in that way alone.
   */
  accept(who: string): Promise<JournalStatus>
  /** Opens the file when it is not open; asks again for a key that could not be had before. */
  open(): Promise<JournalStatus>
  status(): JournalStatus
  /** Answers once the events are on disk, all of them, or says that none is. */
  append(events: readonly PlacedEvent[]): Promise<Result<readonly Entry[], NotRecorded>>
  entry(id: string): Promise<Entry | undefined>
  history(id: string): Promise<readonly PlacedEvent[]>
  unsettled(): Promise<readonly Entry[]>
  /** Settled entries of all profiles, newest first. */
  settled(params: StoreParams<'journal.settled'>): Promise<EntryPage>
  list(params: StoreParams<'journal.list'>): Promise<EntryPage>
  /** Entries of one command, in the order they were recorded; at most 500. */
  group(id: string): Promise<readonly Entry[]>
  counts(profile: string): Promise<Readonly<Record<string, number>>>
  readonly batches: BatchStore
  readonly privacy: PrivacyStore
  /** Erases what persons and the server wrote from all entries of an order, or nothing while one is not settled. */
  purge(order: OrderReference, request: PurgeRequest): Promise<Result<readonly Entry[], NotPurged>>
  /** `App-Reference` of every request that was answered, by entry; of at most 500 entries. */
  requestIds(entries: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>>
  /**
   * Checks the whole chain anew, and that it holds what the keychain remembers. Commits go on meanwhile.
   * @param progress how many events are checked, of how many
   */
  check(progress: (seq: number, last: number) => void): Promise<Result<JournalCheck, AppError>>
  /** Ends the store. `undefined` when that is all; else a promise for the anchor that is still to be kept. */
  stop(): Promise<void> | undefined
}

export interface JournalStoreOptions {
  /** Path of the journal's file. */
  readonly path: string
  /** The key from the keychain, made when there is no data yet. */
  readonly key: (has: { existingData: boolean }) => Promise<Result<Buffer, AppError>>
  /** Keeps where the chain stands outside the file. */
  readonly anchor: AnchorKeeper
  readonly spawn: () => StoreProcess
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  readonly died: (code: number) => void
}

/** Longest command whose entries are read together. */
const maxGroup = 500

/** How often a call is made anew when the store died under it. */
const tries = 3

export function createJournalStore(options: JournalStoreOptions): JournalStore {
  const { path, now } = options
  let status: JournalStatus = { state: 'closed' }
  let secret = ''
  /** What the file has to hold: kept by the keychain, and from then on all that the store acknowledged. */
  let expected: Anchor | undefined
  let opening: Promise<JournalStatus> | undefined
  /** How often it was stopped. */
  let stops = 0

  const reached = (mark: ChainMark): void => {
    expected = { ...mark, at: now() }
    options.anchor.note(mark)
  }

  const become = ({ report, mark }: Opened): void => {
    const isDamaged = report.flaws.length > 0 || report.gap !== undefined
    status = { state: isDamaged ? 'damaged' : 'ready', report }
    if (!isDamaged) reached(mark)
  }

  const client = createStoreClient<JournalProtocol>({
    spawn: options.spawn,
    died: options.died,
    prepare: async (call) => {
      const opened = await call('journal.open', { path, secret, now: now(), anchor: expected })
      if (opened.ok) become(opened.value)
      else {
        status = { state: 'unusable', why: opened.error }
        throw new StoreError('failed', `the journal does not open: ${opened.error}`)
      }
    },
  })

  /** Every method may be repeated: reads change nothing, and an append that is there already is not made again. */
  const call = async <M extends StoreMethod>(method: M, params: StoreParams<M>): Promise<StoreAnswers[M]> => {
    const stopsBefore = stops
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.call(method, params)
      } catch (error) {
        const isLost = error instanceof StoreError && error.reason === 'lost'
        // What was under way when it was stopped must not start it again, and hold the file.
        if (!isLost || attempt === tries || stops !== stopsBefore) throw error
      }
    }
  }

  const openOnce = async (): Promise<JournalStatus> => {
    const key = await options.key({ existingData: hasData(path) })
    if (!key.ok) {
      status = { state: 'locked', error: key.error }
      return status
    }
    const anchor = await options.anchor.read()
    if (!anchor.ok) {
      status = { state: 'locked', error: anchor.error }
      return status
    }
    secret = key.value.toString('hex')
    expected = anchor.value
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    client.stop()
    status = { state: 'unusable', why: 'store-down' }
    await call('journal.unsettled', {}).catch(() => {})
    return status
  }

  const isOpen = () => status.state === 'ready' || status.state === 'damaged'

  const read: typeof call = async (method, params) => {
    if (!isOpen()) throw new StoreError('failed', `the journal is ${status.state}`)
    return call(method, params)
  }

  const appendAll = async (
    appends: readonly (readonly PlacedEvent[])[],
  ): Promise<Result<readonly Entry[], NotRecorded>[]> => {
    try {
      const { appended, mark } = await read('journal.append', { appends: appends.map((one) => [...one]) })
      if (appended.some(({ ok: isOn }) => isOn)) reached(mark)
      return appended
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      if (error.reason === 'lost' || appends.length === 1) {
        return appends.map(() => err({ reason: 'unavailable', detail: error.message }))
      }
      // One that the store cannot take must not keep the others from it.
      const results: Result<readonly Entry[], NotRecorded>[] = []
      for (const one of appends) results.push(...(await appendAll([one])))
      return results
    }
  }

  return {
    open: () => {
      if (isOpen()) return Promise.resolve(status)
      opening ??= openOnce().finally(() => {
        opening = undefined
      })
      return opening
    },
    status: () => status,
    accept: async (who) => {
      if (status.state !== 'damaged' || !status.report.gap) return status
      const accepted = await call('journal.accept', { who, now: now() })
      if (accepted.ok) become(accepted.value)
      else status = { state: 'unusable', why: accepted.error }
      await options.anchor.flush()
      return status
    },
    append: appendInTurn(appendAll),
    entry: (id) => read('journal.entry', { id }),
    history: (id) => read('journal.history', { id }),
    unsettled: () => read('journal.unsettled', {}),
    settled: (params) => read('journal.settled', params),
    list: (params) => read('journal.list', params),
    group: (id) => read('journal.group', { group: id, limit: maxGroup }),
    counts: (profile) => read('journal.counts', { profile }),
    batches: {
      create: async (record, lines) => void (await read('batches.create', { record, lines: [...lines] })),
      put: async (record) => void (await read('batches.put', { record })),
      putLines: async (id, lines) => void (await read('batches.putLines', { id, lines: [...lines] })),
      get: (id) => read('batches.get', { id }),
      list: (profile, limit) => read('batches.list', { profile, limit }),
      open: () => read('batches.open', {}),
      tally: (id) => read('batches.tally', { id }),
      linesIn: (id, states) => read('batches.linesIn', { id, states: [...states] }),
      lines: (id, { states, only, ...page }) =>
        read('batches.lines', {
          ...{ id, ...page },
          ...(states ? { states: [...states] } : {}),
          ...(only ? { only: [...only] } : {}),
        }),
      linesOf: (order) => read('batches.linesOf', { order }),
      unresolved: () => read('batches.unresolved', {}),
      eraseLines: async (lines) =>
        void (await read('batches.eraseLines', {
          lines: lines.map(({ batch, line }) => ({ batch, line })),
        })),
    },
    privacy: {
      put: async (record) => void (await read('privacy.put', { record })),
      end: async (record, digests) => void (await read('privacy.end', { record, digests: [...digests] })),
      get: (id) => read('privacy.get', { id }),
      list: (owner) => read('privacy.list', { owner }),
      unended: () => read('privacy.unended', {}),
      countSince: (created) => read('privacy.countSince', { created }),
      lastNumber: (year) => read('privacy.lastNumber', { year }),
      erased: (owner, digests) => read('privacy.erased', { owner, digests: [...digests] }),
      noteFile: async (file) => void (await read('privacy.noteFile', { file })),
      forgetFile: async (path) => void (await read('privacy.forgetFile', { path })),
      files: (owner, orders) => read('privacy.files', { owner, orders: [...orders] }),
      lists: (owner) => read('privacy.lists', { owner }),
    },
    purge: async (order, request) => {
      try {
        const { purged, mark } = await read('journal.purge', { order, ...request })
        if (purged.ok) reached(mark)
        return purged
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        return err({ reason: 'unavailable', detail: error.message })
      }
    },
    requestIds: (entries) => read('journal.requestIds', { entries: [...entries] }),
    check: async (progress) => {
      const anchor = await options.anchor.read()
      if (!anchor.ok) return anchor
      for (let restart = true; ; restart = false) {
        const step = await read('journal.check', { restart, anchor: anchor.value })
        if (step.done) return ok(step.check)
        progress(step.seq, step.last)
      }
    },
    stop: () => {
      stops += 1
      status = { state: 'closed' }
      client.stop()
      return options.anchor.flush()
    },
  }
}

/** True when the key must not be made anew: something was written with the old one. */
function hasData(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0
}
