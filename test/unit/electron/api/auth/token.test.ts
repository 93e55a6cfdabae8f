import { afterEach, describe, expect, test } from 'vitest'
import type { Connection } from '../../../../../electron/api'
import { clientFor, connectionTo } from '../../../../support/api-client'
import {
  type Answering,
  type ApiServer,
  issueTokens,
  json,
  startApiServer,
} from '../../../../support/api-server'

const operationId = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
const order = { order_reference: 'ORDER12345' }
const answer: Answering = (_, response) => json(response, { data: { order } })
const unauthorized: Answering = (_, response) => response.writeHead(401).end()

let server: ApiServer
afterEach(() => server.close())

const authorizations = () => server.calls().map(({ headers }) => headers.authorization)
const cancel = { operationId, refundToGuest: true }

describe('the token call (rule 2)', () => {
  test.each([['secret'], ['a+b%20c:d=e&f/g'], ['sécrèt-密码-🔑'], ['  spaces kept  ']])(
    'sends plain Basic of id and secret %j and a JSON body',
    async (clientSecret) => {
      server = await startApiServer(answer)
      const connection = connectionTo(server.baseAddress, { clientId: 'id+%ü', clientSecret })
      await clientFor(connection).profile.orders.get('ORDER12345')
      const [call] = server.tokenCalls()
      const [scheme, encoded = ''] = String(call?.headers.authorization).split(' ')
      expect(scheme).toBe('Basic')
      expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(`id+%ü:${clientSecret}`)
      expect(call?.headers['content-type']).toBe('application/json')
      expect(JSON.parse(call?.body ?? '')).toEqual({ grant_type: 'client_credentials' })
      expect(call?.url).not.toContain('?')
    },
  )

  test('asks for a scope only when the profile has one (rule 11)', async () => {
    server = await startApiServer(answer)
    const scope = 'https://www.prioticketapis.com/auth/distributor.booking'
    await clientFor(connectionTo(server.baseAddress, { scope })).profile.orders.get('ORDER12345')
    expect(JSON.parse(server.tokenCalls()[0]?.body ?? '')).toEqual({
      grant_type: 'client_credentials',
      scope,
    })
  })

  test('is not followed when redirected: it carries the secret', async () => {
    server = await startApiServer(answer, ({ path }, response) => {
      response.writeHead(307, { Location: `/v3.8/distributor${path}?again` }).end()
    })
    const result = await clientFor(connectionTo(server.baseAddress)).profile.orders.get('ORDER12345')
    expect(result).toMatchObject({ ok: false, error: { changed: 'no', upstream: { status: 307 } } })
    expect(server.arrivals).toHaveLength(1)
  })
})

describe('a token', () => {
  test('is asked for once however many wait for it, and used until it expires (rule 4)', async () => {
    server = await startApiServer(answer)
    let now = Date.parse('2026-11-22T10:00:00Z')
    const clock = { now: () => now, wait: async () => {} }
    const { orders } = clientFor(connectionTo(server.baseAddress), { clock }).profile
    await Promise.all(Array.from({ length: 10 }, () => orders.get('ORDER12345')))
    expect(server.tokenCalls()).toHaveLength(1)
    now += 3500_000
    await orders.get('ORDER12345')
    expect(server.tokenCalls()).toHaveLength(1)
    now += 80_000
    await orders.get('ORDER12345')
    expect(server.tokenCalls()).toHaveLength(2)
    expect(authorizations()).toEqual([
      ...Array.from({ length: 11 }, () => 'Bearer token-1'),
      'Bearer token-2',
    ])
  })

  test('is sent with the type the server gave it (rule 3)', async () => {
    server = await startApiServer(answer, (_, response) =>
      json(response, { access_token: 'abc', token_type: 'MAC', expires_in: '3600' }),
    )
    await clientFor(connectionTo(server.baseAddress)).profile.orders.get('ORDER12345')
    expect(authorizations()).toEqual(['MAC abc'])
  })

  test.each([
    ['another secret', { clientSecret: 'other' }],
    ['another client', { clientId: 'other' }],
    ['another scope', { scope: 'other' }],
  ])('is dropped when the profile gets %s', async (_, change) => {
    server = await startApiServer(answer)
    let connection: Connection = connectionTo(server.baseAddress)
    const { orders } = clientFor(() => connection).profile
    await orders.get('ORDER12345')
    connection = { ...connection, ...change }
    await orders.get('ORDER12345')
    expect(authorizations()).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('never reaches another address', async () => {
    server = await startApiServer(answer)
    const other = await startApiServer(answer, (_, response) =>
      json(response, { access_token: 'other-token', token_type: 'Bearer', expires_in: 3600 }),
    )
    let connection: Connection = connectionTo(server.baseAddress)
    const { orders } = clientFor(() => connection).profile
    await orders.get('ORDER12345')
    connection = { ...connection, baseAddress: other.baseAddress }
    await orders.get('ORDER12345')
    expect(other.calls().map(({ headers }) => headers.authorization)).toEqual(['Bearer other-token'])
    await other.close()
  })

  test('is kept when something else about the profile changes', async () => {
    server = await startApiServer(answer)
    let connection: Connection = connectionTo(server.baseAddress)
    const { orders } = clientFor(() => connection).profile
    await orders.get('ORDER12345')
    connection = { ...connection, inferredNames: true, distributorId: '7' }
    await orders.get('ORDER12345')
    expect(server.tokenCalls()).toHaveLength(1)
  })

  test('of one profile is not used by another', async () => {
    server = await startApiServer(answer)
    const { api } = clientFor(connectionTo(server.baseAddress))
    await api.for('one').orders.get('ORDER12345')
    await api.for('two').orders.get('ORDER12345')
    await api.for('one').orders.get('ORDER12345')
    expect(authorizations()).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-1'])
  })

  test('of a profile that was signed out is forgotten', async () => {
    server = await startApiServer(answer)
    const { api } = clientFor(connectionTo(server.baseAddress))
    await api.for('one').orders.get('ORDER12345')
    api.forget('one')
    await api.for('one').orders.get('ORDER12345')
    expect(authorizations()).toEqual(['Bearer token-1', 'Bearer token-2'])
  })
})

describe('a 401 (rule 63)', () => {
  test.each([
    ['a read', (client: ReturnType<typeof clientFor>) => client.profile.orders.get('ORDER12345')],
    [
      'a command, as nothing was changed',
      (client: ReturnType<typeof clientFor>) =>
        client.profile.orders.cancel('ORDER12345', { level: 'order' }, cancel),
    ],
  ])('lets %s go out once more, with a fresh token', async (_, call) => {
    server = await startApiServer((arrival, response, socket) =>
      arrival.headers.authorization === 'Bearer token-1'
        ? unauthorized(arrival, response, socket)
        : answer(arrival, response, socket),
    )
    expect(await call(clientFor(connectionTo(server.baseAddress)))).toMatchObject({ ok: true })
    expect(authorizations()).toEqual(['Bearer token-1', 'Bearer token-2'])
    const references = server.calls().map(({ headers }) => headers['app-reference'])
    expect(new Set(references).size).toBe(2)
  })

  test.each([
    ['a read', (client: ReturnType<typeof clientFor>) => client.profile.orders.get('ORDER12345')],
    [
      'a command',
      (client: ReturnType<typeof clientFor>) =>
        client.profile.orders.cancel('ORDER12345', { level: 'order' }, cancel),
    ],
  ])('that comes again ends %s as signed out, with nothing changed', async (_, call) => {
    server = await startApiServer(unauthorized)
    const result = await call(clientFor(connectionTo(server.baseAddress)))
    expect(result).toMatchObject({ ok: false, error: { code: 'SIGNED_OUT', changed: 'no' } })
    expect(server.calls()).toHaveLength(2)
    expect(server.tokenCalls()).toHaveLength(2)
  })

  test('for many at once asks for one fresh token', async () => {
    server = await startApiServer((arrival, response, socket) =>
      arrival.headers.authorization === 'Bearer token-1'
        ? unauthorized(arrival, response, socket)
        : answer(arrival, response, socket),
    )
    const { orders } = clientFor(connectionTo(server.baseAddress)).profile
    const results = await Promise.all(Array.from({ length: 4 }, () => orders.get('ORDER12345')))
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(server.tokenCalls()).toHaveLength(2)
  })
})

describe('a 403 (rules 7 and 65)', () => {
  test('asks for another token next time, but at most once a minute', async () => {
    server = await startApiServer((_, response) => response.writeHead(403).end())
    let now = Date.parse('2026-11-22T10:00:00Z')
    const clock = { now: () => now, wait: async () => {} }
    const { orders } = clientFor(connectionTo(server.baseAddress), { clock }).profile
    const first = await orders.get('ORDER12345')
    expect(first).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', changed: 'no' } })
    await orders.get('ORDER12345')
    expect(server.tokenCalls()).toHaveLength(1)
    now += 61_000
    await orders.get('ORDER12345')
    await orders.get('ORDER12345')
    expect(server.tokenCalls()).toHaveLength(2)
    expect(server.calls()).toHaveLength(4)
  })
})

describe('a refused sign-in', () => {
  test.each([
    [400, { error: 'invalid_client' }, 'SIGNED_OUT', 'credentials'],
    [401, { error: 'invalid_client', error_description: 'unknown client' }, 'SIGNED_OUT', 'credentials'],
    [403, undefined, 'SIGNED_OUT', 'credentials'],
    [400, { error: 'invalid_scope' }, 'FORBIDDEN', 'scope'],
  ])('with %i %j is %s, and the command never leaves', async (status, body, code, reason) => {
    server = await startApiServer(answer, (_, response) =>
      body ? json(response, body, status) : response.writeHead(status).end(),
    )
    const { orders } = clientFor(connectionTo(server.baseAddress)).profile
    const result = await orders.cancel('ORDER12345', { level: 'order' }, cancel)
    expect(result).toMatchObject({ ok: false, error: { code, changed: 'no', params: { reason } } })
    expect(server.calls()).toHaveLength(0)
    expect(server.tokenCalls()).toHaveLength(1)
  })

  test.each([
    ['a server error', (_: unknown, response: Parameters<Answering>[1]) => response.writeHead(500).end()],
    ['no JSON', (_: unknown, response: Parameters<Answering>[1]) => response.end('<html>')],
    [
      'no token',
      (_: unknown, response: Parameters<Answering>[1]) => json(response, { token_type: 'Bearer' }),
    ],
    [
      'a token that is no header value',
      (_: unknown, response: Parameters<Answering>[1]) =>
        json(response, { access_token: 'a\r\nX-Evil: 1', token_type: 'Bearer', expires_in: 60 }),
    ],
  ])('with %s says nothing about the credentials, and the command never leaves', async (_, token) => {
    server = await startApiServer(answer, token)
    const { orders } = clientFor(connectionTo(server.baseAddress)).profile
    const result = await orders.cancel('ORDER12345', { level: 'order' }, cancel)
    expect(result).toMatchObject({ ok: false, error: { code: 'UPSTREAM', changed: 'no' } })
    expect(server.calls()).toHaveLength(0)
  })

  test('is tried again by the next call', async () => {
    const issue = issueTokens()
    let refuse = true
    server = await startApiServer(answer, (arrival, response, socket) =>
      refuse ? response.writeHead(401).end() : issue(arrival, response, socket),
    )
    const { orders } = clientFor(connectionTo(server.baseAddress)).profile
    expect(await orders.get('ORDER12345')).toMatchObject({ ok: false })
    refuse = false
    expect(await orders.get('ORDER12345')).toMatchObject({ ok: true })
  })
})
