import { type JournalFile, openJournal } from './journal/journal-file'
import {
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

function createMethods(): Methods {
  let journal: JournalFile | undefined
  const opened = (): JournalFile => {
    if (!journal) throw new Error('the journal is not open')
    return journal
  }
  return {
    'journal.open': ({ path, secret, now }) => {
      journal?.close()
      journal = undefined
      const result = openJournal(path, secret, now)
      if (!result.ok) return result
      journal = result.value
      return { ok: true, value: journal.report }
    },
    'journal.append': ({ events }) => opened().append(events),
    'journal.entry': ({ id }) => opened().entry(id),
    'journal.history': ({ id }) => opened().history(id),
    'journal.unsettled': () => opened().unsettled(),
    'journal.list': ({ before, limit, ...filter }) => opened().list(filter, before, limit),
    'journal.group': ({ group, limit }) => opened().group(group, limit),
    'journal.counts': ({ profile }) => opened().counts(profile),
  }
}
