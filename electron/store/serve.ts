import type { Result } from '@shared/kernel/result'
import { acceptJournal, type JournalFile, type OpenFailure, openJournal } from './journal/journal-file'
import {
  type Opened,
  type StoreAnswers,
  type StoreMethod,
  type StoreResponse,
  storeParams,
  storeRequestSchema,
} from './protocol'

/** One side of a message channel. */
export interface StorePort {
  post(message: StoreResponse): void
  onMessage(listener: (message: unknown) => void): void
}

type Methods = { readonly [M in StoreMethod]: (params: ParamsOf<M>) => StoreAnswers[M] }
type ParamsOf<M extends StoreMethod> = ReturnType<(typeof storeParams)[M]['parse']>

/** Answers requests on the port, one after the other, each with a result or with what was thrown. */
export function serveStore(port: StorePort): void {
  const methods = createMethods()
  port.onMessage((message) => {
    const request = storeRequestSchema.safeParse(message)
    // Without a number there is nothing to answer to.
    if (request.success) port.post(answer(methods, request.data))
  })
}

function answer(
  methods: Methods,
  { id, method, params }: { id: number; method: string; params: unknown },
): StoreResponse {
  try {
    if (!isMethod(method)) throw new TypeError(`the store has no ${method}`)
    return { id, value: call(methods, method, params) }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
    return { id, error: { name: error.name, message: error.message, ...code } }
  }
}

const isMethod = (method: string): method is StoreMethod => Object.hasOwn(storeParams, method)

function call<M extends StoreMethod>(methods: Methods, method: M, params: unknown): StoreAnswers[M] {
  return methods[method](storeParams[method].parse(params) as ParamsOf<M>)
}

/** What answers nothing is answered all the same: whoever asked waits for it. */
const done = (work: () => void): null => {
  work()
  return null
}

function createMethods(): Methods {
  let journal: JournalFile | undefined
  let asked: ParamsOf<'journal.open'> | undefined
  const opened = (): JournalFile => {
    if (!journal) throw new Error('the journal is not open')
    return journal
  }
  const reopen = (open: () => Result<JournalFile, OpenFailure>): Result<Opened, OpenFailure> => {
    journal?.close()
    journal = undefined
    const result = open()
    if (!result.ok) return result
    journal = result.value
    return { ok: true, value: { report: journal.report, mark: journal.mark() } }
  }
  return {
    'journal.open': (params) => {
      asked = params
      const { path, secret, now, anchor } = params
      return reopen(() => openJournal(path, secret, now, anchor))
    },
    'journal.accept': ({ who, now }) => {
      if (!asked) throw new Error('the journal was not opened')
      const { path, secret, anchor } = asked
      return reopen(() => acceptJournal(path, secret, now, anchor, who))
    },
    'journal.append': ({ appends }) => {
      const appended = opened().appendAll(appends)
      return { appended, mark: opened().mark() }
    },
    'journal.entry': ({ id }) => opened().entry(id),
    'journal.history': ({ id }) => opened().history(id),
    'journal.unsettled': () => opened().unsettled(),
    'journal.list': ({ before, limit, ...filter }) => opened().list(filter, before, limit),
    'journal.group': ({ group, limit }) => opened().group(group, limit),
    'journal.counts': ({ profile }) => opened().counts(profile),
    'batches.create': ({ record, lines }) => done(() => opened().batches.create(record, lines)),
    'batches.put': ({ record }) => done(() => opened().batches.put(record)),
    'batches.putLines': ({ id, lines }) => done(() => opened().batches.putLines(id, lines)),
    'batches.get': ({ id }) => opened().batches.get(id),
    'batches.list': ({ profile, limit }) => opened().batches.list(profile, limit),
    'batches.open': () => opened().batches.open(),
    'batches.tally': ({ id }) => opened().batches.tally(id),
    'batches.linesIn': ({ id, states }) => opened().batches.linesIn(id, states),
    'batches.lines': ({ id, ...page }) => opened().batches.lines(id, page),
    'journal.purge': ({ order, ...request }) => {
      const purged = opened().purge(order, request)
      return { purged, mark: opened().mark() }
    },
    'journal.requestIds': ({ entries }) => opened().requestIds(entries),
    'journal.check': ({ restart, anchor }) => opened().check(anchor, restart),
  }
}
