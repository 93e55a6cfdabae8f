import {
  dueOnFor,
  isUndecided,
  mustClear,
  type PrivacyRequest,
  type privacyOperations,
  type RequestRow,
} from '@shared/features/privacy'
import type { Handlers } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { dayAt, zoneHere } from '@shared/kernel/time'
import { noJournal } from '../../journal'
import { currentLines, stateOf } from './erasure-lines'
import { findInto } from './find-person'
import { digestsOf, pseudonymised } from './make-certificate'
import type { PrivacyDeps } from './privacy-deps'
import type { RequestBook } from './request-book'
import type { Searches } from './searches'

type Operations = Pick<
  typeof privacyOperations,
  | 'listRequests'
  | 'getRequest'
  | 'createRequest'
  | 'changeRequest'
  | 'withdrawRequest'
  | 'findPerson'
  | 'stopSearch'
  | 'chooseFound'
>

/** States in which a request can still be worked with. */
export const unended = ['open', 'erasing', 'incomplete'] as const

/** A request with its lines as the journal has them by now. */
export async function current(
  request: PrivacyRequest,
  { journal }: Pick<PrivacyDeps, 'journal'>,
): Promise<PrivacyRequest> {
  if (request.state === 'completed' || request.state === 'withdrawn') return request
  const next = { ...request, ...(await currentLines(request, journal.store)) }
  return { ...next, state: stateOf(next) }
}

/** STILL_RUNNING while something of a request is being erased. */
export const checkAtRest = ({
  erasedOrders,
  erasedContacts,
}: PrivacyRequest): Result<void, AppError<'STILL_RUNNING'>> =>
  [...erasedOrders, ...erasedContacts].some(({ state }) => state === 'under-way')
    ? err(appError('STILL_RUNNING', 'something of the request is being erased'))
    : ok(undefined)

/** The same, and UNDECIDED while what became of something is for a person to decide: it may be erased after all. */
export const checkFinished = (
  request: PrivacyRequest,
): Result<void, AppError<'STILL_RUNNING' | 'UNDECIDED'>> => {
  const atRest = checkAtRest(request)
  if (!atRest.ok) return atRest
  return isUndecided(request)
    ? err(appError('UNDECIDED', 'an operation of the request ended unclear'))
    : ok(undefined)
}

/** COPIES_NOT_CLEARED where the end of a request would leave what nothing could remove any more. */
export function checkMayEnd(
  request: PrivacyRequest,
): Result<void, AppError<'STILL_RUNNING' | 'UNDECIDED' | 'COPIES_NOT_CLEARED'>> {
  const finished = checkFinished(request)
  if (!finished.ok) return finished
  return mustClear(request)
    ? err(appError('COPIES_NOT_CLEARED', 'this computer still holds what was erased'))
    : ok(undefined)
}

/** Requests are written down, searched and chosen from. */
export function requestHandlers(
  deps: PrivacyDeps,
  book: RequestBook,
  searches: Searches,
): Handlers<Operations> {
  const { now, deskUser, zone = zoneHere } = deps
  const today = () => dayAt(now(), zone())
  return {
    listRequests: async ({ profile }) => {
      const requests = await book.list(profile)
      return requests.ok ? ok({ requests: requests.value.map(toRow), today: today() }) : requests
    },
    getRequest: async ({ profile, request: id }) => {
      const request = await book.get(profile, id)
      return request.ok ? ok({ request: await current(request.value, deps) }) : request
    },
    createRequest: async ({ profile, form }) => {
      // A request that cannot be proven in the end is better not begun.
      const key = await deps.key()
      if (!key.ok) return err(noJournal(key.error.code))
      const { dueOn = dueOnFor(form.receivedOn), ...rest } = form
      const account = deps.accountOf(profile)
      const request = await book.create(
        (id, number) => ({
          ...(account === undefined ? {} : { account }),
          ...{ id, number, profile, state: 'open', createdAt: now(), createdBy: deskUser() },
          ...{ ...rest, dueOn, searched: [], orders: [], contacts: [], batches: [] },
          ...{ erasedOrders: [], erasedContacts: [] },
        }),
        today().slice(0, 4),
      )
      return request.ok ? ok({ request: request.value }) : request
    },
    changeRequest: async ({ form, ...at }) =>
      answer(
        await book.change<'NOT_OPEN'>(at, unended, async (request) => {
          const { dueOn = dueOnFor(form.receivedOn), subject, ...rest } = form
          // Whom it is about stays the same once something was erased for it.
          const isOther = JSON.stringify(subject) !== JSON.stringify(request.subject)
          if (request.state !== 'open' && isOther) {
            return err(
              appError('NOT_OPEN', 'something was erased already', { params: { state: request.state } }),
            )
          }
          // What was found of somebody else, and chosen, is not of this person.
          const found = isOther ? neverSearched(request) : request
          return ok({ ...found, ...rest, subject, dueOn })
        }),
      ),
    withdrawRequest: async (at) =>
      answer(
        await book.change<'STILL_RUNNING' | 'UNDECIDED' | 'COPIES_NOT_CLEARED' | 'NO_KEY'>(
          at,
          unended,
          async (request) => {
            const now_ = await current(request, deps)
            const mayEnd = checkMayEnd(now_)
            if (!mayEnd.ok) return mayEnd
            // Whether they asked can be answered afterwards, as of a request that was completed.
            const key = await deps.key()
            if (!key.ok) return key
            const ended = { ...pseudonymised(now_), state: 'withdrawn' as const, endedAt: now() }
            const kept = await book.end(ended, digestsOf(now_, key.value))
            return kept.ok ? ok(ended) : err({ ...kept.error, code: 'INTERNAL' })
          },
        ),
      ),
    findPerson: async (at) =>
      answer(
        await book.change<never>(at, unended, async (request) => {
          const found = await searches.run(at, (run) => findInto(request, deps, run))
          return ok(await current(found, deps))
        }),
      ),
    stopSearch: (at) => {
      searches.stop(at)
      return ok({})
    },
    chooseFound: async ({ orders, contacts, chosen, ...at }) =>
      answer(
        await book.change<never>(at, unended, async (request) => {
          const next = {
            ...request,
            orders: request.orders.map((one) => (orders.includes(one.reference) ? { ...one, chosen } : one)),
            contacts: request.contacts.map((one) => (contacts.includes(one.uid) ? { ...one, chosen } : one)),
          }
          return ok(await current(next, deps))
        }),
      ),
  }
}

const neverSearched = ({ searchedAt: _, ...request }: PrivacyRequest): PrivacyRequest => ({
  ...request,
  ...{ searched: [], orders: [], contacts: [] },
})

/** A request as operations answer it. */
export const answer = <Code extends string>(
  changed: Result<PrivacyRequest, AppError<Code>>,
): Result<{ request: PrivacyRequest }, AppError<Code>> =>
  changed.ok ? ok({ request: changed.value }) : changed

function toRow(request: PrivacyRequest): RequestRow {
  const { id, number, state, createdAt, receivedOn, dueOn, endedAt, subject } = request
  const about = subject?.name ?? subject?.emails[0] ?? subject?.phones[0] ?? subject?.references[0]
  const counted = request.certificate?.body.counts
  const chosen = (found: readonly { readonly chosen: boolean }[]) => found.filter((one) => one.chosen).length
  return {
    ...{ id, number, state, createdAt, receivedOn, dueOn },
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(about === undefined ? {} : { about }),
    orders: counted?.orders ?? chosen(request.orders),
    contacts: counted?.contacts ?? chosen(request.contacts),
  }
}
