import { type CopyResult, mayBeGone, type OutsideFile, type PrivacyRequest } from '@shared/features/privacy'
import type { AppError } from '@shared/kernel/app-error'
import { contactKey, type ProfileId } from '@shared/kernel/ids'
import type { Result } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Journal } from '../../journal'
import type { MadeList } from '../../journal/privacy-record'
import type { Mirrors } from '../../mirror'
import { deidentifyKind } from './deidentify-definition'
import { eraseContactKind } from './erase-contact-definition'
import { holdingEntries, valuesErased } from './erasure-lines'
import { mayMention, mentions } from './mentions'
import { type ClearedMirror, clearMirror, counted, type Theirs, together } from './mirror-copies'
import { outsideFiles } from './outside-files'
import { anyOf, subjectsOf } from './recognise'
import { settledOperations } from './settled-operations'

export interface CopiesDeps {
  readonly api: DistributorApi
  readonly mirrors: Pick<Mirrors, 'opened' | 'state'>
  readonly journal: Pick<Journal, 'purge' | 'store'>
  readonly deskUser: () => string
  /** Profiles that work as the account of one, that one among them: each has a copy of the same orders. */
  readonly sameAccount: (profile: ProfileId) => readonly ProfileId[]
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: ProfileId) => string | undefined
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
  const { store } = deps.journal
  const subjects = subjectsOf(request)
  const isTheirs = anyOf(subjects.map(mentions))
  // Before the journal forgets what they held.
  const holding = await holdingEntries(request, store)
  const values = valuesErased(holding)
  const mayBeTheirs = anyOf(subjects.map((subject) => mayMention(subject, values)))
  const owner = { profile, account: deps.accountOf(profile) }
  const settled = await settledOperations(store, owner, request, subjects)
  const kept = new Set(holding.map(({ order }) => order).filter((order) => !gone.includes(order)))
  const profiles = deps.sameAccount(profile)
  for (const each of profiles) {
    deps.forgetPlans(each)
    deps.forgetOnScreen(each, orders)
  }
  const opened = deps.clearOpened()
  // Before the journal forgets which files are of which order.
  const saved = await savedVouchersOf(request, deleteFiles, deps)
  const { privacy } = store
  for (const { path, state } of saved) if (!isLeft(state)) await privacy.forgetFile(path)
  const mirrors: ClearedMirror[] = []
  for (const each of profiles) mirrors.push(await clearMirror(each, orders, { isTheirs, mayBeTheirs }, deps))
  const exports = await fromLists(request, mirrors, deleteFiles, deps)
  const targets = [
    ...gone.map((order) => ({ order })),
    // It is as it was, and so is what was done to it: only what was read to erase it goes.
    ...[...kept].map((order) => ({ order, kinds: [deidentifyKind, eraseContactKind] })),
    ...[...settled.theirs].map(([order, entries]) => ({ order, entries })),
  ]
  const journal = await fromJournal(targets, { request, isTheirs }, deps)
  const titled = deps.windowTitles().some(isTheirs)
  return [
    together(mirrors.map(({ mirror }) => mirror)),
    together(mirrors.map(({ words }) => words)),
    // Not a hand's work: there is nothing to be done but to know more of the person.
    settled.sameName > 0 && journal.result !== 'by-hand' ? { ...journal, why: 'SAME_NAME' } : journal,
    // The client keeps no answers; what a list was compared with goes with its window's question.
    { place: 'api-cache', result: 'nothing-there' },
    { place: 'screens', result: 'done' },
    { place: 'recent', result: 'nothing-there' },
    together(mirrors.map(({ searches }) => searches)),
    titled
      ? { place: 'window-titles', result: 'by-hand', why: 'CLOSE_WINDOW' }
      : { place: 'window-titles', result: 'nothing-there' },
    opened.left > 0
      ? { place: 'opened-vouchers', result: 'by-hand', why: 'STILL_OPEN', removed: opened.removed }
      : { place: 'opened-vouchers', ...counted(opened.removed) },
    fileResult('saved-vouchers', saved),
    exports,
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

/** Files that lists of orders were written to, and files for the person. @param mirrors what was cleared, by profile */
async function fromLists(
  request: PrivacyRequest,
  mirrors: readonly ClearedMirror[],
  deleteFiles: readonly string[],
  { madeLists, journal }: Pick<CopiesDeps, 'madeLists' | 'journal'>,
): Promise<CopyResult> {
  const { profile, copies = [], exportedTo = [] } = request
  const known = copies.find(({ place }) => place === 'exports')?.files ?? []
  const since = mayHoldSince(request)
  // A mirror need not know all: it may have been made anew since. Nor need the journal, which may have taken nothing.
  const all = [...(await madeLists(profile)), ...mirrors.flatMap(({ lists = [] }) => lists)]
  const lists = new Set(all.filter(({ at }) => at >= since).map(({ path }) => path))
  const parts: string[] = []
  for (const path of lists) parts.push(...(await files.partsOf(path)))
  const found = await files.lookAt([...exportedTo, ...parts], known, deleteFiles)
  // A path may name the person: where nothing lies there any more, nothing points there.
  const paths = new Set([...all.map(({ path }) => path), ...exportedTo, ...known.map(({ path }) => path)])
  for (const path of await files.gone([...paths])) {
    await journal.store.privacy.forgetFile(path)
    for (const { store } of mirrors) await store?.forgetFile(path)
  }
  // One that did not open may know of more than the journal does.
  const isLocked = mirrors.some((mirror) => mirror.lists === undefined)
  return { ...fileResult('exports', found), ...(isLocked ? { result: 'by-hand', why: 'LISTS_LOCKED' } : {}) }
}

/**
 * What operations on an order hold of the guest, and lines of batches that name the person and were never made out to be of
 * an order: no order leads to those.
 */
async function fromJournal(
  targets: readonly {
    readonly order: string
    readonly kinds?: readonly string[]
    readonly entries?: readonly string[]
  }[],
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
  return { place: 'journal', ...counted(removed) }
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
