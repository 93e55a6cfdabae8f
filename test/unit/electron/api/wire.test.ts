import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { ExchangeReport } from '../../../../electron/api'
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

async function client(answering: Answering) {
  server = await startApiServer(answering)
  return clientFor(connectionTo(server.baseAddress)).profile
}
type Profile = Awaited<ReturnType<typeof client>>
const read = (profile: Profile) => profile.orders.get('ORDER12345')
const cancel = (profile: Profile) =>
  profile.orders.cancel('ORDER12345', { level: 'order' }, { operationId, refundToGuest: true })

describe('a redirected read (rule 18)', () => {
  test('is followed on the same origin, with a reference of its own', async () => {
    const profile = await client(
      inOrder(status(302, { Location: '/v3.8/distributor/moved?to=here' }), answer),
    )
    expect(await read(profile)).toMatchObject({ ok: true })
    expect(server.calls().map(({ url }) => url)).toEqual([
      '/v3.8/distributor/orders/ORDER12345',
      '/v3.8/distributor/moved?to=here',
    ])
    const references = server.calls().map(({ headers }) => headers['app-reference'])
    expect(new Set(references).size).toBe(2)
  })

  test('never takes the token, the key or anything else to another origin', async () => {
    let leaked = 0
    const other = createServer((_, response) => {
      leaked += 1
      response.end('{}')
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    server = await startApiServer(status(302, { Location: `http://127.0.0.1:${port}/steal` }))
    const { profile } = clientFor(connectionTo(server.baseAddress, { apiKey: 'the-key' }))
    expect(await read(profile)).toMatchObject({
      ok: false,
      error: { code: 'UPSTREAM', upstream: { status: 302 } },
    })
    expect(leaked).toBe(0)
    expect(server.calls()).toHaveLength(1)
    other.close()
  })

  test('that goes round in circles ends', async () => {
    const profile = await client(status(301, { Location: '/v3.8/distributor/orders/ORDER12345' }))
    expect(await read(profile)).toMatchObject({ ok: false, error: { code: 'UPSTREAM' } })
    expect(server.calls()).toHaveLength(6)
  })
})

describe('the API key (rule 12)', () => {
  test('is sent as `key`, and stands in no error', async () => {
    server = await startApiServer((_, response) => json(response, { error: 'NOT_FOUND' }, 404))
    const { profile } = clientFor(connectionTo(server.baseAddress, { apiKey: 'a key&more' }))
    const result = await profile.orders.get('ORDER12345', { fresh: true })
    expect(server.calls()[0]?.url).toBe('/v3.8/distributor/orders/ORDER12345?cache=false&key=a%20key%26more')
    expect(JSON.stringify(result)).not.toMatch(/key|secret|token-1|http/)
  })

  test('is left out when the profile has none', async () => {
    const profile = await client(answer)
    await read(profile)
    expect(server.calls()[0]?.url).toBe('/v3.8/distributor/orders/ORDER12345')
  })
})

describe('an address', () => {
  test.each([
    'http://api.example/v3.8/distributor',
    'ftp://127.0.0.1/v3.8/distributor',
    'https://user:password@api.example/v3.8/distributor',
    'https://api.example/v3.8/distributor?x=1',
    'not an address',
  ])('like %s is refused before anything leaves (rule 13)', async (baseAddress) => {
    server = await startApiServer(answer)
    const { profile } = clientFor(connectionTo(baseAddress))
    const result = await read(profile)
    expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', changed: 'no' } })
    expect(JSON.stringify(result)).not.toContain('password@')
    expect(server.arrivals).toHaveLength(0)
  })

  test('may end in a slash', async () => {
    server = await startApiServer(answer)
    const { profile } = clientFor(connectionTo(`${server.baseAddress}/`))
    expect(await read(profile)).toMatchObject({ ok: true })
    expect(server.calls()[0]?.url).toBe('/v3.8/distributor/orders/ORDER12345')
  })
})

describe('the report for the log', () => {
  test('tells of every request how it ended, and holds nothing secret or personal', async () => {
    server = await startApiServer(inOrder(status(503), answer))
    const reports: ExchangeReport[] = []
    const connection = connectionTo(server.baseAddress, { apiKey: 'the-key' })
    const { profile } = clientFor(connection, { report: (exchange) => reports.push(exchange) })
    await profile.orders.list({ order_contact_name: 'Jansen' })
    await server.close()
    await cancel(profile)
    expect(reports).toMatchObject([
      { operation: 'getToken', method: 'POST', path: '/oauth2/token', attempt: 1, status: 200 },
      { operation: 'getOrders', method: 'GET', path: '/orders', attempt: 1, status: 503 },
      { operation: 'getOrders', method: 'GET', path: '/orders', attempt: 2, status: 200 },
      {
        operation: 'cancelOrder',
        kind: 'command',
        method: 'DELETE',
        path: '/orders/{order_reference}',
        attempt: 1,
        reason: 'refused',
      },
    ])
    expect(reports.every(({ durationMs }) => durationMs >= 0)).toBe(true)
    const references = server.arrivals.map(({ headers }) => headers['app-reference'])
    expect(reports.slice(0, 3).map(({ requestId }) => requestId)).toEqual(references)
    expect(JSON.stringify(reports)).not.toMatch(/the-key|secret|token-1|Jansen|127\.0\.0\.1|ORDER12345/)
  })

  test('counts what is sent again after a 401 as the next try', async () => {
    server = await startApiServer(inOrder(status(401), answer))
    const reports: ExchangeReport[] = []
    const { profile } = clientFor(connectionTo(server.baseAddress), { report: (one) => reports.push(one) })
    await cancel(profile)
    expect(
      reports.filter(({ kind }) => kind === 'command').map(({ attempt, status }) => [attempt, status]),
    ).toEqual([
      [1, 401],
      [2, 200],
    ])
  })
})
