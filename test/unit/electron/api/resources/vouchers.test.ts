import { afterEach, describe, expect, test } from 'vitest'
import { clientFor, connectionTo } from '../../../../support/api-client'
import { type Answering, type ApiServer, json, startApiServer } from '../../../../support/api-server'

const operationId = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
let server: ApiServer
afterEach(() => server.close())
const start = async (answer: Answering) => {
  server = await startApiServer(answer)
  return clientFor(connectionTo(server.baseAddress)).profile.vouchers
}
const link: Answering = (_, response) => json(response, { url: 'https://vouchers.example/1' })

describe('a voucher (rule 182)', () => {
  test('comes as an address without an envelope', async () => {
    const vouchers = await start(link)
    const result = await vouchers.link('ORDER12345', { bookingReference: 'B-123456' })
    expect(result).toMatchObject({ ok: true, value: { value: { url: 'https://vouchers.example/1' } } })
    const [call] = server.calls()
    expect(call?.url).toBe('/v3.8/distributor/orders/ORDER12345/voucher?booking_reference=B-123456')
    expect(call?.headers.accept).toBe('application/json')
  })

  test('comes as a PDF, byte for byte', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 255, 13, 10, 128])])
    const vouchers = await start((_, response) => response.end(bytes))
    const result = await vouchers.pdf('ORDER12345')
    expect(result.ok && Buffer.from(result.value).equals(bytes)).toBe(true)
    expect(server.calls()[0]?.headers.accept).toBe('application/pdf')
  })

  test.each([
    ['a page of HTML', '<html>sign in</html>'],
    ['JSON', '{"url":"https://vouchers.example/1"}'],
    ['nothing', ''],
  ])('that is %s instead of a PDF is an error', async (_, body) => {
    const vouchers = await start((_, response) => response.end(body))
    expect(await vouchers.pdf('ORDER12345')).toMatchObject({ ok: false, error: { code: 'UPSTREAM' } })
  })

  test('without an address in it is an error', async () => {
    const vouchers = await start((_, response) => json(response, { data: {} }))
    expect(await vouchers.link('ORDER12345')).toMatchObject({ ok: false, error: { code: 'UPSTREAM' } })
  })
})

describe('releasing a voucher (rule 183)', () => {
  test('is a command although it is a GET: it carries its journal id', async () => {
    const vouchers = await start(link)
    expect(await vouchers.release('ORDER12345', {}, { operationId })).toMatchObject({ ok: true })
    const [call] = server.calls()
    expect(call?.url).toBe('/v3.8/distributor/orders/ORDER12345/voucher?force_release=true')
    expect(call?.headers['app-operation-id']).toBe(operationId)
  })

  test('is sent once when the server fails, and its outcome is unknown', async () => {
    const vouchers = await start((_, response) => response.writeHead(500).end())
    const result = await vouchers.release('ORDER12345', {}, { operationId })
    expect(result).toMatchObject({ ok: false, error: { code: 'OUTCOME_UNKNOWN', changed: 'unknown' } })
    expect(server.calls()).toHaveLength(1)
  })
})
