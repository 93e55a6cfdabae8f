import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AMENDMENT_SWITCHES } from '../../../electron/sandbox/http/inferred-names'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { activeOf, amend, amended, kinds, resent } from './support/amendments'
import { startTestSandbox, type TestClient, type TestClock, testClock } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { booking, cancelled, minor, refunds, scenario, ticket, total } from './support/orders'
import { manual, pay } from './support/payments'

let clock: TestClock
let client: TestClient
let control: ReturnType<typeof controlOf>
beforeEach(async () => {
  clock = testClock()
  client = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN, tokenSeconds: 1_000_000 }, clock)
  control = controlOf(client)
})
afterEach(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

const { adjust, resellerOnly, preview } = AMENDMENT_SWITCHES
const withCount = (order: OrderDocument, counts: Record<string, number>) => [
  resent(booking(order), { product_type_details: kinds(counts) }),
]

async function expectUnchanged(order: OrderDocument) {
  expect(await client.order(order.order_reference)).toEqual(order)
}

/** What every price must add up to, on each level (rule 118). */
function expectSums(order: OrderDocument) {
  for (const each of order.order_bookings) {
    const tickets = activeOf(each).map((one) => minor(order, one.product_type_pricing?.price_total))
    expect(minor(order, each.booking_pricing.price_total)).toBe(
      tickets.reduce((sum, price) => sum + price, 0),
    )
  }
  const bookings = order.order_bookings.map((each) => minor(order, each.booking_pricing.price_total))
  const fees = (order.order_pricing.price_fees ?? []).filter((fee) => fee.fee_type === 'PAYMENT')
  const onTop = fees.reduce((sum, fee) => sum + minor(order, fee.fee_amount), 0)
  expect(total(order)).toBe(bookings.reduce((sum, price) => sum + price, onTop))
}

it('the names of the switches are those marked as inferred in the OpenAPI file', () => {
  const file = new URL('../../../resources/openapi/distributor-v3.8.yaml', import.meta.url)
  const text = readFileSync(file, 'utf8')
  for (const name of Object.values(AMENDMENT_SWITCHES)) {
    expect(text).toMatch(new RegExp(`name: ${name}\\n\\s+in: query\\n\\s+x-inferred: amendment`))
  }
})

describe('without a switch the difference is left as a pending payment record (rule 156)', () => {
  it('to be paid when the order gets dearer; the records of what was paid stay', async () => {
    const before = await scenario(client, 'DEMO-DKK')
    const after = await amended(client, before, withCount(before, { 625301: 3, 625302: 2, 625303: 1 }))
    expectSums(after)
    const [charge, ...rest] = after.order_payments ?? []
    expect(rest).toEqual(before.order_payments)
    expect(total(after)).toBeGreaterThan(total(before))
    expect(charge).toMatchObject({
      payment_type: 'CAPTURE',
      payment_status: 'PENDING',
      payment_booking_references: [booking(before).booking_reference],
      payment_order_version: 2,
      payment_total: before.order_payments?.[0]?.payment_total,
    })
    expect(minor(after, charge?.payment_amount)).toBe(total(after) - total(before))
    expect(activeOf(booking(after)).map((one) => one.product_type_payment_status)).toEqual([
      'PAID',
      'PAID',
      'PAID',
      'PAID',
      'PAID',
      'PENDING',
    ])
    const paid = await pay(client, after, manual())
    expect(paid.payment_details).toMatchObject({
      payment_original_id: charge?.payment_id,
      payment_amount: charge?.payment_amount,
      payment_total: after.order_pricing.price_total,
    })
    const stop = await client.send('DELETE', `/payments?payment_id=${charge?.payment_id}`)
    expect(stop.status).toBe(409)
  })

  it('to be given back when it gets cheaper, carried out later', async () => {
    const before = await scenario(client, 'DEMO-SPLIT')
    const after = await amended(client, before, withCount(before, { 625011: 2, 625012: 1 }))
    expectSums(after)
    const made = refunds(after)
    expect(made.map((refund) => refund.payment_status)).toEqual(['PENDING', 'PENDING'])
    expect(made.reduce((sum, refund) => sum + minor(after, refund.payment_amount), 0)).toBe(
      total(before) - total(after),
    )
    clock.advance(20_000)
    const later = await client.order(before.order_reference)
    expect(refunds(later).map((refund) => refund.payment_status)).toEqual(['REFUNDED', 'REFUNDED'])
    expect(later.order_version).toBe(after.order_version)
  })

  it('once for several amendments: a new record replaces one that nobody paid', async () => {
    const before = await scenario(client, 'DEMO-TERMS-FREE')
    const more = await amended(client, before, withCount(before, { 625301: 4 }))
    const fewer = await amended(client, more, withCount(more, { 625301: 3 }))
    expect(fewer.order_payments?.map((payment) => payment.payment_status)).toEqual([
      'PENDING',
      'CANCELLED',
      'PAID',
    ])
    expect(minor(fewer, fewer.order_payments?.[0]?.payment_amount)).toBe(total(fewer) - total(before))
    const asBefore = await amended(client, fewer, withCount(fewer, { 625301: 2 }))
    expect(asBefore.order_payments?.map((payment) => payment.payment_status)).toEqual([
      'CANCELLED',
      'CANCELLED',
      'PAID',
    ])
    expect(refunds(asBefore)).toEqual([])
  })

  it.each(['DEMO-EXTERNAL', 'DEMO-VENUE', 'DEMO-INVOICE'])(
    'but for %s, whose money does not go through Prio (rule 172)',
    async (key) => {
      const before = await scenario(client, key)
      const after = await amended(client, before, withCount(before, { 625011: 3 }))
      expectSums(after)
      expect(after.order_payments).toEqual(before.order_payments)
    },
  )

  it('a promo code does not hold for new tickets, and is lost with too few (rule 146)', async () => {
    const before = await scenario(client, 'DEMO-PROMO-LOST')
    const after = await amended(client, before, withCount(before, { 625011: 2, 625012: 1 }))
    expect(after).not.toHaveProperty('order_promocodes')
    expectSums(after)
  })
})

describe(`with ${adjust} the guest pays nothing and gets nothing (rules 156, 157)`, () => {
  it.each([
    ['dearer', { 625301: 3, 625302: 2, 625303: 1 }, 'AMENDMENT_DISCOUNT'],
    ['cheaper', { 625301: 1, 625302: 2, 625303: 1 }, 'AMENDMENT_SURCHARGE'],
  ])('when the order gets %s: the price is brought back, ticket by ticket', async (_what, counts, type) => {
    const before = await scenario(client, 'DEMO-DKK')
    const natural = await amend(client, before, withCount(before, counts), `?${preview}=true`)
    const after = await amended(client, before, withCount(before, counts), `?${adjust}=true`)
    expect(total(after)).toBe(total(before))
    expectSums(after)
    expect(after.order_payments).toEqual(before.order_payments)
    const difference = total(natural.json.data?.order ?? before) - total(before)
    const adjustment = after.order_pricing.price_variations?.find((each) => each.variation_type === type)
    expect(adjustment?.variation_label).toBe('Amendment')
    expect(minor(after, adjustment?.variation_amount)).toBe(-difference)
    const gone = await cancelled(client, after)
    expect(total(gone)).toBe(0)
  })

  it('the reseller alone bears it on request', async () => {
    const before = await scenario(client, 'DEMO-TERMS-FREE')
    const query = `?${adjust}=true&${resellerOnly}=true`
    const after = await amended(client, before, withCount(before, { 625301: 3 }), query)
    const labels = after.order_pricing.price_variations?.map((each) => each.variation_label)
    expect(labels).toContain('Amendment, borne by the reseller')
    const alone = await amend(client, after, withCount(after, { 625301: 3 }), `?${resellerOnly}=true`)
    expect(alone.status).toBe(400)
    await expectUnchanged(after)
  })
})

describe(`with ${preview}`, () => {
  it('what would be comes back, and nothing is done', async () => {
    const before = await scenario(client, 'DEMO-TERMS-FREE')
    const body = withCount(before, { 625301: 5 })
    const options = { email_options: { email_types: { send_tickets: true } } }
    const asked = { ...before, order_options: options }
    const answer = await amend(client, asked, body, `?${preview}=true`)
    const shown = answer.json.data?.order
    expect(answer.status).toBe(200)
    expect(activeOf(booking(shown ?? before))).toHaveLength(5)
    await expectUnchanged(before)
    const truth = await control.truth(before.order_reference)
    expect([truth.versions.length, truth.commits, truth.mails, truth.pending]).toEqual([1, [], [], []])
    const arrival = (await control.arrivals('PUT')).at(-1)
    expect(arrival?.status).toBe(200)
    expect(arrival).not.toHaveProperty('committed')
    const done = await amended(client, asked, body)
    expect({ ...done, order_modified: '' }).toEqual({ ...shown, order_modified: '' })
  })

  it('of a wrong name is refused; in the wild it might be ignored and the amendment performed', async () => {
    const before = await scenario(client, 'DEMO-TERMS-FREE')
    const answer = await amend(client, before, withCount(before, { 625301: 5 }), '?preview=true')
    expect(answer.status).toBe(400)
    await expectUnchanged(before)
  })
})

describe('a supplier that answers later (rule 29)', () => {
  const later = () => scenario(client, 'DEMO-SUPPLIER-MIXED')
  const both = (order: OrderDocument) => [
    resent(booking(order, 0), { product_type_details: kinds({ 625011: 3 }) }),
    resent(booking(order, 1), { product_type_details: kinds({ 625141: 3 }) }),
  ]

  it('leaves its booking in process; the others are amended at once', async () => {
    const before = await later()
    const after = await amended(client, before, both(before))
    expect(after.order_bookings.map((each) => each.booking_status)).toEqual([
      'BOOKING_UPDATED',
      'BOOKING_PROCESSING',
    ])
    expect(activeOf(booking(after, 1))).toHaveLength(2)
    expect(after.order_status).toBe('ORDER_PENDING')
    const again = await amend(client, after, [resent(booking(after, 1))])
    expect([again.status, again.json.error]).toEqual([409, 'BOOKING_IN_PROCESS'])
    clock.advance(20_000)
    const settled = await client.order(before.order_reference)
    expect(settled.order_version).toBe(after.order_version + 1)
    expect(booking(settled, 1)).toMatchObject({ booking_status: 'BOOKING_UPDATED', booking_version: 3 })
    expect(activeOf(booking(settled, 1))).toHaveLength(3)
    expectSums(settled)
    expect(minor(settled, settled.order_payments?.[0]?.payment_amount)).toBe(total(settled) - total(before))
    expect(settled.order_event_details.at(-1)?.event_creator_user_name).toBe('Supplier system')
  })

  it('may refuse: the booking is as it was, price and payments too', async () => {
    const before = await scenario(client, 'DEMO-SUPPLIER-REFUSES')
    const after = await amended(client, before, withCount(before, { 625151: 1 }))
    expect(booking(after).booking_status).toBe('BOOKING_PROCESSING')
    clock.advance(20_000)
    const settled = await client.order(before.order_reference)
    expect(booking(settled)).toMatchObject({
      booking_status: 'BOOKING_CONFIRMED',
      product_type_details: booking(before).product_type_details,
    })
    expect(settled.order_pricing).toEqual(before.order_pricing)
    expect(settled.order_payments).toEqual(before.order_payments)
    expect(settled.order_event_details.at(-1)?.event_note).toBe('The supplier refused the amendment.')
  })

  it('cannot bring back what was cancelled in the meantime', async () => {
    const before = await scenario(client, 'DEMO-SUPPLIER-LATER')
    await amended(client, before, withCount(before, { 625141: 3 }))
    await cancelled(client, before, 'force_cancellation=true')
    clock.advance(20_000)
    const settled = await client.order(before.order_reference)
    expect(settled.order_status).toBe('ORDER_CANCELLED')
    expect(total(settled)).toBe(0)
    expect(ticket(booking(settled)).product_type_status).toBe('CANCELLED')
  })
})
