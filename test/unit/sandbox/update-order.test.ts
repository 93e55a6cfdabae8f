import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { scenario } from './support/orders'

let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

const put = (order: OrderDocument, body: unknown) =>
  client.send('PUT', `/orders/${order.order_reference}`, body)

/** The whole order as it was read, bookings left out: nothing is to be amended there. */
function asRead(order: OrderDocument, changes: Record<string, unknown> = {}) {
  const { order_bookings: _bookings, ...rest } = order
  return { data: { order: { ...rest, ...changes } } }
}

describe('PUT of the whole top level (rule 153)', () => {
  it('as it was read changes nothing but version, dates and log; read-only fields are ignored (rule 56)', async () => {
    const before = await scenario(client, 'DEMO-EVERYTHING')
    const answer = await put(
      before,
      asRead(before, { order_status: 'ORDER_CANCELLED', order_version: 99, order_created: 'x' }),
    )
    expect(answer.status).toBe(200)
    const {
      order_version,
      order_status,
      order_modified,
      order_modified_name,
      order_modified_email,
      order_event_details,
      ...rest
    } = answer.json.data?.order ?? before
    expect({ order_version, order_status, order_modified_name }).toEqual({
      order_version: 2,
      order_status: 'ORDER_UPDATED',
      order_modified_name: 'Gatehouse',
    })
    expect([order_modified, order_modified_email]).toEqual([
      '2026-11-21T12:00:00+01:00',
      'desk@gatehouse.example.com',
    ])
    expect(order_event_details.map((event) => event.event_type)).toEqual(['ORDER_CREATE', 'ORDER_UPDATE'])
    expect(before).toMatchObject(rest)
  })

  it('removes optional fields that are left out, those nobody knows included', async () => {
    const before = await scenario(client, 'DEMO-UNKNOWN-FIELDS')
    expect(before.order_loyalty).toBeDefined()
    const { order_distributor_id, order_external_reference, order_language } = before
    const answer = await put(before, {
      data: { order: { order_distributor_id, order_external_reference, order_language } },
    })
    const after = await client.order(before.order_reference)
    expect(answer.json.data?.order).toEqual(after)
    for (const field of ['order_contacts', 'order_loyalty', 'order_options', 'order_settlement_type']) {
      expect(after, field).not.toHaveProperty(field)
    }
    expect(after.order_bookings).toEqual(before.order_bookings)
    expect(after.order_pricing).toEqual(before.order_pricing)
    expect(after.order_payments).toEqual(before.order_payments)
  })

  it('keeps what nobody knows when it is sent back, every digit of it', async () => {
    const before = await scenario(client, 'DEMO-LONG-NAME')
    const body = JSON.stringify(asRead(before)).replace(
      '"order_language"',
      '"order_ledger":{"id":159118380521834001,"sum":20.50},"order_language"',
    )
    const answer = await client.send('PUT', `/orders/${before.order_reference}`, body)
    expect(answer.text).toContain('"order_ledger":{"id":159118380521834001,"sum":20.50}')
    expect((await client.get(`/orders/${before.order_reference}`)).text).toContain('159118380521834001')
  })

  it('keeps what only the server writes of notes and questions when it is left out, and signs a new note', async () => {
    const before = await scenario(client, 'DEMO-EVERYTHING')
    const [note] = before.order_notes as Record<string, unknown>[]
    const [question] = before.order_checkout_fields as Record<string, unknown>[]
    const sent = {
      order_notes: [
        { note_value: note?.note_value, note_recipients: note?.note_recipients },
        { note_value: 'Late', note_created: '1999-01-01T00:00:00+00:00' },
      ],
      order_checkout_fields: [
        {
          checkout_field_id: question?.checkout_field_id,
          checkout_field_values: [{ checkout_field_value: ['AIR'] }],
        },
      ],
    }
    const after = (await put(before, asRead(before, sent))).json.data?.order
    expect(after?.order_notes).toMatchObject([
      { note_value: note?.note_value, note_created: note?.note_created },
      { note_value: 'Late', note_created: '2026-11-21T12:00:00+01:00', note_creator_user_name: 'Gatehouse' },
    ])
    expect(after?.order_checkout_fields).toMatchObject([
      { checkout_field_title: question?.checkout_field_title, ...sent.order_checkout_fields[0] },
    ])
  })

  it('changes a guest whom only this order knows, and finds it by the new name and key', async () => {
    const before = await scenario(client, 'DEMO-JPY')
    const { contact_uid: _, ...booker } = before.order_contacts?.[0] ?? {}
    const contacts = [{ ...booker, contact_name_last: 'Quetzalcoatl' }]
    await put(before, asRead(before, { order_contacts: contacts, order_external_reference: 'NEW-KEY-77' }))
    const found = async (query: string) =>
      (await client.list(query)).items.map((order) => order.order_reference)
    expect(await found('order_contact_name=quetzal')).toEqual([before.order_reference])
    expect(await found('order_external_reference=NEW-KEY-77')).toEqual([before.order_reference])
    expect(await found('order_external_reference=DEMO-JPY')).toEqual([])
  })

  it.each([
    ['without a distributor', { order_distributor_id: undefined }, 400],
    ['without a language', { order_language: '' }, 400],
    ['with contacts that are no list', { order_contacts: {} }, 400],
    ['of another distributor', { order_distributor_id: '999' }, 422],
    [
      'with a booking of another order',
      { order_bookings: [{ booking_option_type: 'DIRECT_BOOKING', booking_reference: 'B1234567' }] },
      422,
    ],
  ])('%s is refused and nothing changes', async (_what, changes, status) => {
    const before = await scenario(client, 'DEMO-BHD')
    expect((await put(before, asRead(before, changes))).status).toBe(status)
    expect(await client.order(before.order_reference)).toEqual(before)
  })

  it('refuses a body of another shape', async () => {
    const before = await scenario(client, 'DEMO-BHD')
    for (const body of [{}, { order: {} }, { data: { order: [] } }, '[]', '{"data":']) {
      expect((await put(before, body)).status).toBe(400)
    }
    expect(await client.order(before.order_reference)).toEqual(before)
  })
})

describe('send_tickets (rule 187)', () => {
  const options = (send_tickets: boolean) => ({
    order_options: { email_options: { email_types: { send_tickets } } },
  })

  it('true mails the vouchers to the booker, once per update', async () => {
    const order = await scenario(client, 'DEMO-PROMO')
    const control = controlOf(client)
    const sent = await put(order, asRead(order, options(true)))
    expect(sent.json.data?.order?.order_options).toEqual(options(true).order_options)
    expect((await control.truth(order.order_reference)).mails).toMatchObject([
      { kind: 'TICKETS', to: order.order_contacts?.[0]?.contact_email, version: 2 },
    ])
    await put(order, asRead(order, options(false)))
    expect((await control.truth(order.order_reference)).mails).toHaveLength(1)
  })

  it('true without anybody to mail to is refused and nothing changes', async () => {
    const order = await scenario(client, 'DEMO-VENUE')
    const answer = await put(
      order,
      asRead(order, { ...options(true), order_contacts: [{ contact_name_last: 'Nobody' }] }),
    )
    expect([answer.status, answer.json.error]).toEqual([422, 'NO_RECIPIENT'])
    expect(await client.order(order.order_reference)).toEqual(order)
  })
})
