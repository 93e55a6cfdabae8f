import { afterEach, describe, expect, test } from 'vitest'
import { type ApiSettings, defaultApiSettings } from '../../../../electron/api'
import { clientFor, connectionTo } from '../../../support/api-client'
import {
  type Answering,
  type ApiServer,
  inOrder,
  json,
  startApiServer,
  status,
} from '../../../support/api-server'

const operationId = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
const order = { order_reference: 'ORDER12345' }
const answer: Answering = (_, response) => json(response, { data: { order } })

let server: ApiServer
afterEach(() => server.close())

async function client(answering: Answering, settings: Partial<ApiSettings> = {}) {
  server = await startApiServer(answering)
  return clientFor(connectionTo(server.baseAddress), { settings }).profile
}
type Profile = Awaited<ReturnType<typeof client>>
const read = (profile: Profile, signal?: AbortSignal) => profile.orders.get('ORDER12345', { signal })
const cancel = (profile: Profile, signal?: AbortSignal) =>
  profile.orders.cancel('ORDER12345', { level: 'order' }, { operationId, refundToGuest: true, signal })

describe('headers (rule 17)', () => {
  test('say who calls, and give every request a reference of its own', async () => {
    const profile = await client(inOrder(status(503), answer))
    await read(profile)
    await cancel(profile)
    expect(server.arrivals).toHaveLength(4)
    for (const { headers } of server.arrivals) {
      expect(headers).toMatchObject({
        'app-name': 'Gatehouse',
        'app-version': '0.1.0',
        'app-platform': 'Linux',
        'app-machine-id': 'install-1',
        'accept-encoding': 'gzip',
        'user-agent': 'Gatehouse/0.1.0',
      })
    }
    const references = server.arrivals.map(({ headers }) => headers['app-reference'])
    expect(new Set(references).size).toBe(4)
    expect(references.every((id) => /^[0-9a-f-]{36}$/.test(String(id)))).toBe(true)
  })

  test('hold what else is known of the installation, in plain characters', async () => {
    server = await startApiServer(answer)
    const identity = {
      name: 'Gatehouse',
      version: '1.0\r\nX-Evil: 1',
      platform: 'macOS',
      installId: 'ïnstall',
      build: '77',
      flavor: 'development',
      packageName: 'app.gatehouse',
    }
    await read(clientFor(connectionTo(server.baseAddress), { identity }).profile)
    expect(server.calls()[0]?.headers).toMatchObject({
      'app-version': '1.0??X-Evil: 1',
      'app-machine-id': '?nstall',
      'app-build-number': '77',
      'app-flavor': 'development',
      'app-package-name': 'app.gatehouse',
    })
  })

  test('name the operation on commands only', async () => {
    const profile = await client(answer)
    await read(profile)
    await cancel(profile)
    expect(server.calls().map(({ headers }) => headers['app-operation-id'])).toEqual([undefined, operationId])
  })
})

describe('trying again', () => {
  test.each([408, 429, 500, 502, 503, 504])('helps a read over a passing %i', async (code) => {
    const profile = await client(inOrder(status(code), answer))
    expect(await read(profile)).toMatchObject({ ok: true })
    expect(server.calls()).toHaveLength(2)
  })

  test('helps a read over a connection that was reset', async () => {
    const profile = await client(inOrder((_, __, socket) => socket.resetAndDestroy(), answer))
    expect(await read(profile)).toMatchObject({ ok: true })
    expect(server.calls()).toHaveLength(2)
  })

  test('ends after a few, with the last error', async () => {
    const profile = await client(status(503))
    expect(await read(profile)).toMatchObject({ ok: false, error: { code: 'UPSTREAM', changed: 'no' } })
    expect(server.calls()).toHaveLength(3)
  })

  test.each([400, 403, 404, 405, 406, 409, 418, 422, 501])('is not for a read that got %i', async (code) => {
    const profile = await client(status(code))
    expect(await read(profile)).toMatchObject({ ok: false, error: { upstream: { status: code } } })
    expect(server.calls()).toHaveLength(1)
  })

  test('is not for a read that ran into the time limit', async () => {
    const profile = await client(() => {}, { timeoutMs: 1_500 })
    expect(await read(profile)).toMatchObject({ ok: false, error: { code: 'UPSTREAM', changed: 'no' } })
    expect(server.calls()).toHaveLength(1)
  })

  test('stops when the read is withdrawn', async () => {
    const withdrawal = new AbortController()
    const profile = await client((_, response) => {
      response.writeHead(503).end()
      withdrawal.abort()
    })
    expect(await read(profile, withdrawal.signal)).toMatchObject({ ok: false })
    expect(server.calls()).toHaveLength(1)
  })
})

describe('a command', () => {
  test.each([408, 429, 500, 501, 502, 503, 504])('goes out once although it got %i', async (code) => {
    const profile = await client(status(code))
    expect(await cancel(profile)).toMatchObject({ ok: false, error: { upstream: { status: code } } })
    expect(server.calls()).toHaveLength(1)
  })

  test.each([
    ['is reset before an answer', (_, __, socket) => socket.resetAndDestroy(), {}],
    ['runs into the time limit', () => {}, { timeoutMs: 1_500 }],
    [
      'gets half an answer',
      (_, response, socket) => {
        response.writeHead(200, { 'Content-Length': '500' }).write('{"data":{')
        setTimeout(() => socket.destroy(), 20)
      },
      {},
    ],
    ['gets a success that is no JSON', (_, response) => response.end('<html>OK</html>'), {}],
    ['gets a success without the order', (_, response) => json(response, { data: {} }), {}],
    ['gets an empty success', status(204), {}],
    [
      'gets a success that is no UTF-8',
      (_, response) => response.end(Buffer.from('{"data":{"order":{"name":"caf\xe9"}}}', 'latin1')),
      {},
    ],
  ] as [string, Answering, Partial<ApiSettings>][])(
    'that %s goes out once, and its outcome is unknown (rule 23)',
    async (_, answering, settings) => {
      const profile = await client(answering, settings)
      const result = await cancel(profile)
      expect(result).toMatchObject({ ok: false, error: { code: 'OUTCOME_UNKNOWN', changed: 'unknown' } })
      expect(server.calls()).toHaveLength(1)
      const [call] = server.calls()
      expect(result.ok ? '' : result.error.requestId).toBe(call?.headers['app-reference'])
    },
  )

  test.each([301, 302, 303, 307, 308])(
    'is not sent to where a %i points; its outcome is unknown',
    async (code) => {
      const profile = await client(status(code, { Location: '/v3.8/distributor/orders/ORDER12345' }))
      const result = await cancel(profile)
      expect(result).toMatchObject({ ok: false, error: { code: 'OUTCOME_UNKNOWN', changed: 'unknown' } })
      expect(server.calls()).toHaveLength(1)
    },
  )

  test('that nothing listens to has changed nothing', async () => {
    const profile = await client(answer)
    await read(profile)
    await server.close()
    const result = await cancel(profile)
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'OFFLINE', changed: 'no', params: { reason: 'refused' } },
    })
  })

  test('goes before reads that wait', async () => {
    const profile = await client((_, response) => setTimeout(() => json(response, { data: { order } }), 20), {
      concurrency: 1,
    })
    await Promise.all([read(profile), read(profile), read(profile), cancel(profile)])
    expect(server.calls().map(({ method }) => method)).toEqual(['GET', 'DELETE', 'GET', 'GET'])
  })

  test('that is withdrawn while it waits never leaves', async () => {
    const withdrawal = new AbortController()
    const profile = await client(
      (_, response) => {
        withdrawal.abort()
        setTimeout(() => json(response, { data: { order } }), 20)
      },
      { concurrency: 1 },
    )
    const [, result] = await Promise.all([read(profile), cancel(profile, withdrawal.signal)])
    expect(result).toMatchObject({ ok: false, error: { changed: 'no', params: { reason: 'aborted' } } })
    expect(server.calls().map(({ method }) => method)).toEqual(['GET'])
  })
})

describe('taking turns', () => {
  test('keeps to the number of requests at a time', async () => {
    const { concurrency: atATime } = defaultApiSettings
    const active: (() => void)[] = []
    let most = 0
    const profile = await client((_, response) => {
      active.push(() => json(response, { data: { order } }))
      most = Math.max(most, active.length)
      if (active.length !== atATime) return
      // All wait for an answer: one more would have time to come.
      setTimeout(() => {
        for (const release of active.splice(0)) release()
      }, 50)
    })
    const results = await Promise.all(Array.from({ length: 2 * atATime }, () => read(profile)))
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(most).toBe(atATime)
  })

  test('keeps to the number of requests in a time', async () => {
    const profile = await client(answer, { pacing: { requests: 2, perMs: 150 } })
    const began = Date.now()
    await Promise.all(Array.from({ length: 5 }, () => read(profile)))
    expect(Date.now() - began).toBeGreaterThanOrEqual(290)
    expect(server.calls()).toHaveLength(5)
  })

  test.each([
    ['seconds', () => '1'],
    ['a date, by the clock of the server', () => new Date(Date.parse('2020-01-01T00:00:01Z')).toUTCString()],
  ])('leaves the server alone for as long as Retry-After says in %s', async (_, retryAfter) => {
    const times: number[] = []
    const date = new Date(Date.parse('2020-01-01T00:00:00Z')).toUTCString()
    const next = inOrder(status(429, { 'Retry-After': retryAfter(), Date: date }), answer)
    server = await startApiServer((...call) => {
      times.push(Date.now())
      return next(...call)
    })
    let told = () => {}
    const refused = new Promise<void>((resolve) => {
      told = resolve
    })
    const { profile } = clientFor(connectionTo(server.baseAddress), {
      report: (exchange) => exchange.status === 429 && told(),
    })
    const first = read(profile)
    await refused
    await new Promise((resolve) => setImmediate(resolve))
    // Another call of the same profile waits as well, a command too.
    const results = await Promise.all([first, cancel(profile)])
    expect(results.every(({ ok }) => ok)).toBe(true)
    const [begin = 0, ...later] = times
    expect(later).toHaveLength(2)
    for (const time of later) expect(time - begin).toBeGreaterThanOrEqual(950)
  })

  test('waits no longer than the limit, and does not let a read wait for more', async () => {
    const profile = await client(inOrder(status(429, { 'Retry-After': '86400' }), answer), {
      maxRetryAfterMs: 100,
    })
    const result = await read(profile)
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'RATE_LIMITED', changed: 'no', upstream: { retryAfterSeconds: 86400 } },
    })
    expect(server.calls()).toHaveLength(1)
    const began = Date.now()
    expect(await read(profile)).toMatchObject({ ok: true })
    expect(Date.now() - began).toBeLessThan(4_000)
  })

  test('of a command that was refused with 429 is left to the caller', async () => {
    const profile = await client(status(429, { 'Retry-After': '0' }))
    const result = await cancel(profile)
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'RATE_LIMITED', changed: 'no', upstream: { retryAfterSeconds: 0 } },
    })
    expect(server.calls()).toHaveLength(1)
  })
})
