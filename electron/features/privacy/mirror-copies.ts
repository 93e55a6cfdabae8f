import type { CopyResult } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import type { DistributorApi } from '../../api'
import type { MadeList } from '../../journal/privacy-record'
import type { MirrorStore, Mirrors } from '../../mirror'
import { isGone } from './is-refused'

/** Whom to look for in what a mirror keeps beside the orders. */
export interface Theirs {
  /** The text names the person. */
  readonly isTheirs: (text: string) => boolean
  /** A search that may have been for the person: to forget one too many costs nobody anything. */
  readonly mayBeTheirs: (text: string) => boolean
}

export interface ClearedMirror {
  readonly mirror: CopyResult
  readonly words: CopyResult
  readonly searches: CopyResult
  /** Lists that it knows to have been written; undefined where it did not open and may know of some. */
  readonly lists: readonly MadeList[] | undefined
  readonly store?: MirrorStore
}

/** References at once, as the mirror takes them. */
const removedAtOnce = 1000

/** The copies of orders with their words, also those that were set aside as damaged, and what was searched for. */
export async function clearMirror(
  profile: ProfileId,
  orders: readonly string[],
  theirs: Theirs,
  { api, mirrors }: { readonly api: DistributorApi; readonly mirrors: Pick<Mirrors, 'opened' | 'state'> },
): Promise<ClearedMirror> {
  const opened = await mirrors.opened(profile)
  if (!opened.ok) {
    const isOff = (await mirrors.state(profile)).state === 'off'
    const left = (why: string) =>
      isOff ? ({ result: 'nothing-there' } as const) : ({ result: 'by-hand', why } as const)
    return {
      mirror: { place: 'mirror', ...left('MIRROR_NOT_OPEN') },
      words: { place: 'word-index', ...left('IN_MIRROR') },
      searches: { place: 'kept-searches', ...left('IN_MIRROR') },
      lists: isOff ? [] : undefined,
    }
  }
  const store = opened.value
  let removed = 0
  for (let at = 0; at < orders.length; at += removedAtOnce) {
    removed += (await store.remove(orders.slice(at, at + removedAtOnce))).removed
  }
  const missing = await readAnew(orders)
  const aside = await store.deleteAside()
  const all = removed + aside.deleted
  const why = aside.left > 0 ? 'ASIDE_LEFT' : missing ? 'NOT_READ_AGAIN' : undefined
  return {
    mirror:
      why === undefined
        ? { place: 'mirror', ...counted(all) }
        : { place: 'mirror', result: 'by-hand', why, removed: all },
    words: { place: 'word-index', ...counted(removed) },
    searches: await forgetSearches(store, theirs),
    lists: await store.files(),
    store,
  }

  /**
   * What the server holds by now takes the place of what was removed: reading an order brings it into the mirror.
   * @returns whether one is missing there now, so that lists and sums lack it
   */
  async function readAnew(references: readonly string[]): Promise<boolean> {
    let isMissing = false
    for (const reference of references) {
      const read = await api.for(profile).orders.get(reference, { fresh: true })
      isMissing ||= !read.ok && !isGone(read.error)
    }
    return isMissing
  }
}

export const counted = (removed: number) =>
  removed > 0 ? ({ result: 'done', removed } as const) : ({ result: 'nothing-there' } as const)

/** What the mirror keeps under these names: what somebody searched for, and views that were made with care. */
const keptLists = [
  ['searches', 'mayBeTheirs'],
  ['views', 'isTheirs'],
] as const

async function forgetSearches(store: MirrorStore, theirs: Theirs): Promise<CopyResult> {
  let removed = 0
  for (const [name, judge] of keptLists) {
    const kept = listIn(await store.kept(name))
    const left = kept.filter(
      (entry) => !theirs[judge](typeof entry === 'string' ? entry : JSON.stringify(entry)),
    )
    if (left.length === kept.length) continue
    removed += kept.length - left.length
    const written = await store.keep(name, left.length > 0 ? JSON.stringify(left) : undefined)
    if (!written.ok) return { place: 'kept-searches', result: 'by-hand', why: 'DISK_FULL' }
  }
  return { place: 'kept-searches', ...counted(removed) }
}

function listIn(text: string | undefined): unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

/** One place of several profiles that work as the same account, each with a copy of its own. */
export function together(copies: readonly CopyResult[]): CopyResult {
  const [first] = copies
  if (!first) throw new RangeError('no profile')
  const byHand = copies.find(({ result }) => result === 'by-hand')
  const removed = copies.reduce((sum, copy) => sum + (copy.removed ?? 0), 0)
  const sum = removed > 0 ? { removed } : {}
  if (byHand) return { ...byHand, ...sum }
  return removed > 0 ? { place: first.place, result: 'done', ...sum } : first
}
