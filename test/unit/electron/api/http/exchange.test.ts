import type { Dispatcher } from 'undici'
import { describe, expect, test } from 'vitest'
import { exchange } from '../../../../../electron/api/http/exchange'

const outgoing = { origin: 'http://127.0.0.1', path: '/', method: 'DELETE', headers: {} } as const
const limits = { timeoutMs: 1_000, maxBytes: 1_000 }

/** A dispatcher that plays a script. Only for what no server can bring about. */
const scripted = (play: (handler: Required<Dispatcher.DispatchHandler>, abort: () => void) => void) => {
  let aborted = 0
  const dispatcher = {
    dispatch: (_: unknown, handler: Required<Dispatcher.DispatchHandler>) => {
      play(handler, () => {
        aborted += 1
      })
      return true
    },
  } as unknown as Dispatcher
  return { dispatcher, aborted: () => aborted }
}

const controller = (onAbort: () => void, handler: Required<Dispatcher.DispatchHandler>) => {
  const made = {
    abort: (reason: Error) => {
      onAbort()
      handler.onResponseError(made, reason)
    },
  } as Dispatcher.DispatchController
  return made
}

describe('a request that the library would start a second time by itself', () => {
  test('is stopped before it writes, and counts as sent', async () => {
    const { dispatcher, aborted } = scripted((handler, onAbort) => {
      handler.onRequestStart(controller(onAbort, handler), {})
      handler.onRequestStart(controller(onAbort, handler), {})
    })
    const exchanged = await exchange(dispatcher, outgoing, limits)
    expect(exchanged).toMatchObject({
      kind: 'failed',
      sent: true,
      error: { message: 'a silent repetition was stopped' },
    })
    expect(aborted()).toBe(1)
  })
})

describe('a request that found its connection after it was given up', () => {
  test('does not start any more', async () => {
    let late: (() => void) | undefined
    const { dispatcher, aborted } = scripted((handler, onAbort) => {
      late = () => handler.onRequestStart(controller(onAbort, handler), {})
    })
    const exchanged = await exchange(dispatcher, outgoing, { ...limits, timeoutMs: 10 })
    expect(exchanged).toMatchObject({ kind: 'failed', sent: false })
    late?.()
    expect(aborted()).toBe(1)
  })
})

describe('an interim answer', () => {
  test('is not taken for the answer', async () => {
    const { dispatcher } = scripted((handler, onAbort) => {
      const current = controller(onAbort, handler)
      handler.onRequestStart(current, {})
      handler.onResponseStart(current, 103, {})
      handler.onResponseStart(current, 200, {})
      handler.onResponseData(current, Buffer.from('{}'))
      handler.onResponseEnd(current, {})
    })
    const exchanged = await exchange(dispatcher, outgoing, limits)
    expect(exchanged).toMatchObject({ kind: 'answered', status: 200, body: Buffer.from('{}') })
  })

  test('is none when nothing follows it', async () => {
    const { dispatcher } = scripted((handler, onAbort) => {
      const current = controller(onAbort, handler)
      handler.onRequestStart(current, {})
      handler.onResponseStart(current, 103, {})
      handler.onResponseError(current, new Error('closed'))
    })
    expect(await exchange(dispatcher, outgoing, limits)).toMatchObject({ kind: 'failed', sent: true })
  })
})
