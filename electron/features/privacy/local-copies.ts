import { type CopyResult, mayBeGone, type OutsideFile, type PrivacyRequest } from '@shared/features/privacy'
import type { AppError } from '@shared/kernel/app-error'
import { contactKey, type ProfileId } from '@shared/kernel/ids'
import type { Result } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Journal } from '../../journal'
import type { MadeList } from '../../journal/privacy-record'
import type { MirrorStore, Mirrors } from '../../mirror'
import { deidentifyKind } from './deidentify-definition'
import { eraseContactKind } from './erase-contact-definition'
import { holdingEntries, valuesErased } from './erasure-lines'
import { mayMention, mentions } from './mentions'
import { outsideFiles } from './outside-files'

export interface CopiesDeps {
  readonly api: DistributorApi
  readonly mirrors: Pick<Mirrors, 'opened' | 'state'>
  readonly journal: Pick<Journal, 'purge' | 'store'>
  readonly deskUser: () => string
  /** Lets go of plans in memory, which hold what orders held. */
  readonly forgetPlans: (profile: ProfileId) => void
  /** Tells all windows to let go of what they read of these orders. */
  readonly forgetOnScreen: (profile: ProfileId, orders: readonly string[]) => void
  /** Titles of all windows that are open. */
  readonly windowTitles: () => readonly string[]
  /** Paths of vouchers that were saved of these orders. */
  readonly savedVouchers: (profile: ProfileId, orders: readonly string[]) => Promise<readonly string[]>
  /** Lists that were exported as the account of a profile, and parts of such lists. */
  readonly madeLists: (profile: ProfileId) => Promise<readonly MadeList[]>
  /** Removes vouchers that were opened in another program, and says how many are there still. */
  readonly clearOpened: () => { readonly removed: number; readonly left: number }
}

/** One for all requests: a place that did not answer is not asked twice at a time. */
const files = outsideFiles()

/** References at once, as the mirror takes them. */
const removedAtOnce = 1000

/**
 * Removes what this computer holds of the erased orders and of the person, place by place. An order that is still the
 * person's as the server has it comes back into the mirror with its next reading, and is told as not erased elsewhere.
 */
export async function clearLocalCopies(
  request: PrivacyRequest,
  deleteFiles: readonly string[],
  deps: CopiesDeps,
): Promise<CopyResult[]> {
  const { profile } = request
  const orders = erasedOrdersOf(request)
  const gone = [...orders, ...request.erasedContacts.filter(mayBeGone).map(({ uid }) => contactKey(uid))]
  const isTheirs = mentions(request.subject)
  // Before the journal forgets what they held.
  const holding = await holdingEntries(request, deps.journal.store)
  const mayBeTheirs = mayMention(request.subject, valuesErased(holding))
  const kept = new Set(holding.map(({ order }) => order).filter((order) => !gone.includes(order)))
  deps.forgetPlans(profile)
  deps.forgetOnScreen(profile, orders)
  const opened = deps.clearOpened()
  // Before the journal forgets which files are of which order.
  const saved = await savedVouchersOf(request, deleteFiles, deps)
  const { privacy } = deps.journal.store
  for (const { path, state } of saved) if (!isLeft(state)) await privacy.forgetFile(path)
  const mirror = await fromMirror(request, orders, { isTheirs, mayBeTheirs }, deleteFiles, deps)
  const targets = [
    ...gone.map((order) => ({ order })),
    // It is as it was, and so is what was done to it: only what was read to erase it goes.
    ...[...kept].map((order) => ({ order, kinds: [deidentifyKind, eraseContactKind] })),
  ]
  const journal = await fromJournal(targets, { request, isTheirs }, deps)
  const titled = deps.windowTitles().some(isTheirs)
  return [
    ...mirror.copies,
    journal,
    // The client keeps no answers; what a list was compared with goes with its window's question.
    { place: 'api-cache', result: 'nothing-there' },
    { place: 'screens', result: 'done' },
    { place: 'recent', result: 'nothing-there' },
    mirror.searches,
    titled
      ? { place: 'window-titles', result: 'by-hand', why: 'CLOSE_WINDOW' }
      : { place: 'window-titles', result: 'nothing-there' },
    opened.left > 0
      ? { place: 'opened-vouchers', result: 'by-hand', why: 'STILL_OPEN', removed: opened.removed }
      : { place: 'opened-vouchers', ...counted(opened.removed) },
    fileResult('saved-vouchers', saved),
    mirror.exports,
  ]
}

/** A request that knows where vouchers of its orders were saved; for the rest it is as it was. */
export async function withSavedVouchers(
  request: PrivacyRequest,
  deps: Pick<CopiesDeps, 'savedVouchers'>,
): Promise<PrivacyRequest> {
  const saved = await savedVouchersOf(request, [], deps)
  const others = (request.copies ?? []).filter(({ place }) => place !== 'saved-vouchers')
  return saved.length === 0
    ? request
    : { ...request, copies: [...others, fileResult('saved-vouchers', saved)] }
}

const erasedOrdersOf = ({ erasedOrders }: PrivacyRequest): string[] =>
  erasedOrders.filter(mayBeGone).map(({ reference }) => reference)

const savedVouchersOf = async (
  request: PrivacyRequest,
  deleteFiles: readonly string[],
  { savedVouchers }: Pick<CopiesDeps, 'savedVouchers'>,
): Promise<OutsideFile[]> =>
  files.lookAt(
    await savedVouchers(request.profile, erasedOrdersOf(request)),
    request.copies?.find(({ place }) => place === 'saved-vouchers')?.files ?? [],
    deleteFiles,
  )

/** The copies of orders with their words, also those that were set aside as damaged, what was searched for, and files that lists were written to. */
async function fromMirror(
  request: PrivacyRequest,
  orders: readonly string[],
  theirs: Theirs,
  deleteFiles: readonly string[],
  { api, mirrors, madeLists, journal }: CopiesDeps,
): Promise<{ copies: CopyResult[]; searches: CopyResult; exports: CopyResult }> {
  const { profile, copies = [], exportedTo = [] } = request
  const known = copies.find(({ place }) => place === 'exports')?.files ?? []
  const since = mayHoldSince(request)
  // The mirror need not know all: it may have been made anew since. Nor need the journal, which may have taken nothing.
  const noted = await madeLists(profile)
  const lookAt = async (written: readonly MadeList[], store?: MirrorStore) => {
    const all = [...noted, ...written]
    const lists = new Set(all.filter(({ at }) => at >= since).map(({ path }) => path))
    const parts: string[] = []
    for (const path of lists) parts.push(...(await files.partsOf(path)))
    const found = await files.lookAt([...exportedTo, ...parts], known, deleteFiles)
    // A path may name the person: where nothing lies there any more, nothing points there.
    const paths = new Set([...all.map(({ path }) => path), ...exportedTo, ...known.map(({ path }) => path)])
    for (const path of await files.gone([...paths])) {
      await journal.store.privacy.forgetFile(path)
      await store?.forgetFile(path)
    }
    return found
  }
  const opened = await mirrors.opened(profile)
  if (!opened.ok) {
    const isOff = (await mirrors.state(profile)).state === 'off'
    const left = (why: string) =>
      isOff ? ({ result: 'nothing-there' } as const) : ({ result: 'by-hand', why } as const)
    return {
      copies: [
        { place: 'mirror', ...left('MIRROR_NOT_OPEN') },
        { place: 'word-index', ...left('IN_MIRROR') },
      ],
      searches: { place: 'kept-searches', ...left('IN_MIRROR') },
      exports: {
        ...fileResult('exports', await lookAt([])),
        // It may know of more than the journal does.
        ...(isOff ? {} : { result: 'by-hand', why: 'LISTS_LOCKED' }),
      },
    }
  }
  const store = opened.value
  let removed = 0
  for (let at = 0; at < orders.length; at += removedAtOnce) {
    removed += (await store.remove(orders.slice(at, at + removedAtOnce))).removed
  }
  // What the server holds by now takes its place: reading an order brings it into the mirror.
  for (const order of orders) await api.for(profile).orders.get(order, { fresh: true })
  const aside = await store.deleteAside()
  const exported = await lookAt(await store.files(), store)
  return {
    copies: [
      aside.left > 0
        ? { place: 'mirror', result: 'by-hand', why: 'ASIDE_LEFT', removed: removed + aside.deleted }
        : { place: 'mirror', ...counted(removed + aside.deleted) },
      { place: 'word-index', ...counted(removed) },
    ],
    searches: await forgetSearches(store, theirs),
    exports: fileResult('exports', exported),
  }
}

const counted = (removed: number) =>
  removed > 0 ? ({ result: 'done', removed } as const) : ({ result: 'nothing-there' } as const)

interface Theirs {
  /** The text names the person. */
  readonly isTheirs: (text: string) => boolean
  /** A search that may have been for the person: to forget one too many costs nobody anything. */
  readonly mayBeTheirs: (text: string) => boolean
}

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
  if (removed === 0) return { place: 'kept-searches', result: 'nothing-there' }
  return { place: 'kept-searches', result: 'done', removed }
}

function listIn(text: string | undefined): unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

/**
 * What operations on an order hold of the guest, and lines of batches that name the person and were never made out to be of
 * an order: no order leads to those.
 */
async function fromJournal(
  targets: readonly { readonly order: string; readonly kinds?: readonly string[] }[],
  { request: { number, profile }, isTheirs }: { request: PrivacyRequest } & Pick<Theirs, 'isTheirs'>,
  { journal, deskUser }: CopiesDeps,
): Promise<CopyResult> {
  let removed = 0
  let refusal: Result<unknown, AppError> | undefined
  for (const target of targets) {
    const purged = await journal.purge({ profile, ...target }, deskUser(), `privacy request ${number}`)
    if (purged.ok) removed += purged.value.length
    else refusal ??= purged
  }
  const { batches } = journal.store
  const named = (await batches.unresolved()).filter(({ reference }) => isTheirs(reference))
  if (named.length > 0) await batches.eraseLines(named)
  removed += named.length
  if (refusal && !refusal.ok) {
    return { place: 'journal', result: 'by-hand', removed, why: refusal.error.code }
  }
  return removed > 0
    ? { place: 'journal', result: 'done', removed }
    : { place: 'journal', result: 'nothing-there' }
}

/** Clocks of this computer and of the server need not agree. */
const clocksApart = 24 * 3_600_000

/**
 * From when on an exported list may hold the person, in milliseconds since 1970 UTC. Which orders a list had is not
 * remembered, and may not be: it would be a copy of its own. So all that is known is that none is in a list that was written
 * before the first of the person's orders was made; every other one is shown, and a person looks into it. Nothing is ruled
 * out where no order was found or one of them does not say when it was made.
 */
export function mayHoldSince({ orders }: Pick<PrivacyRequest, 'orders'>): number {
  const theirs = orders.filter(({ chosen, surety }) => chosen || surety !== 'someone-else')
  const made = theirs.map(({ created }) => Date.parse(created ?? ''))
  const isKnown = made.length > 0 && made.every(Number.isFinite)
  return isKnown ? Math.min(...made) - clocksApart : Number.NEGATIVE_INFINITY
}

const isLeft = (state: OutsideFile['state']): boolean => state !== 'gone' && state !== 'deleted'

function fileResult(place: 'saved-vouchers' | 'exports', found: OutsideFile[]): CopyResult {
  if (found.length === 0) return { place, result: 'nothing-there' }
  const removed = found.filter(({ state }) => state === 'deleted').length
  return found.some(({ state }) => isLeft(state))
    ? {
        place,
        result: 'by-hand',
        why: place === 'exports' ? 'LISTS_OUTSIDE' : 'FILES_OUTSIDE',
        removed,
        files: found,
      }
    : { place, result: removed > 0 ? 'done' : 'nothing-there', removed, files: found }
}
