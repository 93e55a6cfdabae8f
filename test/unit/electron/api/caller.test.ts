import { afterEach, describe, expect, test } from 'vitest'
import { clientFor, connectionTo } from '../../../support/api-client'
import { type Answering, type ApiServer, json, startApiServer, status } from '../../../support/api-server'

const order = { order_reference: 'ORDER12345' }

let server: ApiServer
afterEach(() => server.close())

async function client(answering: Answering) {
  server = await startApiServer(answering)
  return clientFor(connectionTo(server.baseAddress)).profile
}

describe('a copy that the caller kept (rule 40)', () => {
  const modified = 'Sat, 21 Nov 2026 10:00:00 GMT'
  const list: Answering = ({ headers }, response) =>
    headers['if-modified-since'] === modified
      ? response.writeHead(304).end()
      : json(response, { data: { items: [order] } }, 200, { 'Last-Modified': modified })

  test('is the answer again when nothing changed', async () => {
    const profile = await client(list)
    const first = await profile.orders.list({ items_per_page: 10 })
    if (!first.ok) throw new Error('no list')
    const second = await profile.orders.list({ items_per_page: 10 }, { copy: first.value })
    expect(second.ok && second.value).toBe(first.value)
    expect(server.calls().map(({ headers }) => headers['if-modified-since'])).toEqual([undefined, modified])
  })

  test('does not answer another question', async () => {
    const profile = await client(list)
    const first = await profile.orders.list({ page: 1 })
    if (!first.ok) throw new Error('no list')
    const second = await profile.orders.list({ page: 2 }, { copy: first.value })
    expect(second.ok && second.value).not.toBe(first.value)
    expect(server.calls()[1]?.headers['if-modified-since']).toBeUndefined()
  })

  test('that nobody offered makes a 304 an error', async () => {
    const profile = await client(status(304))
    expect(await profile.orders.list()).toMatchObject({ ok: false, error: { code: 'UPSTREAM' } })
  })
})
