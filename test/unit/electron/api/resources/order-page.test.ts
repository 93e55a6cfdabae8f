import { afterEach, describe, expect, test } from 'vitest'
import { clientFor, connectionTo } from '../../../../support/api-client'
import { type Answering, type ApiServer, json, startApiServer } from '../../../../support/api-server'

const filters = { order_created_from: '2026-08-01T00:00:00+00:00', items_per_page: 100 }
const modified = 'Sat, 21 Nov 2026 10:00:00 GMT'
const headers = { 'Last-Modified': modified, Date: 'Sat, 21 Nov 2026 10:00:05 GMT' }
const body = { data: { total_items: 1, items: [{ order_reference: 'ORDER12345' }] } }

let server: ApiServer
const start = async (answer: Answering, settings = {}) => {
  server = await startApiServer(answer)
  return clientFor(connectionTo(server.baseAddress), { settings }).profile.orders
}
afterEach(() => server.close())

describe('a page of orders as it came', () => {
  test('is its text, the date of its newest change and the clock of the server', async () => {
    const orders = await start((_, response) => json(response, body, 200, headers))
    expect(await orders.page(filters)).toEqual({
      ok: true,
      value: {
        text: JSON.stringify(body),
        lastModified: modified,
        date: Date.parse('2026-11-21T10:00:05Z'),
      },
    })
    expect(Object.fromEntries(server.calls()[0]?.query ?? [])).toEqual({
      distributor_id: '501',
      order_created_from: '2026-08-01T00:00:00+00:00',
      items_per_page: '100',
    })
  })

  test('has no text when nothing changed since an earlier answer (rule 40)', async () => {
    const orders = await start(({ headers: sent }, response) =>
      sent['if-modified-since'] === modified
        ? response.writeHead(304, { Date: headers.Date }).end()
        : json(response, body),
    )
    expect(await orders.page(filters, { since: modified })).toEqual({
      ok: true,
      value: { text: undefined, date: Date.parse('2026-11-21T10:00:05Z') },
    })
  })

  test('is not looked into: what is no JSON is text all the same', async () => {
    const orders = await start((_, response) => response.end('{"data": <html>'))
    expect(await orders.page(filters)).toMatchObject({ ok: true, value: { text: '{"data": <html>' } })
  })

  test.each([
    ['cut', (_, response, socket) => response.write('{"da', () => socket.resetAndDestroy()), 'reset'],
    ['no UTF-8', (_, response) => response.end(Buffer.from([0x22, 0xff, 0x22])), 'unreadable'],
  ] satisfies [string, Answering, string][])('that is %s is an error', async (_, answer, reason) => {
    const orders = await start(answer)
    expect(await orders.page(filters)).toMatchObject({
      ok: false,
      error: { code: 'UPSTREAM', changed: 'no', params: { reason } },
    })
  })

  test('is tried again like every read', async () => {
    let tries = 0
    const orders = await start((_, response) =>
      ++tries < 3 ? response.writeHead(503).end() : json(response, body),
    )
    expect(await orders.page(filters)).toMatchObject({ ok: true })
    expect(server.calls()).toHaveLength(3)
  })

  test('goes behind what somebody waits for', async () => {
    const orders = await start((_, response) => setTimeout(() => json(response, body), 20), {
      concurrency: 1,
    })
    const background = () => orders.page(filters, { inBackground: true })
    await Promise.all([background(), background(), orders.list({ page: 7 })])
    expect(server.calls().map(({ query }) => query.get('page'))).toEqual([null, '7', null])
  })
})
