import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestSandbox, type TestClient } from '../support/client'
import {
  booking,
  cancelled,
  fees,
  minor,
  priceOf,
  refunded,
  refunds,
  scenario,
  ticket,
  ticketId,
  total,
} from '../support/orders'

let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox({ orders: 1000 })
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

describe('one ticket (rule 160)', () => {
  it('leaves the total, the fee stays, the rest goes back to the guest (rules 118, 164, 167)', async () => {
    const before = await scenario(client, 'DEMO-TERMS-FIXED')
    const after = await cancelled(
      client,
      before,
      `product_type_transaction_id=${ticketId(before)}&cancellation_reason=ill`,
    )
    const price = priceOf(before, ticket(booking(before)))
    expect(fees(after)).toBe(250)
    expect(total(after)).toBe(total(before) - price + 250)
    expect(refunded(after)).toBe(price - 250)
    expect(refunds(after)).toMatchObject([
      {
        payment_status: 'REFUNDED',
        payment_refund_type: 'SYSTEM',
        payment_refund_reason: 'ill',
        payment_order_version: 2,
      },
    ])
    expect(minor(after, after.order_payments?.[0]?.payment_total)).toBe(total(after))
  })

  it('moves version, states, dates and the event log, and nothing else', async () => {
    const before = await scenario(client, 'DEMO-TERMS-SHARE')
    const after = await cancelled(client, before, `product_type_transaction_id=${ticketId(before)}`)
    expect(after).toMatchObject({
      order_version: 2,
      order_status: 'ORDER_UPDATED',
      order_modified_name: 'Gatehouse',
    })
    expect(booking(after)).toMatchObject({ booking_status: 'BOOKING_UPDATED', booking_version: 2 })
    expect(after.order_event_details.map((event) => event.event_type)).toEqual([
      'ORDER_CREATE',
      'ORDER_UPDATE',
      'PAYMENT_REFUND',
    ])
    expect(ticket(booking(after), 0)).toMatchObject({
      product_type_status: 'CANCELLED',
      product_type_redemption_status: 'CANCELLED',
      product_type_payment_status: 'REFUNDED',
    })
    expect(ticket(booking(after), 1)).toEqual(ticket(booking(before), 1))
    expect(after.order_contacts).toEqual(before.order_contacts)
    expect(after.order_cancellation_date_time).toBeUndefined()
    expect(await client.order(before.order_reference)).toEqual(after)
    const old = await client.get(`/orders/${before.order_reference}?order_version=1`)
    expect(old.json.data?.order).toEqual(before)
  })
})

describe('fees (rule 167)', () => {
  it.each([
    ['nothing without terms', 'DEMO-TERMS-FREE', 0],
    ['all of it within a day of travel', 'DEMO-TERMS-DAY-BEFORE', 100],
    ['the share of the step that has been reached', 'DEMO-TERMS-RISING', 25],
    ['a share at any time', 'DEMO-TERMS-SHARE', 12.5],
    ['half after two days since booking', 'DEMO-TERMS-AFTER-BOOKING', 50],
    ['nothing when the threshold, read as seconds, is not reached', 'DEMO-TERMS-UNIT', 0],
    ['nothing for terms that are only words', 'DEMO-TERMS-WORDS', 0],
    ['nothing when share and amount together are not due yet', 'DEMO-TERMS-BOTH', 0],
  ])('charge %s', async (_what, key, percentage) => {
    const before = await scenario(client, key)
    const last = booking(before).product_type_details.length - 1
    const after = await cancelled(
      client,
      before,
      `product_type_transaction_id=${ticketId(before, last)}&force_cancellation=true`,
    )
    const price = priceOf(before, ticket(booking(before), last))
    const fee = Math.round((price * percentage) / 100)
    expect(fees(after) - fees(before)).toBe(fee)
    expect(total(after)).toBe(total(before) - price + fee)
    expect(refunded(after) - refunded(before)).toBe(price - fee)
  })

  it('charge a fixed amount once per booking', async () => {
    const before = await scenario(client, 'DEMO-PARTLY-CANCELLED')
    expect(fees(before)).toBe(250)
    const after = await cancelled(client, before, `product_type_transaction_id=${ticketId(before, 1)}`)
    expect(fees(after)).toBe(250)
    expect(total(after)).toBe(total(before) - priceOf(before, ticket(booking(before), 1)))
  })
})

describe('the whole order', () => {
  it('comes to what the terms keep, all else is given back, and the order is final (rule 161)', async () => {
    const before = await scenario(client, 'DEMO-DKK')
    const after = await cancelled(client, before, 'cancellation_reason=Flight%20cancelled')
    expect(after.order_pricing.price_total).toBe('0.00')
    expect(refunded(after)).toBe(total(before))
    expect(after).toMatchObject({
      order_status: 'ORDER_CANCELLED',
      order_cancellation_reason: 'Flight cancelled',
      order_cancellation_date_time: '2026-11-21T12:00:00+01:00',
    })
    expect(booking(after)).toMatchObject({
      booking_status: 'BOOKING_CANCELLED',
      product_cancellation_allowed: false,
      booking_voucher_released: false,
    })
    const put = await client.send('PUT', `/orders/${before.order_reference}`, {
      data: { order: { order_distributor_id: '501', order_external_reference: 'x', order_language: 'en' } },
    })
    expect(put.status).toBe(409)
    expect(await client.order(before.order_reference)).toEqual(after)
  })

  it('may come to nothing before and after (rule 181)', async () => {
    const before = await scenario(client, 'DEMO-ZERO')
    const after = await cancelled(client, before)
    expect(after.order_pricing.price_total).toBe('0.00')
    expect(after.order_payments).toBeUndefined()
  })
})

describe('refunds (rules 164, 176)', () => {
  it('are not made when payment_refund is false, though the price falls', async () => {
    const before = await scenario(client, 'DEMO-FOREIGN')
    const after = await cancelled(client, before, 'payment_refund=false')
    expect(after.order_pricing.price_total).toBe('0.00')
    expect(after.order_payments).toEqual(before.order_payments)
  })

  it.each(['DEMO-EXTERNAL', 'DEMO-VENUE', 'DEMO-INVOICE'])(
    'are not made through Prio for %s',
    async (key) => {
      const before = await scenario(client, key)
      const after = await cancelled(client, before, 'payment_refund=true')
      expect(total(after)).toBe(0)
      expect(after.order_payments).toEqual(before.order_payments)
    },
  )

  it.each(['DEMO-SPLIT', 'DEMO-JPY', 'DEMO-BHD'])(
    'are spread over the captures of a split payment: %s',
    async (key) => {
      const before = await scenario(client, key)
      const after = await cancelled(client, before, `product_type_transaction_id=${ticketId(before)}`)
      expect(refunds(after)).toHaveLength(2)
      expect(refunded(after)).toBe(total(before) - total(after))
      const originals = refunds(after).map((refund) => refund.payment_original_id)
      expect(originals.sort()).toEqual(before.order_payments?.map((payment) => payment.payment_id).sort())
      const rest = await cancelled(client, after)
      expect(refunded(rest)).toBe(total(before) - total(rest))
    },
  )

  it('are made in the currency each part was paid in, to the last cent of both', async () => {
    const before = await scenario(client, 'DEMO-SPLIT-CURRENCIES')
    const partly = await cancelled(
      client,
      before,
      `product_type_transaction_id=${ticketId(before)}&payment_refund=true`,
    )
    const after = await cancelled(client, partly)
    for (const capture of before.order_payments ?? []) {
      const back = refunds(after).filter((refund) => refund.payment_original_id === capture.payment_id)
      const theirs = back.reduce(
        (sum, refund) => sum + Math.round(Number(refund.payment_currency_amount) * 100),
        0,
      )
      const ours = back.reduce((sum, refund) => sum + minor(after, refund.payment_amount), 0)
      expect(new Set(back.map((refund) => refund.payment_currency_code))).toEqual(
        new Set([capture.payment_currency_code]),
      )
      const kept = minor(before, capture.payment_amount) - ours
      if (kept === 0) expect(theirs).toBe(Math.round(Number(capture.payment_currency_amount) * 100))
      else expect(theirs).toBeLessThan(Math.round(Number(capture.payment_currency_amount) * 100))
    }
    expect(refunded(after)).toBe(total(before) - total(after))
  })

  it('take the payment that was made for the booking', async () => {
    const before = await scenario(client, 'DEMO-SPLIT-BOOKINGS')
    const second = booking(before, 1)
    const after = await cancelled(client, before, `booking_reference=${second.booking_reference}`)
    const own = before.order_payments?.find((payment) =>
      payment.payment_booking_references?.includes(second.booking_reference),
    )
    expect(refunds(after).map((refund) => refund.payment_original_id)).toEqual([own?.payment_id])
    expect(refunded(after)).toBe(minor(before, second.booking_pricing.price_total))
  })

  it('give back no more than was paid', async () => {
    const before = await scenario(client, 'DEMO-DEPOSIT')
    const paid = minor(before, before.order_payments?.[0]?.payment_total)
    const partly = await cancelled(client, before, `product_type_transaction_id=${ticketId(before)}`)
    expect(refunded(partly)).toBe(0)
    const after = await cancelled(client, partly)
    expect(refunded(after)).toBe(paid - total(after))
  })

  it('let go of an authorisation that was never captured (rule 170)', async () => {
    const before = await scenario(client, 'DEMO-AUTHORIZED')
    const after = await cancelled(client, before)
    expect(after.order_payments?.map((payment) => [payment.payment_type, payment.payment_status])).toEqual([
      ['AUTHORIZATION', 'CANCELLED'],
      ['AUTHORIZATION', 'AUTHORIZED'],
    ])
  })
})

describe('promo codes', () => {
  it('are lost with the tickets they needed, so that the rest gets dearer', async () => {
    const before = await scenario(client, 'DEMO-PROMO-LOST')
    const after = await cancelled(client, before, `product_type_transaction_id=${ticketId(before)}`)
    expect(after.order_promocodes).toBeUndefined()
    const rest = booking(after).product_type_details.slice(1)
    expect(rest.every((each) => each.product_type_pricing?.price_promocodes === undefined)).toBe(true)
    const full = booking(before)
      .product_type_details.slice(1)
      .map((each) => {
        const promo = minor(before, each.product_type_pricing?.price_promocodes?.[0]?.promo_amount)
        return priceOf(before, each) - promo
      })
    expect(total(after)).toBe(full.reduce((sum, price) => sum + price, 0))
    expect(refunded(after)).toBe(Math.max(0, total(before) - total(after)))
  })

  it('stay when their condition still holds', async () => {
    const before = await scenario(client, 'DEMO-PROMO')
    const after = await cancelled(client, before, `product_type_transaction_id=${ticketId(before)}`)
    expect(after.order_promocodes).toEqual(before.order_promocodes)
    expect(total(after)).toBe(priceOf(before, ticket(booking(before), 1)))
  })
})
