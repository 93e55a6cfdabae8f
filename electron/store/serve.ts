import type { z } from 'zod'
import { type MethodOf, type Protocol, type StoreResponse, storeRequestSchema } from './messages'

/** One side of a message channel. */
export interface StorePort {
  post(message: StoreResponse): void
  onMessage(listener: (message: unknown) => void): void
}

/** The port over which main talks to a process that it forked. */
export function parentPort(): StorePort {
  const { parentPort: port } = process
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
  }
}

/** What answers each method of a protocol: at once, or later while others are answered. */
export type Methods<P extends Protocol> = {
  readonly [M in MethodOf<P['params']> & keyof P['answers']]: (
    params: z.output<P['params'][M]>,
  ) => P['answers'][M] | Promise<P['answers'][M]>
}

/** Answers requests on the port in the order in which they come, each with a result or with what was thrown. */
export function serveStore<P extends Protocol>(
  port: StorePort,
  params: P['params'],
  methods: Methods<P>,
): void {
  const call = (method: string, given: unknown): unknown => {
    if (!Object.hasOwn(params, method)) throw new TypeError(`the store has no ${method}`)
    const known = method as MethodOf<P['params']> & keyof P['answers']
    return methods[known](params[known]?.parse(given) as z.output<P['params'][typeof known]>)
  }
  port.onMessage((message) => {
    const request = storeRequestSchema.safeParse(message)
    // Without a number there is nothing to answer to.
    if (!request.success) return
    const { id, method, params: given } = request.data
    const failed = (thrown: unknown) => port.post({ id, error: describe(thrown) })
    try {
      const value = call(method, given)
      if (value instanceof Promise) value.then((late) => port.post({ id, value: late }), failed)
      else port.post({ id, value })
    } catch (thrown) {
      failed(thrown)
    }
  })
}

function describe(thrown: unknown): { name: string; message: string; code?: string } {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { name: error.name, message: error.message, ...code }
}
