import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Connection, DistributorApiDeps } from '../../../../electron/api'
import { clientFor, connectionTo } from '../../../support/api-client'
import { type Answering, type ApiServer, basePath, json, startApiServer } from '../../../support/api-server'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close()
})

const works: Answering = ({ path }, response) =>
  path === '/system/ping' ? response.writeHead(200).end() : json(response, { data: { items: [] } })

async function serverWith(answer: Answering, token?: Answering): Promise<ApiServer> {
  const server = await startApiServer(answer, token)
  open.push(server)
  return server
}
const check = (connection: Connection, deps: Partial<DistributorApiDeps> = {}) =>
  clientFor(connection, deps).api.check(connection)
const onOrders =
  (code: number): Answering =>
  (arrival, response, socket) =>
    arrival.path === '/orders' ? response.writeHead(code).end() : works(arrival, response, socket)
const refusedToken =
  (code: number, body?: object): Answering =>
  (_, response) =>
    body ? json(response, body, code) : response.writeHead(code).end()

describe('testing a connection', () => {
  test('that works calls ping, the token call and one read, each once, and tells the difference of clocks', async () => {
    const server = await serverWith(works)
    const result = await check(connectionTo(server.baseAddress))
    expect(result.problem).toBeUndefined()
    expect(Math.abs(result.clockSkewSeconds ?? Number.NaN)).toBeLessThanOrEqual(2)
    expect(server.arrivals.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /system/ping',
      'POST /oauth2/token',
      'GET /orders',
    ])
    expect(server.arrivals[0]?.headers.authorization).toBeUndefined()
    expect(Object.fromEntries(server.arrivals[2]?.query ?? [])).toEqual({
      distributor_id: '501',
      items_per_page: '1',
    })
  })

  test('works although ping is not there', async () => {
    const server = await serverWith((arrival, response, socket) =>
      arrival.path === '/system/ping' ? response.writeHead(404).end() : works(arrival, response, socket),
    )
    expect((await check(connectionTo(server.baseAddress))).problem).toBeUndefined()
  })

  test.each([
    ['plain HTTP', 'http://api.example/v3.8/distributor'],
    ['no address at all', 'api.example'],
  ])('with %s blames the address, and calls nobody', async (_, baseAddress) => {
    expect(await check(connectionTo(baseAddress))).toMatchObject({
      problem: 'address',
      error: { fields: { baseAddress: expect.any(String) } },
    })
  })

  test('with a host that does not exist blames its name', async () => {
    expect((await check(connectionTo(`https://nowhere.invalid${basePath}`))).problem).toBe('dns')
  })

  test('with a host where nothing listens says so', async () => {
    const { baseAddress, close } = await startApiServer(works)
    await close()
    expect((await check(connectionTo(baseAddress))).problem).toBe('refused')
  })

  test('through a dead proxy blames the proxy', async () => {
    const server = await serverWith(works)
    const resolveProxy = async () => 'PROXY 127.0.0.1:9'
    expect((await check(connectionTo(server.baseAddress), { resolveProxy })).problem).toBe('proxy')
    expect(server.arrivals).toHaveLength(0)
  })

  test('with a certificate nobody trusts blames it', async () => {
    const tlsFile = (name: string) =>
      readFileSync(join(import.meta.dirname, '../../../data/tls', name), 'utf8')
    const server = createTlsServer({ key: tlsFile('server-key.pem'), cert: tlsFile('server.pem') })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    open.push(server)
    const { port } = server.address() as AddressInfo
    const result = await check(connectionTo(`https://localhost:${port}${basePath}`))
    expect(result).toMatchObject({ problem: 'tls', error: { params: { reason: 'tls' } } })
  })

  test('with a server that stays silent says so', async () => {
    const server = await serverWith(() => {})
    const result = await check(connectionTo(server.baseAddress), { settings: { timeoutMs: 500 } })
    expect(result.problem).toBe('timeout')
  })

  test.each([
    ['wrong credentials', refusedToken(401, { error: 'invalid_client' }), 'credentials'],
    ['a refused scope', refusedToken(400, { error: 'invalid_scope' }), 'scope'],
    ['a server without a token call', refusedToken(404), 'address'],
    ['a server that sends elsewhere', refusedToken(302), 'address'],
    ['a server that answers with a page', (_, response) => response.end('<html>'), 'address'],
    ['a server in trouble', refusedToken(503), 'server'],
  ] as [string, Answering, string][])('with %s tells just that', async (_, token, problem) => {
    const server = await serverWith(works, token)
    expect((await check(connectionTo(server.baseAddress))).problem).toBe(problem)
    expect(server.tokenCalls()).toHaveLength(1)
    expect(server.calls()).toHaveLength(1)
  })

  test.each([
    [401, 'credentials'],
    [403, 'scope'],
    [400, 'distributor'],
    [422, 'distributor'],
    [404, 'address'],
    [500, 'server'],
  ])('whose token works, but whose orders answer %i, blames: %s', async (code, problem) => {
    const server = await serverWith(onOrders(code))
    expect((await check(connectionTo(server.baseAddress))).problem).toBe(problem)
  })

  test('whose token is not accepted while the clocks are an hour apart blames the clock', async () => {
    const server = await serverWith(onOrders(401))
    const clock = { now: () => Date.now() - 3_600_000, wait: async () => {} }
    const result = await check(connectionTo(server.baseAddress), { clock })
    expect(result.problem).toBe('clock')
    expect(Math.round((result.clockSkewSeconds ?? 0) / 60)).toBe(60)
  })

  test('leaves nothing behind: the token of a tried connection is not used for its profile', async () => {
    const server = await serverWith(works)
    const connection = connectionTo(server.baseAddress)
    const { api, profile } = clientFor(connection)
    await api.check(connection)
    await profile.orders.list()
    expect(server.tokenCalls()).toHaveLength(2)
  })
})
