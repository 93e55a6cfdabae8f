import { mkdirSync, statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ListChoice } from '@shared/features/mirror'
import type { AppError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { createStoreClient, StoreError, type StoreProcess } from '../platform/store-client'
import type {
  MirrorAnswers,
  MirrorMethod,
  MirrorOpened,
  MirrorOpenFailure,
  MirrorParams,
  MirrorProtocol,
  MirrorStatus,
  WrittenFile,
} from '../store/mirror/protocol'
import { putAside, putAsideOf } from '../store/mirror/put-aside'
import type { MirrorKey } from './mirror-key'

/** Whether the mirror can be asked, and if not, why. */
export type MirrorStoreState =
  | { readonly state: 'closed' }
  /**
   * `status` as it was on opening. `setAside`: a file that could not be read was put aside under this name, on opening or
   * since.
   */
  | {
      readonly state: 'open'
      readonly inMemory: boolean
      readonly status: MirrorStatus
      readonly setAside?: string
    }
  /** The key cannot be had: the file is left as it is. */
  | { readonly state: 'locked'; readonly error: AppError }
  | { readonly state: 'unusable'; readonly why: MirrorOpenFailure | 'store-down' }

/**
 * The mirror of one profile as main uses it, opened with the first call. Methods throw a StoreError when the store cannot
 * answer, and nothing else.
 */
export interface MirrorStore {
  /** Opens the file when it is not open; asks again for a key that could not be had before. */
  open(): Promise<MirrorStoreState>
  state(): MirrorStoreState
  /** Whether it is open, or a file is there to be opened. */
  holdsAnything(): boolean
  take(page: MirrorParams<'mirror.take'>): Promise<MirrorAnswers['mirror.take']>
  status(): Promise<MirrorStatus>
  putState(state: string): Promise<MirrorAnswers['mirror.putState']>
  query(params: MirrorParams<'mirror.query'>): Promise<MirrorAnswers['mirror.query']>
  rows(params: MirrorParams<'mirror.rows'>): Promise<MirrorAnswers['mirror.rows']>
  /** @param choice absent: all of the list */
  totals(list: number, choice?: ListChoice): Promise<MirrorAnswers['mirror.totals']>
  position(params: MirrorParams<'mirror.position'>): Promise<MirrorAnswers['mirror.position']>
  overview(params: MirrorParams<'mirror.overview'>): Promise<MirrorAnswers['mirror.overview']>
  order(reference: string): Promise<MirrorAnswers['mirror.order']>
  /** What a person has put by under a name of ours, as JSON. */
  kept(name: string): Promise<string | undefined>
  /** Puts something by, in place of what was there; without a value it is removed. */
  keep(name: string, value: string | undefined): Promise<MirrorAnswers['mirror.keep']>
  beginExport(params: MirrorParams<'mirror.beginExport'>): Promise<MirrorAnswers['mirror.beginExport']>
  nextOfExport(number: number): Promise<MirrorAnswers['mirror.nextOfExport']>
  endExport(number: number): Promise<void>
  /** Remembers a file with orders outside the store, before there is one. */
  noteFile(file: WrittenFile): Promise<void>
  forgetFile(path: string): Promise<void>
  /** Files with orders that were written outside, and parts of such files, the latest first. */
  files(): Promise<readonly WrittenFile[]>
  /** Counts the orders that a purge would remove. @param before milliseconds since 1970 UTC */
  countSettled(before: number): Promise<number>
  /** Makes what sorting a long list needs; for after the first fill. */
  indexSorts(): Promise<void>
  purge(params: MirrorParams<'mirror.purge'>): Promise<MirrorAnswers['mirror.purge']>
  remove(references: readonly string[]): Promise<MirrorAnswers['mirror.remove']>
  /** Deletes what was put aside of the file: it cannot be searched. `left`: so many could not be deleted. */
  deleteAside(): Promise<{ readonly deleted: number; readonly left: number }>
  /** Deletes the file, what was put aside of it, and the key. This store is of no use any more then. */
  forget(): Promise<Result<void, AppError>>
  /** Ends the process, and answers when it is gone. What is under way is given up, and only `open` starts it again. */
  stop(): Promise<void>
}

export interface MirrorStoreOptions {
  /** Path of the mirror's file, in a folder of its own or beside other mirrors. */
  readonly path: string
  readonly key: MirrorKey
  readonly spawn: () => StoreProcess
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  readonly died: (code: number) => void
  /** A file that could not be read was put aside, and another one begun. */
  readonly begunAnew?: () => void
  /** How much a mirror in memory may hold. */
  readonly memoryBytes?: number
}

/** For some 150,000 orders, and little enough to leave room for other programs. */
const usualMemoryBytes = 1024 ** 3
const pageBytes = 4096

/** How often a call is made anew when the store died under it. */
const tries = 3

/** Where the mirror is opened: without a path it is in memory only. */
interface Place {
  readonly path?: string
  readonly key: string
  readonly maxPages?: number
}

export function createMirrorStore(options: MirrorStoreOptions): MirrorStore {
  const { path, key, spawn, now, died, begunAnew, memoryBytes = usualMemoryBytes } = options
  let state: MirrorStoreState = { state: 'closed' }
  let place: Place | undefined
  let opening: Promise<MirrorStoreState> | undefined
  let lostKey: string | undefined
  let isStopped = false
  let isForgotten = false
  let stops = 0
  let gone: Promise<void> = Promise.resolve()

  const become = ({ status, setAside = lostKey }: MirrorOpened): void => {
    lostKey = undefined
    state = { state: 'open', inMemory: place?.path === undefined, status }
    note(setAside)
  }
  const note = (setAside: string | undefined): void => {
    if (setAside === undefined || state.state !== 'open' || state.setAside === setAside) return
    state = { ...state, setAside }
    begunAnew?.()
  }

  const client = createStoreClient<MirrorProtocol>({
    spawn: () => {
      const process = spawn()
      gone = new Promise((resolve) => process.onExit(() => resolve()))
      return process
    },
    died,
    prepare: async (call) => {
      if (!place) throw new StoreError('failed', 'the mirror is closed')
      const opened = await call('mirror.open', { ...place, now: now() })
      if (opened.ok) become(opened.value)
      else {
        state = { state: 'unusable', why: opened.error }
        throw new StoreError('failed', `the mirror does not open: ${opened.error}`)
      }
    },
  })

  /** Every method may be repeated: a page that was taken is not taken twice, and lists of before are gone. */
  const call = async <M extends MirrorMethod>(
    method: M,
    params: MirrorParams<M>,
  ): Promise<MirrorAnswers[M]> => {
    const since = stops
    for (let attempt = 1; ; attempt++) {
      try {
        return await client.call(method, params)
      } catch (error) {
        const isLost = error instanceof StoreError && error.reason === 'lost'
        if (!isLost || attempt === tries || stops !== since) throw error
      }
    }
  }

  const openOnce = async (): Promise<MirrorStoreState> => {
    // The process of one that did not open lives on, and one that is ending may still hold the file.
    client.stop()
    await gone
    const since = stops
    // What throws is the disk, of which nothing can be told either.
    const found = await placeOf().catch(() => undefined)
    if (stops !== since) return turnInto({ state: 'closed' })
    if (!found) return turnInto({ state: 'unusable', why: 'disk' })
    if (!found.ok) return turnInto({ state: 'locked', error: found.error })
    place = found.value
    state = { state: 'unusable', why: 'store-down' }
    await call('mirror.status', {}).catch(() => {})
    return state
  }
  const turnInto = (next: MirrorStoreState): MirrorStoreState => {
    state = next
    return next
  }

  const placeOf = async (): Promise<Result<Place, AppError>> => {
    const existingData = hasData(path)
    const own = await key.get({ existingData })
    if (own.ok) return ok(onDisk(own.value))
    // Nothing is written to a disk that cannot be encrypted.
    if (own.error.code === 'KEYCHAIN_MISSING')
      return ok({ key: '', maxPages: Math.floor(memoryBytes / pageBytes) })
    if (!existingData || !(await key.isGone())) return own
    // Without its key the file is of no use, and the API has it all. It stays until there is another key.
    const fresh = await key.get({ existingData: false })
    if (!fresh.ok) return fresh
    lostKey = putAside(path, 'withoutKey', now())
    return ok(onDisk(fresh.value))
  }

  const onDisk = (secret: Buffer): Place => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return { path, key: secret.toString('hex') }
  }

  const open = (): Promise<MirrorStoreState> => {
    if (isForgotten) return Promise.resolve(state)
    isStopped = false
    if (state.state === 'open') return Promise.resolve(state)
    opening ??= openOnce().finally(() => {
      opening = undefined
    })
    return opening
  }

  const ask: typeof call = async (method, params) => {
    if (isStopped) throw new StoreError('failed', 'the mirror was closed')
    const { state: now } = await open()
    if (now !== 'open') throw new StoreError('failed', `the mirror is ${now}`)
    return call(method, params)
  }

  const stop = (): Promise<void> => {
    state = { state: 'closed' }
    isStopped = true
    stops += 1
    client.stop()
    return gone
  }

  return {
    open,
    state: () => state,
    holdsAnything: () => state.state === 'open' || hasData(path),
    take: (page) => ask('mirror.take', page),
    status: async () => {
      const status = await ask('mirror.status', {})
      // Damage deep inside a file is found when it is read there.
      note(status.setAside)
      return status
    },
    putState: (text) => ask('mirror.putState', { state: text }),
    query: (params) => ask('mirror.query', params),
    rows: (params) => ask('mirror.rows', params),
    totals: (list, choice) => ask('mirror.totals', choice === undefined ? { list } : { list, choice }),
    position: (params) => ask('mirror.position', params),
    overview: (params) => ask('mirror.overview', params),
    order: (reference) => ask('mirror.order', { reference }),
    kept: async (name) => (await ask('mirror.kept', { name })).value,
    keep: (name, value) => ask('mirror.keep', { name, ...(value === undefined ? {} : { value }) }),
    beginExport: (params) => ask('mirror.beginExport', params),
    nextOfExport: (number) => ask('mirror.nextOfExport', { export: number }),
    endExport: async (number) => void (await ask('mirror.endExport', { export: number })),
    noteFile: async (file) => void (await ask('mirror.noteFile', file)),
    forgetFile: async (path) => void (await ask('mirror.forgetFile', { path })),
    files: () => ask('mirror.files', {}),
    countSettled: async (before) => (await ask('mirror.countSettled', { before })).orders,
    indexSorts: async () => {
      for (let left = 1; left > 0; ) {
        const made = await ask('mirror.indexSort', {})
        if (!made.ok) throw new StoreError('failed', 'the disk is full')
        left = made.value.left
      }
    },
    purge: (params) => ask('mirror.purge', params),
    remove: (references) => ask('mirror.remove', { references: [...references] }),
    deleteAside: async () => {
      const gone = await deleteAside(path)
      if (gone.left === 0 && state.state === 'open') {
        const { setAside: _, ...rest } = state
        state = rest
      }
      return gone
    },
    forget: async () => {
      isForgotten = true
      await stop()
      await deleteFiles(path)
      const removed = await key.remove()
      return removed.ok ? ok(undefined) : err(removed.error)
    },
    stop,
  }
}

/** True when the key must not be made anew without more ado: something was written with the old one, or nobody can tell. */
function hasData(path: string): boolean {
  try {
    return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0
  } catch {
    return true
  }
}

async function deleteAside(path: string): Promise<{ deleted: number; left: number }> {
  const all = await Promise.allSettled(putAsideOf(path).map((name) => deleteFile(join(dirname(path), name))))
  const left = all.filter(({ status }) => status === 'rejected').length
  return { deleted: all.length - left, left }
}

const deleteFile = (path: string): Promise<void> => rm(path, { force: true, maxRetries: 5, retryDelay: 100 })

/** The file, its log, and what was put aside: all begin with its name. */
async function deleteFiles(path: string): Promise<void> {
  const folder = dirname(path)
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const isOwn =
      name === basename(path) ||
      name.startsWith(`${basename(path)}-`) ||
      name.startsWith(`${basename(path)}.`)
    if (isOwn) await deleteFile(join(folder, name))
  }
}
