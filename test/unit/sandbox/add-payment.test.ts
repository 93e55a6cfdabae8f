import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decimalsOf, formatMinor } from '../../../electron/sandbox/money/minor-units'
import type { OrderDocument, PaymentDocument } from '../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient } from './support/client'
import { booking, minor, scenario, ticket, total } from './support/orders'
import { manual, newKey, pay, post } from './support/payments'

let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700 })
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

async function expectUnchanged(order: OrderDocument) {
  expect(await client.order(order.order_reference)).toEqual(order)
}

const find = async (query: string): Promise<PaymentDocument[]> => {
  const answer = await client.get(`/payments?${query}`)
  return (answer.json.data as unknown as { items: PaymentDocument[] }).items
}

const money = (order: OrderDocument, amount: number) =>
  formatMinor(amount, decimalsOf(booking(order).product_currency_code))

describe('a manual payment (rules 173 to 176)', () => {
  it('pays all that is left of an order: one record more, newest first, with the running total', async () => {
    const before = await scenario(client, 'DEMO-DEPOSIT')
    const paid = minor(before, before.order_payments?.[0]?.payment_total)
    const request = manual({
      payment_external_reference: 'SHOPPER-1',
      payment_notes: [{ note_value: 'At the desk' }],
    })
    const { payment_object_type, payment_details: record, ...more } = await pay(client, before, request)
    expect(payment_object_type).toBe('MANUAL')
    expect(more).toEqual({})
    expect(record).toMatchObject({
      payment_merchant_reference: request.payment_merchant_reference,
      payment_external_reference: 'SHOPPER-1',
      payment_order_reference: before.order_reference,
      payment_order_version: before.order_version,
      payment_status: 'PAID',
      payment_method: 'CASH',
      payment_type: 'CAPTURE',
      payment_currency_code: 'EUR',
      payment_amount: money(before, total(before) - paid),
      payment_currency_amount: money(before, total(before) - paid),
      payment_total: before.order_pricing.price_total,
      payment_notes: [{ note_value: 'At the desk' }],
      payment_created_name: 'Gatehouse',
    })
    const after = await client.order(before.order_reference)
    expect(after.order_payments).toEqual([record, ...(before.order_payments ?? [])])
    expect(after.order_version).toBe(before.order_version)
    expect(after.order_pricing).toEqual(before.order_pricing)
    expect(after.order_event_details.at(-1)).toMatchObject({ event_type: 'PAYMENT_CREATE' })
    expect(ticket(booking(after)).product_type_payment_status).toBe('PAID')
  })

  it('is found by its own key, by the payer, by its id and under its order', async () => {
    const order = await scenario(client, 'DEMO-VENUE')
    const key = newKey()
    const { payment_details: record } = await pay(
      client,
      order,
      manual({ payment_merchant_reference: key, payment_external_reference: 'SHOPPER-2' }),
    )
    for (const query of [
      `payment_merchant_reference=${key}`,
      'payment_external_reference=SHOPPER-2',
      `payment_id=${record.payment_id}`,
      `order_reference=${order.order_reference}`,
      `order_reference=${order.order_reference}&payment_merchant_reference=${key}`,
    ]) {
      expect(await find(query), query).toEqual([record])
    }
    expect(await find('payment_external_reference=SHOPPER-9')).toEqual([])
    expect(await find('items_per_page=20')).toContainEqual(record)
  })

  it('of bookings pays only those (rule 175)', async () => {
    const before = await scenario(client, 'DEMO-SPLIT-BOOKINGS')
    await client.send('DELETE', `/payments?order_reference=${before.order_reference}`)
    const second = booking(before, 1)
    const { payment_details: record } = await pay(
      client,
      before,
      manual(),
      `&booking_reference=${second.booking_reference}`,
    )
    expect(record).toMatchObject({
      payment_booking_references: [second.booking_reference],
      payment_amount: second.booking_pricing.price_total,
      payment_total: second.booking_pricing.price_total,
    })
    const after = await client.order(before.order_reference)
    expect(ticket(booking(after, 1)).product_type_payment_status).toBe('PAID')
    expect(ticket(booking(after, 0)).product_type_payment_status).toBe('REFUNDED')
    const again = await post(
      client,
      `order_reference=${before.order_reference}&booking_reference=${second.booking_reference}`,
      manual(),
    )
    expect([again.status, again.json.error]).toEqual([409, 'NOTHING_TO_PAY'])
  })

  it('may be a part, in another currency at a rate; what is left can be paid, and no more', async () => {
    const before = await scenario(client, 'DEMO-JPY')
    await client.send('DELETE', `/payments?order_reference=${before.order_reference}`)
    const { payment_details: part } = await pay(
      client,
      before,
      manual({ payment_amount: '1000', payment_currency_code: 'EUR', payment_currency_rate: '0.0056' }),
    )
    expect(part).toMatchObject({
      payment_amount: '1000',
      payment_currency_code: 'EUR',
      payment_currency_rate: '0.0056',
      payment_currency_amount: '5.60',
      payment_total: '1000',
    })
    const half = await client.order(before.order_reference)
    expect(ticket(booking(half)).product_type_payment_status).toBe('PARTIAL_PAID')
    const tooMuch = await post(
      client,
      `order_reference=${before.order_reference}`,
      manual({ payment_amount: money(before, total(before)) }),
    )
    expect([tooMuch.status, tooMuch.json.error]).toEqual([422, 'AMOUNT'])
    await expectUnchanged(half)
    const { payment_details: rest } = await pay(client, before, manual())
    expect([rest.payment_amount, rest.payment_total]).toEqual([
      money(before, total(before) - 1000),
      before.order_pricing.price_total,
    ])
  })

  it('that only reserves adds nothing to the total, and what is reserved is not to be paid again', async () => {
    const before = await scenario(client, 'DEMO-INVOICE')
    const { payment_details: record } = await pay(client, before, manual({ payment_type: 'AUTHORIZATION' }))
    expect(record).toMatchObject({
      payment_type: 'AUTHORIZATION',
      payment_status: 'AUTHORIZED',
      payment_total: '0.00',
    })
    const after = await client.order(before.order_reference)
    expect((await post(client, `order_reference=${before.order_reference}`, manual())).status).toBe(409)
    await expectUnchanged(after)
  })
})

describe('a payment at a provider', () => {
  it.each([
    ['ADYEN_LINK', {}, { payment_status: 'PENDING', payment_method: 'LINK' }],
    [
      'ADYEN_DROP_IN',
      { payment_method: { type: 'scheme' }, return_url: 'https://desk.example.com/back' },
      { payment_status: 'IN_PROGRESS', payment_method: 'ONLINE' },
    ],
    [
      'NGENIUS_HPP',
      { return_url: 'https://desk.example.com/back' },
      { payment_status: 'IN_PROGRESS', payment_method: 'ONLINE' },
    ],
    [
      'ADYEN_TERMINAL',
      { payment_terminal_id: 'T-1' },
      { payment_status: 'IN_PROGRESS', payment_method: 'TERMINAL' },
    ],
  ])('%s waits for the guest, and can be stopped (rule 168)', async (form, fields, expected) => {
    const before = await scenario(client, 'DEMO-BHD')
    if ((before.order_payments ?? []).every((payment) => payment.payment_type === 'CAPTURE'))
      await client.send('DELETE', `/payments?order_reference=${before.order_reference}`)
    const start = await client.order(before.order_reference)
    const result = await pay(client, start, {
      payment_object_type: form,
      payment_merchant_reference: newKey(),
      ...fields,
    })
    const record = result.payment_details
    expect(record).toMatchObject({ ...expected, payment_total: '0.000', payment_type: 'CAPTURE' })
    expect(record.payment_gateway_details?.payment_service_provider_reference).toBeDefined()
    if (form === 'ADYEN_LINK' || form === 'NGENIUS_HPP') {
      expect(result.payment_link).toBe(record.payment_link)
      expect(result.payment_link_expires_at).toBe('2026-11-22T12:00:00+01:00')
    } else expect(record).not.toHaveProperty('payment_link')
    if (form === 'ADYEN_DROP_IN') {
      expect(JSON.parse(String(result.payment_action))).toMatchObject({ type: 'redirect' })
    }
    const stopped = await client.send('DELETE', `/payments?payment_id=${record.payment_id}`)
    expect(stopped.json.data?.payment).toEqual({ ...record, payment_status: 'CANCELLED' })
    const after = await client.order(before.order_reference)
    expect(after.order_payments).toEqual([
      { ...record, payment_status: 'CANCELLED' },
      ...(start.order_payments ?? []),
    ])
    const again = await client.send('DELETE', `/payments?payment_id=${record.payment_id}`)
    expect(again.status).toBe(409)
  })

  it('ADYEN_RECURRING and MEWS_BILL take the money at once', async () => {
    const before = await scenario(client, 'DEMO-KWD')
    const restart = () => client.send('DELETE', `/payments?order_reference=${before.order_reference}`)
    await restart()
    const recurring = await pay(client, before, {
      payment_object_type: 'ADYEN_RECURRING',
      payment_merchant_reference: newKey(),
      payment_external_reference: 'SHOPPER-3',
    })
    expect(recurring.payment_details).toMatchObject({ payment_status: 'PAID', payment_method: 'RECURRING' })
    await restart()
    const bill = await pay(client, before, {
      payment_object_type: 'MEWS_BILL',
      payment_merchant_reference: newKey(),
      payment_customer_id: 'C-1',
    })
    expect(bill.payment_details).toMatchObject({ payment_status: 'PAID', payment_method: 'GUEST_BILL' })
  })
})

describe('POST /payments is refused, and nothing changes,', () => {
  it.each([
    ['without a key of our own', { payment_merchant_reference: undefined }, 400],
    ['with a key of fewer than 8 characters', { payment_merchant_reference: 'SHORT' }, 400],
    ['without a form', { payment_object_type: undefined }, 400],
    ['with an unknown form', { payment_object_type: 'CHEQUE' }, 400],
    ['with an unknown method', { payment_method: 'cash' }, 400],
    ['without a method', { payment_method: null }, 400],
    ['with a currency in small letters (rule 52)', { payment_currency_code: 'eur' }, 400],
    ['with an amount that is no decimal', { payment_amount: '1,50' }, 400],
    ['with a negative amount', { payment_amount: '-1.00' }, 400],
    ['with an amount of zero', { payment_amount: '0.00' }, 422],
    ['with more decimals than the currency has', { payment_amount: '1.005' }, 422],
    ['with more than is left', { payment_amount: '99999.00' }, 422],
    ['in another currency without a rate', { payment_currency_code: 'USD' }, 422],
    ['in a currency nobody knows', { payment_currency_code: 'XXX', payment_currency_rate: '1.5' }, 422],
    ['at a rate within one currency', { payment_currency_rate: '1.5' }, 422],
    ['as a refund, which DELETE makes', { payment_type: 'REFUND' }, 422],
    ['through a drop-in that has nowhere to return to', { payment_object_type: 'ADYEN_DROP_IN' }, 400],
    [
      'by a provider for an order that is paid at the venue (rule 173)',
      { payment_object_type: 'ADYEN_LINK' },
      422,
    ],
  ])('%s', async (_what, changes, status) => {
    const [order] = (await client.list('order_external_reference=DEMO-TERMS-BOTH')).items
    const venue = status === 422 && 'payment_object_type' in changes
    const target = venue ? await scenario(client, 'DEMO-VENUE') : order
    if (!target) throw new Error('no order')
    if (!venue && target.order_payments?.length === 1) {
      await client.send('DELETE', `/payments?order_reference=${target.order_reference}`)
    }
    const before = await client.order(target.order_reference)
    const body = JSON.parse(JSON.stringify(manual(changes)))
    const answer = await post(client, `order_reference=${target.order_reference}`, body)
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([status, expect.anything()])
    await expectUnchanged(before)
  })

  it.each([
    ['for an order that partners collect for (rule 172)', 'DEMO-EXTERNAL', 422, 'SETTLEMENT'],
    ['for an order that is paid', 'DEMO-SPLIT', 409, 'NOTHING_TO_PAY'],
    ['for an order that costs nothing (rule 181)', 'DEMO-ZERO', 409, 'NOTHING_TO_PAY'],
    ['for a cancelled order (rule 68)', 'DEMO-NOT-REFUNDED', 409, 'ORDER_CANCELLED'],
  ])('%s', async (_what, key, status, error) => {
    const order = await scenario(client, key)
    const answer = await post(client, `order_reference=${order.order_reference}`, manual())
    expect([answer.status, answer.json.error]).toEqual([status, error])
    await expectUnchanged(order)
  })

  it('without saying what for, for an unknown order, and for bookings of another', async () => {
    const order = await scenario(client, 'DEMO-DKK')
    const other = await scenario(client, 'DEMO-SPLIT')
    const strange = `booking_reference=${booking(other).booking_reference}`
    expect((await post(client, '', manual())).status).toBe(400)
    expect((await post(client, 'order_reference=123456789012345', manual())).status).toBe(404)
    expect((await post(client, 'booking_reference=B000000000000', manual())).status).toBe(404)
    expect((await post(client, `order_reference=${order.order_reference}&${strange}`, manual())).status).toBe(
      404,
    )
    await expectUnchanged(order)
    await expectUnchanged(other)
  })

  it('when its key was used before, on any order: one payment after one request or ten (rules 19, 21)', async () => {
    const order = await scenario(client, 'DEMO-TERMS-SHARE')
    const other = await scenario(client, 'DEMO-GROUP')
    await client.send('DELETE', `/payments?order_reference=${order.order_reference}`)
    const body = manual({ payment_amount: '10.00' })
    const answers = await Promise.all(
      [1, 2, 3].map(() => post(client, `order_reference=${order.order_reference}`, body)),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
    const elsewhere = await post(client, `order_reference=${other.order_reference}`, body)
    expect([elsewhere.status, elsewhere.json.error]).toEqual([409, 'PAYMENT_EXISTS'])
    expect(await find(`payment_merchant_reference=${body.payment_merchant_reference}`)).toHaveLength(1)
    await expectUnchanged(other)
  })
})
