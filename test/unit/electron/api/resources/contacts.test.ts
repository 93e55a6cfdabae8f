import { afterEach, describe, expect, test } from 'vitest'
import { clientFor, connectionTo } from '../../../../support/api-client'
import { type Answering, type ApiServer, json, startApiServer } from '../../../../support/api-server'

const operationId = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
const uid = 'f44226c0-e142-11ea-86d2-83036af9991e'
const body = `{"data":{"contact":{"contact_uid":"${uid}","ledger":159118380521834001}}}`

let server: ApiServer
afterEach(() => server.close())
const start = async (answer: Answering) => {
  server = await startApiServer(answer)
  return clientFor(connectionTo(server.baseAddress)).profile.contacts
}
const revisions: Answering = (_, response) => json(response, { data: { items: [{ contact_uid: uid }] } })
const none: Answering = (_, response) => json(response, { data: { items: [] } })

describe('a contact', () => {
  test('is read by its key', async () => {
    const contacts = await start(revisions)
    expect(await contacts.get(uid)).toMatchObject({ ok: true })
    expect(server.calls()[0]?.url).toBe(`/v3.8/distributor/contacts/${uid}`)
  })

  test('is replaced by the very text, and the order that is named gets it (rules 190, 191)', async () => {
    const contacts = await start(revisions)
    await contacts.update(uid, body, { operationId, order: 'ORDER12345' })
    const [call] = server.calls()
    expect(call).toMatchObject({
      method: 'PUT',
      url: `/v3.8/distributor/contacts/${uid}?order_reference=ORDER12345`,
    })
    expect(call?.body).toBe(body)
  })

  test('is replaced for itself where no order is named (rule 189)', async () => {
    const contacts = await start(revisions)
    await contacts.update(uid, body, { operationId })
    expect(server.calls()[0]?.url).toBe(`/v3.8/distributor/contacts/${uid}`)
  })

  test('that does not come is an error; of a change nobody knows then whether it happened', async () => {
    const contacts = await start(none)
    expect(await contacts.get(uid)).toMatchObject({ ok: false, error: { code: 'UPSTREAM', changed: 'no' } })
    expect(await contacts.update(uid, body, { operationId })).toMatchObject({
      ok: false,
      error: { changed: 'unknown' },
    })
  })

  test('is not replaced by nothing: nothing is sent', async () => {
    const contacts = await start(revisions)
    expect(await contacts.update(uid, '{"data":{}}', { operationId })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', changed: 'no' },
    })
    expect(server.calls()).toEqual([])
  })
})
