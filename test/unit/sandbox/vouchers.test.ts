import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amended, openIn, resent, slotsFrom } from './support/amendments'
import { readAnswer, startTestSandbox, type TestClient } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { booking, cancelled, scenario, ticket } from './support/orders'

let client: TestClient
let control: ReturnType<typeof controlOf>
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(client)
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

describe('GET /orders/{order_reference}/voucher (rules 182, 183)', () => {
  const pdf = { accept: 'application/pdf' }

  it('gives a link as JSON, and the link gives a PDF without credentials', async () => {
    const order = await scenario(client, 'DEMO-JPY')
    const answer = await client.get(`/orders/${order.order_reference}/voucher`)
    expect(Object.keys(JSON.parse(answer.text))).toEqual(['url'])
    const file = await fetch(answer.json.url ?? '')
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect((await file.text()).startsWith('%PDF-')).toBe(true)
    const guessed = await readAnswer(await fetch((answer.json.url ?? '').replace(/.\.pdf$/, '_.pdf')))
    expect(guessed.status).toBe(404)
  })

  it('gives the file itself, whole and sound', async () => {
    const order = await scenario(client, 'DEMO-HOSTILE')
    const { text } = await client.get(`/orders/${order.order_reference}/voucher`, pdf)
    expect(text).toContain(order.order_reference)
    expect(text).toContain(ticket(booking(order)).product_type_code)
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
    expect(text.slice(start, start + 4)).toBe('xref')
    for (const [, offset, number] of [...text.matchAll(/^(\d{10}) 00000 n /gm)].map(
      (hit, at) => [hit[0], Number(hit[1]), at + 1] as const,
    )) {
      expect(text.slice(offset, offset + 8)).toContain(`${number} 0 obj`)
    }
  })

  it('is refused while it is not released, unless by force', async () => {
    const order = await scenario(client, 'DEMO-NOT-RELEASED')
    const path = `/orders/${order.order_reference}/voucher`
    const refusal = await client.get(path)
    expect([refusal.status, refusal.json.error]).toEqual([409, 'VOUCHER_NOT_RELEASED'])
    expect(await client.order(order.order_reference)).toEqual(order)
    expect((await client.get(`${path}?force_release=true`)).status).toBe(200)
    const after = await client.order(order.order_reference)
    expect(booking(after).booking_voucher_released).toBe(true)
    expect(after.order_version).toBe(1)
    expect((await client.get(path)).status).toBe(200)
  })

  it('of a booking holds its own codes only', async () => {
    const order = await scenario(client, 'DEMO-SPLIT-BOOKINGS')
    const [first, second] = order.order_bookings
    const { text } = await client.get(
      `/orders/${order.order_reference}/voucher?booking_reference=${second?.booking_reference}`,
      pdf,
    )
    for (const each of second?.product_type_details ?? []) expect(text).toContain(each.product_type_code)
    for (const each of first?.product_type_details ?? []) expect(text).not.toContain(each.product_type_code)
  })

  it('exists for each part of a bundle (rule 93), but not for parts of a combi (rule 91)', async () => {
    const bundle = await scenario(client, 'DEMO-BUNDLE')
    const [museum, night] = booking(bundle).product_bundle_details ?? []
    const { text } = await client.get(
      `/orders/${bundle.order_reference}/voucher?booking_reference=${night?.booking_reference}`,
      pdf,
    )
    expect(text).toContain(night?.product_type_details[0]?.product_type_code)
    expect(text).not.toContain(museum?.product_type_details[0]?.product_type_code)
    const combi = await scenario(client, 'DEMO-COMBI')
    const [part] = booking(combi).product_combi_details ?? []
    const refused = await client.get(
      `/orders/${combi.order_reference}/voucher?booking_reference=${part?.booking_reference}`,
    )
    expect([refused.status, refused.json.error]).toEqual([422, 'COMBI_PART'])
  })

  it('leaves out what is cancelled, and a link does not outlive what it leads to', async () => {
    const order = await scenario(client, 'DEMO-FAMILY')
    const { json } = await client.get(`/orders/${order.order_reference}/voucher`)
    expect((await fetch(json.url ?? '')).status).toBe(200)
    await cancelled(client, order)
    expect((await fetch(json.url ?? '')).status).toBe(409)
    const part = await scenario(client, 'DEMO-PARTLY-CANCELLED')
    const { text } = await client.get(`/orders/${part.order_reference}/voucher`, pdf)
    const codes = booking(part).product_type_details.map((each) => [
      each.product_type_status,
      text.includes(each.product_type_code),
    ])
    expect(codes).toContainEqual(['CANCELLED', false])
    expect(codes).toContainEqual(['CONFIRMED', true])
    expect(codes).not.toContainEqual(['CANCELLED', true])
  })

  it('of codes that come late is not released any more once the booking moved to another slot', async () => {
    const order = await scenario(client, 'DEMO-TERMS-UNIT')
    const own = booking(order)
    const slots = await slotsFrom(client, own.product_id, '2026-12-10')
    const slot = slots.find((each) => each.availability_active && openIn(each) > 5)
    const { json } = await client.get(`/orders/${order.order_reference}/voucher`)
    const { booking_travel_date: _, ...rest } = resent(own, {
      product_availability_id: slot?.availability_id,
    })
    await amended(client, order, [rest])
    await control.call('POST', '/settle', { accepted: true })
    const after = booking(await client.order(order.order_reference))
    expect([after.booking_status, after.booking_voucher_released]).toEqual(['BOOKING_UPDATED', false])
    expect((await fetch(json.url ?? '')).status).toBe(409)
    const forced = await client.get(`/orders/${order.order_reference}/voucher?force_release=true`)
    expect(forced.status).toBe(200)
    expect((await fetch(json.url ?? '')).status).toBe(200)
    expect((await control.truth(order.order_reference)).commits.at(-1)?.kind).toBe('RELEASE')
  })

  it('released already is not released again by force', async () => {
    const order = await scenario(client, 'DEMO-BHD')
    expect((await client.get(`/orders/${order.order_reference}/voucher?force_release=true`)).status).toBe(200)
    expect((await control.truth(order.order_reference)).commits).toEqual([])
  })

  it.each([
    ['of a cancelled order', 'DEMO-CANCELLED', '', 409],
    ['of a booking of another order', 'DEMO-JPY', '?booking_reference=B1234567890', 422],
    ['with a parameter of v3.5', 'DEMO-JPY', '?voucher_additional_information=x', 400],
  ])('is refused %s', async (_what, key, query, status) => {
    const order = await scenario(client, key)
    expect((await client.get(`/orders/${order.order_reference}/voucher${query}`)).status).toBe(status)
  })

  it('comes in no other form', async () => {
    const order = await scenario(client, 'DEMO-JPY')
    expect(
      (await client.get(`/orders/${order.order_reference}/voucher`, { accept: 'image/png' })).status,
    ).toBe(406)
  })
})
