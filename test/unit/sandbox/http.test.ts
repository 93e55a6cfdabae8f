import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basic, readAnswer, startTestSandbox, type TestClient } from './support/client'

let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox({ orders: 300 })
})
afterAll(() => client.sandbox.close())

async function askToken(headers: Record<string, string>, body: string) {
  return readAnswer(await fetch(`${client.base}/oauth2/token`, { method: 'POST', headers, body }))
}

const json = { 'content-type': 'application/json' }
const grant = '{"grant_type":"client_credentials"}'

describe('the token call (rules 2 to 8)', () => {
  it('gives a JWT for Basic credentials and a JSON body (rule 2)', async () => {
    const answer = await askToken({ ...json, authorization: basic() }, grant)
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
    expect(String(answer.json.access_token).split('.')).toHaveLength(3)
  })

  it('keeps earlier tokens valid when a new one is given (rule 5)', async () => {
    await askToken({ ...json, authorization: basic() }, grant)
    expect((await client.get('/orders')).status).toBe(200)
  })

  it.each([
    ['a wrong secret', { ...json, authorization: basic('desk', 'wrong') }, grant, 401, 'invalid_client'],
    ['no credentials (rule 6)', json, grant, 400, 'invalid_request'],
    ['a bearer token', { ...json, authorization: 'Bearer x.y.z' }, grant, 401, 'invalid_client'],
    [
      'another grant type',
      { ...json, authorization: basic() },
      '{"grant_type":"password"}',
      400,
      'unsupported_grant_type',
    ],
    [
      'an unknown scope',
      { ...json, authorization: basic() },
      '{"grant_type":"client_credentials","scope":"all"}',
      400,
      'invalid_scope',
    ],
    ['a broken body', { ...json, authorization: basic() }, '{', 400, 'INVALID_REQUEST'],
    [
      'a form body',
      { 'content-type': 'application/x-www-form-urlencoded', authorization: basic() },
      'grant_type=client_credentials',
      400,
      'INVALID_REQUEST',
    ],
  ])('refuses %s', async (_what, headers, body, status, error) => {
    const answer = await askToken(headers as Record<string, string>, body)
    expect({ status: answer.status, error: answer.json.error }).toEqual({ status, error })
    expect(answer.json.access_token).toBeUndefined()
  })
})

describe('every other call', () => {
  it('is refused without text when it carries no credentials (rules 3, 8)', async () => {
    const answer = await readAnswer(await fetch(`${client.base}/orders`))
    expect([answer.status, answer.text]).toEqual([401, ''])
  })

  it('is refused with a malformed or foreign token (rule 63)', async () => {
    const [head, body] = client.token.split('.')
    for (const token of ['nonsense', `${head}.${body}.AAAA`]) {
      const answer = await client.get('/orders', { authorization: `Bearer ${token}` })
      expect([answer.status, answer.json.error]).toEqual([401, 'INVALID_TOKEN'])
    }
  })

  it('needs no token for ping and status', async () => {
    expect((await fetch(`${client.base}/system/ping`)).status).toBe(200)
    expect((await fetch(`${client.base}/system/status`)).status).toBe(200)
  })

  it('answers 501 for what the sandbox does not serve (rule 72)', async () => {
    for (const [method, path] of [
      ['GET', '/products/taxes'],
      ['POST', '/reservations'],
      ['POST', '/orders'],
    ] as const) {
      const answer = await client.send(method, path)
      expect([answer.status, answer.json.error]).toEqual([501, 'NOT_IMPLEMENTED'])
    }
  })

  it('answers 405 for a method that does not exist, and names those that do (rule 67)', async () => {
    const answer = await client.send('DELETE', '/orders')
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST'])
  })

  it('answers 404 for an unknown resource and 406 for a type it does not make (rules 66, 67)', async () => {
    expect((await client.get('/nothing')).status).toBe(404)
    expect((await client.get('/orders', { accept: 'text/csv' })).status).toBe(406)
  })

  it('explains errors in error, error_description and errors (rule 59)', async () => {
    const answer = await client.get('/orders?colour=red&items_per_page=999')
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: 'INVALID_REQUEST', error_description: expect.any(String) })
    expect(answer.json.errors).toEqual([
      'colour is not a parameter of this call',
      'items_per_page must be a whole number from 1 to 200',
    ])
  })

  it('compresses when asked to (rule 16)', async () => {
    const answer = await client.get('/orders', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const plain = await client.get('/orders', { 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.json.data?.items?.length).toBe(10)
  })

  it('takes the API key as a parameter of any call (rule 12)', async () => {
    expect((await client.get('/orders?key=abc')).status).toBe(200)
  })
})
