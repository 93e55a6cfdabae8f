import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type PrivacyRequest, privacyRequestSchema, type RequestState } from '@shared/features/privacy'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { type Journal, noJournal, type PrivacyRecord, reasonOf } from '../../journal'
import { toJson } from '../../journal/json'
import type { OrderOwner } from '../../journal/privacy-record'
import { StoreError } from '../../platform/store-client'
import { currentLines } from './erasure-lines'
import { withoutErased } from './without-erased'

type Change = <Code extends string = never>(
  at: { readonly profile: ProfileId; readonly request: string },
  allowed: readonly RequestState[],
  work: (
    request: PrivacyRequest,
    /** Puts it on disk as it is to stand should nothing come of what follows. */
    keep: (request: PrivacyRequest) => Promise<Result<void, AppError<'NO_JOURNAL'>>>,
  ) => Promise<Result<PrivacyRequest, AppError<Code>>>,
) => Promise<Result<PrivacyRequest, AppError<Code | 'NOT_OPEN' | 'BEGUN_ELSEWHERE' | 'NO_JOURNAL'>>>

/** Requests to be forgotten, as they are kept beside the journal. */
export interface RequestBook {
  /** All requests of a profile, newest first, and those that ended with another one of the same account, which may be gone. */
  list(profile: ProfileId): Promise<Result<readonly PrivacyRequest[], AppError<'NO_JOURNAL'>>>
  get(profile: ProfileId, id: string): Promise<Result<PrivacyRequest, AppError<'NO_JOURNAL'>>>
  /** The same, to be worked with: BEGUN_ELSEWHERE while its profile works as another account than when it was begun. */
  take(
    profile: ProfileId,
    id: string,
  ): Promise<Result<PrivacyRequest, AppError<'BEGUN_ELSEWHERE' | 'NO_JOURNAL'>>>
  /** Writes a new request down, with the next number of the year: one more than any that was given, whatever clocks said. */
  create(
    make: (id: string, number: string) => PrivacyRequest,
    year: string,
  ): Promise<Result<PrivacyRequest, AppError<'NO_JOURNAL'>>>
  /**
   * Changes a request by what it is then, one change of it after the other. `work` may take its time, and may refuse; what
   * it answers is on disk before this does.
   * @param allowed states in which it may be changed; in any other NOT_OPEN
   */
  readonly change: Change
  /**
   * The same for clearing copies, one request at a time. What it erased is taken out of every other request of its account
   * that goes on, before its own change is on disk: after a kill in between it is to be cleared once more.
   */
  readonly clear: Change
  /** Ends a request for good: from now on it is known by these digests. */
  end(request: PrivacyRequest, digests: readonly string[]): Promise<Result<void, AppError<'NO_JOURNAL'>>>
  /** Requests of a profile, or of its account, that ended with one of these digests. */
  erased(
    profile: ProfileId,
    digests: readonly string[],
  ): Promise<Result<readonly PrivacyRequest[], AppError<'NO_JOURNAL'>>>
}

export interface RequestBookDeps {
  readonly journal: Pick<Journal, 'ready' | 'open' | 'store'>
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: ProfileId) => string | undefined
  readonly profileName: (profile: ProfileId) => string
  /** Told after a request was changed. */
  readonly changed: (profile: ProfileId, request: string) => void
}

export function requestBook({ journal, accountOf, profileName, changed }: RequestBookDeps): RequestBook {
  const store = journal.store.privacy
  /** The last change of each request that is being changed. */
  const turns = new Map<string, Promise<unknown>>()

  const ownerOf = (profile: ProfileId): OrderOwner => ({ profile, account: accountOf(profile) })
  const seenBy = (owner: OrderOwner, records: readonly PrivacyRecord[]) =>
    records.flatMap((record) => parse(record) ?? []).filter((request) => isSeenBy(owner, request))

  const reading = async <T>(work: () => Promise<T>): Promise<Result<T, AppError<'NO_JOURNAL'>>> => {
    // Opening it anew looks for batches to go on with, which is not to be done with every reading.
    const now = journal.store.status()
    const status = now.state === 'ready' ? now : await journal.open()
    if (status.state !== 'ready') return err(noJournal(reasonOf(status)))
    try {
      return ok(await work())
    } catch (thrown) {
      if (thrown instanceof StoreError) return err(noJournal('store-down'))
      throw thrown
    }
  }
  const save = (request: PrivacyRequest) =>
    reading(async () => {
      await store.put(recordOf(request))
      changed(request.profile, request.id)
    })
  const get: RequestBook['get'] = async (profile, id) => {
    const found = await reading(() => store.get(id))
    if (!found.ok) return found
    const request = found.value && parse(found.value)
    return request && isSeenBy(ownerOf(profile), request)
      ? ok(request)
      : err(appError('NOT_FOUND', `there is no request ${id}`))
  }
  const take: RequestBook['take'] = async (profile, id) => {
    const found = await get(profile, id)
    if (!found.ok) return found
    const { account, number } = found.value
    if (account === undefined || account === accountOf(found.value.profile)) return found
    const params = { number, profile: profileName(found.value.profile) }
    return err(appError('BEGUN_ELSEWHERE', 'the request was begun as another account', { params }))
  }
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const result = (turns.get(id) ?? Promise.resolve()).then(work)
    const settled = result.catch(() => {})
    turns.set(id, settled)
    void settled.then(() => {
      if (turns.get(id) === settled) turns.delete(id)
    })
    return result
  }

  const change: Change = ({ profile, request: id }, allowed, work) =>
    inTurn(id, async () => {
      const found = await take(profile, id)
      if (!found.ok) return found
      const { state } = found.value
      if (!allowed.includes(state)) {
        return err(appError('NOT_OPEN', `the request is ${state}`, { params: { state } }))
      }
      const next = await work(found.value, save)
      if (!next.ok) return next
      const saved = await save(next.value)
      return saved.ok ? ok(next.value) : saved
    })
  /** Takes what a request erased out of the others of its account that go on, and notes how far their own erasure is. */
  const forgetElsewhere = async (erasing: PrivacyRequest): Promise<Result<void, AppError<'NO_JOURNAL'>>> => {
    const pending = await reading(() => store.unended())
    if (!pending.ok) return pending
    for (const { id } of pending.value.filter((record) => record.id !== erasing.id)) {
      const less = await inTurn(id, async () => {
        const stored = await reading(() => store.get(id))
        const other = stored.ok && stored.value && parse(stored.value)
        if (!other) return stored
        if (isEnded(other) || !isSameAccount(erasing, other)) return ok(undefined)
        const own = await reading(() => currentLines(other, journal.store))
        if (!own.ok) return own
        const next = withoutErased({ ...other, ...own.value }, erasing)
        return isDeepStrictEqual(next, other) ? ok(undefined) : save(next)
      })
      if (!less.ok) return less
    }
    return ok(undefined)
  }
  const isSameAccount = (one: PrivacyRequest, other: PrivacyRequest): boolean => {
    const [first, second] = [one, other].map(({ account, profile }) => account ?? accountOf(profile))
    return first === undefined || second === undefined ? one.profile === other.profile : first === second
  }

  return {
    list: async (profile) => {
      const owner = ownerOf(profile)
      const records = await reading(() => store.list(owner))
      return records.ok ? ok(seenBy(owner, records.value)) : records
    },
    get,
    take,
    create: (make, year) =>
      inTurn('new', async () => {
        const last = await reading(() => store.lastNumber(year))
        if (!last.ok) return last
        const request = make(randomUUID(), `${year}-${String(last.value + 1).padStart(4, '0')}`)
        const saved = await save(request)
        return saved.ok ? ok(request) : saved
      }),
    change,
    // Two that clear at the same time would each wait for the other's turn.
    clear: <Code extends string>(...[at, allowed, work]: Parameters<typeof change<Code>>) =>
      inTurn('clear', () =>
        change<Code | 'NO_JOURNAL'>(at, allowed, async (request, keep) => {
          // While the journal knows what came of what they sent.
          const noted = await forgetElsewhere(request)
          if (!noted.ok) return noted
          const next = await work(request, keep)
          if (!next.ok) return next
          // A search that ended meanwhile may have read a copy that is gone by now.
          const forgotten = await forgetElsewhere(next.value)
          return forgotten.ok ? next : forgotten
        }),
      ),
    end: async (request, digests) => {
      const ended = await reading(() => store.end(recordOf(request), digests))
      if (ended.ok) changed(request.profile, request.id)
      return ended
    },
    erased: async (profile, digests) => {
      const owner = ownerOf(profile)
      const records = await reading(() => store.erased(owner, digests))
      return records.ok ? ok(seenBy(owner, records.value)) : records
    },
  }
}

const recordOf = (request: PrivacyRequest): PrivacyRecord => ({
  id: request.id,
  created: request.createdAt,
  profile: request.profile,
  state: request.state,
  document: toJson(request),
})

const isEnded = ({ state }: Pick<PrivacyRequest, 'state'>): boolean =>
  state === 'completed' || state === 'withdrawn'

/** One that goes on is worked with where it was begun; what it came to is of the account. */
const isSeenBy = (owner: OrderOwner, { profile, account, state }: PrivacyRequest): boolean =>
  profile === owner.profile || (account !== undefined && account === owner.account && isEnded({ state }))

/** A request of a newer version that this one cannot read is left where it is. */
const parse = ({ document }: PrivacyRecord): PrivacyRequest | undefined =>
  privacyRequestSchema.safeParse(document).data
