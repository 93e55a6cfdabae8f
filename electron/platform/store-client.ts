import type { z } from 'zod'
import { type AnswerOf, type MethodOf, type Protocol, storeResponseSchema } from '../store/messages'

/** The store process as main holds it. */
export interface StoreProcess {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the process is gone for whatever reason. */
  onExit(listener: (code: number) => void): void
  kill(): void
}

/**
 * Why a call has no answer. `lost`: the process went away, so whether it was done is not known until it is read.
 * `failed`: the store said that it could not.
 */
export class StoreError extends Error {
  constructor(
    readonly reason: 'lost' | 'failed',
    message: string,
    readonly code?: string,
  ) {
    super(message)
    this.name = 'StoreError'
  }
}

export interface StoreClient<P extends Protocol> {
  /** @throws StoreError */
  call<M extends MethodOf<P['params']>>(method: M, params: z.input<P['params'][M]>): Promise<AnswerOf<P, M>>
  stop(): void
}

export interface StoreClientOptions<P extends Protocol> {
  readonly spawn: () => StoreProcess
  /** Runs first on every new process, before any other call: opens the files. */
  readonly prepare: (call: StoreClient<P>['call']) => Promise<void>
  /** Called when a process ended without being asked to. */
  readonly died: (code: number) => void
  /** How long an answer may take before the process counts as stuck and is killed, in milliseconds. */
  readonly patienceMs?: number
}

interface Running {
  readonly process: StoreProcess
  readonly pending: Map<number, { resolve(value: unknown): void; reject(error: StoreError): void }>
  readonly ready: Promise<void>
}

/** Opening a large file may bring it to a newer form first. */
const openingIsLonger = 10

/**
 * Keeps one store process: started with the first call, started anew with the first call after it died. What was
 * under way when it died is rejected as `lost`; nothing is repeated here.
 */
export function createStoreClient<P extends Protocol>(options: StoreClientOptions<P>): StoreClient<P> {
  const { patienceMs = 60_000 } = options
  let running: Running | undefined
  let lastId = 0

  const ask = (
    to: Pick<Running, 'process' | 'pending'>,
    method: string,
    params: unknown,
    patience = patienceMs,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      const timer = setTimeout(() => to.process.kill(), patience)
      const settle = <T>(how: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer)
          how(value)
        }
      }
      to.pending.set(id, { resolve: settle(resolve), reject: settle(reject) })
      to.process.post({ id, method, params })
    })

  const start = (): Running => {
    const process = options.spawn()
    const pending: Running['pending'] = new Map()
    process.onMessage((message) => settlePending(pending, message))
    process.onExit((code) => {
      const wanted = running?.process !== process
      if (!wanted) running = undefined
      for (const call of pending.values()) call.reject(new StoreError('lost', `the store ended (${code})`))
      pending.clear()
      if (!wanted) options.died(code)
    })
    const call = ((method, params) =>
      ask({ process, pending }, method, params, patienceMs * openingIsLonger)) as StoreClient<P>['call']
    const ready = options.prepare(call)
    // Whoever calls is told; nobody may be waiting yet.
    ready.catch(() => {})
    return { process, pending, ready }
  }

  return {
    call: async (method, params) => {
      running ??= start()
      const current = running
      await current.ready
      if (running !== current) throw new StoreError('lost', 'the store ended before it was asked')
      return (await ask(current, method, params)) as never
    },
    stop: () => {
      const { process } = running ?? {}
      running = undefined
      process?.kill()
    },
  }
}

function settlePending(pending: Running['pending'], message: unknown): void {
  const response = storeResponseSchema.safeParse(message)
  if (!response.success) return
  const call = pending.get(response.data.id)
  pending.delete(response.data.id)
  if ('error' in response.data) {
    const { name, message: words, code } = response.data.error
    call?.reject(new StoreError('failed', `${name}: ${words}`, code))
  } else call?.resolve(response.data.value)
}
