import { randomUUID } from 'node:crypto'
import type { CancellableOrder } from '@shared/features/cancellations'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { vi } from 'vitest'
import type { DistributorApi } from '../../electron/api'
import { createSaveLine } from '../../electron/features/batches'
import { operationKinds } from '../../electron/features/operation-kinds'
import {
  createJournal,
  createSchedule,
  type Entry,
  type Journal,
  type JournalStore,
} from '../../electron/journal'
import type { EngineClock } from '../../electron/journal/clock'
import { openJournal } from '../../electron/store/journal/journal-file'
import { batchStoreOver, privacyStoreOver, testSecret } from './journal'
import { SimulatedTime } from './simulated-time'

type Answer = Result<CancellableOrder, AppError>
type Taken = Result<{ operations: string[] }, AppError<string>>

/** The answer of a server that may or may not have done it. */
export const lostAnswer = err(appError('OUTCOME_UNKNOWN', 'HTTP 502', { changed: 'unknown' }))

/** A journal that cancels, saves and refunds through an API whose answers a test lays down; in memory without a `path`. */
export function createOrderDesk({
  path = ':memory:',
  undoWindow = 0,
}: {
  path?: string
  undoWindow?: number
} = {}) {
  const time = new SimulatedTime(1_700_000_000_000)
  const get = vi.fn<(reference: string, options?: object) => Promise<Answer>>()
  const cancel = vi.fn<(reference: string, target: object, options: object) => Promise<Answer>>()
  const update = vi.fn<(reference: string, body: string, options: object) => Promise<Answer>>()
  const refund = vi.fn<(target: object, options: object) => Promise<Result<object, AppError>>>()
  const sendEmail =
    vi.fn<(reference: string, options: object) => Promise<Result<{ requestId: string }, AppError>>>()
  const contact = vi.fn<(uid: string) => Promise<Result<object, AppError>>>()
  const updateContact =
    vi.fn<(uid: string, body: string, options: object) => Promise<Result<object, AppError>>>()
  const availability =
    vi.fn<(product: string, query: object) => Promise<Result<readonly object[], AppError>>>()
  const asDocument = async (answer: Promise<Answer>) => {
    const result = await answer
    if (!result.ok) return result
    const value = { data: { order: result.value } }
    return ok({ value, text: JSON.stringify(value), requestId: 'request-1' })
  }
  const asRevisions = async (answer: Promise<Result<object, AppError>>) => {
    const result = await answer
    if (!result.ok) return result
    const value = { data: { items: [result.value] } }
    return ok({ value, text: JSON.stringify(value), requestId: 'request-1' })
  }
  const api = {
    prepareCommand: async () => {},
    for: () => ({
      contacts: {
        get: (...args: Parameters<typeof contact>) => asRevisions(contact(...args)),
        update: (...args: Parameters<typeof updateContact>) => asRevisions(updateContact(...args)),
      },
      orders: {
        get: (...args: Parameters<typeof get>) => asDocument(get(...args)),
        cancel: (...args: Parameters<typeof cancel>) => asDocument(cancel(...args)),
        update: (...args: Parameters<typeof update>) => asDocument(update(...args)),
      },
      products: {
        availability: async (...args: Parameters<typeof availability>) => {
          const answer = await availability(...args)
          return answer.ok ? ok({ value: { data: { items: answer.value } } }) : answer
        },
      },
      payments: {
        sendEmail,
        refund: async (...args: Parameters<typeof refund>) => {
          const answer = await refund(...args)
          return answer.ok
            ? ok({ value: { data: { payment: answer.value } }, requestId: 'request-1' })
            : answer
        },
      },
    }),
  } as unknown as DistributorApi
  const { journal, file } = createDeskJournal(api, { path, undoWindow, clock: time })
  const entry = (id: string): Entry => {
    const found = file.entry(id)
    if (!found) throw new Error('the journal has no such entry')
    return found
  }
  return {
    time,
    get,
    cancel,
    update,
    refund,
    sendEmail,
    availability,
    contact,
    updateContact,
    api,
    journal,
    file,
    entry,
    /** Ids of the operations of a command that was taken, once they have done what they can do at once. */
    operations: async (answer: Taken | Promise<Taken>) => {
      const taken = await answer
      if (!taken.ok) throw new Error(`${taken.error.code} ${taken.error.message}`)
      await time.settle()
      return taken.value.operations
    },
    now: () => time.now(),
  }
}

/** The journal of a desk with all its kinds of operations, over any API; `scale` divides its waits. */
export function createDeskJournal(
  api: DistributorApi,
  {
    clock,
    path = ':memory:',
    undoWindow = 0,
    scale = 1,
  }: { clock: EngineClock; path?: string; undoWindow?: number; scale?: number },
) {
  const file = openJournal(path, testSecret, 0)
  if (!file.ok) throw new Error(file.error)
  const journal = createJournalOver(api, storeOver(file.value), { clock, undoWindow, scale })
  return { journal, file: file.value }
}

/** The journal of a desk with all its kinds of operations, over any API and store. */
export function createJournalOver(
  api: DistributorApi,
  store: JournalStore,
  { clock, undoWindow = 0, scale = 1 }: { clock: EngineClock; undoWindow?: number; scale?: number },
): Journal {
  return createJournal({
    store,
    definitions: operationKinds(api, () => clock.now()).map(({ definition }) => definition),
    clock,
    schedule: createSchedule(scale),
    newId: randomUUID,
    mayCommand: () => ok(undefined),
    aboutToSend: (profile) => void api.prepareCommand(profile),
    undoWindow: () => undoWindow,
    accountOf: () => 'canal-tours at the vendor',
    changed: () => {},
    batchPace: { concurrency: 4, perSecond: 1_000_000 },
    batchChanged: () => {},
    runLine: createSaveLine({ api }),
    report: () => {},
    deskUser: () => 'Amara',
  })
}

function storeOver(file: Extract<ReturnType<typeof openJournal>, { ok: true }>['value']): JournalStore {
  const status = { state: 'ready', report: file.report } as const
  return {
    open: async () => status,
    status: () => status,
    accept: async () => status,
    append: async (events) => file.append(events),
    entry: async (id) => file.entry(id),
    history: async (id) => file.history(id),
    unsettled: async () => file.unsettled(),
    settled: async ({ before, limit }) => file.settled(before, limit),
    list: async ({ before, limit, ...filter }) => file.list(filter, before, limit),
    group: async (id) => file.group(id, 500),
    counts: async (profile) => file.counts(profile),
    batches: batchStoreOver(file),
    privacy: privacyStoreOver(file),
    purge: async (order, request) => file.purge(order, request),
    requestIds: async (entries) => file.requestIds(entries),
    check: async () => {
      for (let restart = true; ; restart = false) {
        const step = file.check(undefined, restart)
        if (step.done) return ok(step.check)
      }
    },
    stop: () => undefined,
  }
}
