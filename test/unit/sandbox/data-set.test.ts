import { describe, expect, it } from 'vitest'
import { Dataset } from '../../../electron/sandbox/data/dataset'
import { SCENARIOS } from '../../../electron/sandbox/data/scenarios'
import { stringifyJson } from '../../../electron/sandbox/http/json'
import { decimalsOf, parseMinor } from '../../../electron/sandbox/money/minor-units'
import type { OrderDocument, PricingDocument } from '../../../electron/sandbox/orders/document'
import { currencyOf, isActive, pricedTickets } from '../../../electron/sandbox/orders/pricing'
import { factsOfDocument, factsOfRecipe, type OrderFacts } from '../../../electron/sandbox/search/facts'
import { findDescription } from '../../../electron/sandbox/validation/description'
import { NOW } from './support/client'

const data = new Dataset({ seed: 1, anchor: NOW, largeOrder: 40 }, 2000, NOW)
const orders = Array.from({ length: 2000 }, (_, index) => data.document(index))
const bookings = orders.flatMap((order) => order.order_bookings)
const tickets = bookings.flatMap(pricedTickets)
const payments = orders.flatMap((order) => order.order_payments ?? [])

const distinct = <T>(values: readonly T[]): Set<T> => new Set(values)

describe('the 2,000 orders', () => {
  it('all satisfy the OpenAPI file, alone and in lists', { timeout: 60_000 }, () => {
    const description = findDescription()
    const problems = orders.flatMap((order) => {
      const body = JSON.parse(stringifyJson({ api_version: '3.8.0', data: { kind: 'location', order } }))
      return description.checkResponse('getOrder', 200, body)
    })
    expect(problems).toEqual([])
    const list = {
      api_version: '3.8.0',
      data: { kind: 'location', items: JSON.parse(stringifyJson(orders)) },
    }
    expect(
      description.checkResponse('getOrders', 200, { ...list, data: { ...list.data, ...paging } }),
    ).toEqual([])
  })

  it('are the same for the same seed, and others for another', () => {
    const again = new Dataset(data.world, 2000, NOW)
    expect(again.document(42)).toEqual(orders[42])
    const other = new Dataset({ ...data.world, seed: 2 }, 2000, NOW)
    expect(other.document(42)).not.toEqual(orders[42])
  })

  it('keep their place when the data set is larger', () => {
    const larger = new Dataset(data.world, 1_000_000, NOW)
    expect(larger.document(30).order_reference).toBe(orders[30]?.order_reference)
  })

  it('reach a year back, and travel ahead, with arrivals today', () => {
    const created = orders.map((order) => Date.parse(order.order_created))
    expect(Math.max(...created)).toBeLessThanOrEqual(NOW)
    const oldest = NOW - Math.min(...created)
    expect(oldest).toBeGreaterThan(360 * 86_400_000)
    expect(oldest).toBeLessThanOrEqual(366 * 86_400_000)
    const travel = bookings.flatMap((booking) => booking.booking_travel_date ?? [])
    expect(travel.filter((date) => Date.parse(date) > NOW).length).toBeGreaterThan(200)
    expect(travel.filter((date) => date.startsWith('2026-11-21')).length).toBeGreaterThan(3)
  })

  it('fall in creation from index to index', () => {
    const created = orders.map((order) => Date.parse(order.order_created))
    expect(created).toEqual([...created].sort((a, b) => b - a))
  })

  it('never write Z, always the offset of the place, daylight saving included (rules 48, 49, 50)', () => {
    expect(JSON.stringify(orders)).not.toMatch(/T\d\d:\d\d:\d\d(\.\d+)?Z"/)
    const offsets = (supplier: string) =>
      distinct(
        bookings
          .filter((booking) => booking.product_supplier_id === supplier)
          .flatMap((booking) => booking.booking_travel_date?.slice(-6) ?? []),
      )
    expect(offsets('1401')).toEqual(new Set(['+01:00', '+02:00']))
    expect(offsets('1409')).toEqual(new Set(['-05:00', '-04:00']))
    expect(offsets('1416')).toEqual(new Set(['+10:30', '+09:30']))
    expect(offsets('1417')).toEqual(new Set(['+05:30']))
  })
})

const paging = {
  current_item_count: 2000,
  items_per_page: 2000,
  start_index: 1,
  total_items: 2000,
  page_index: 1,
  total_pages: 1,
}

describe('their sums', () => {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

  it.each([
    [
      'ticket',
      (order: OrderDocument) =>
        order.order_bookings.flatMap(pricedTickets).flatMap((ticket) => ticket.product_type_pricing ?? []),
    ],
    ['booking', (order: OrderDocument) => order.order_bookings.map((booking) => booking.booking_pricing)],
    ['order', (order: OrderDocument) => [order.order_pricing]],
  ])('of every %s: total = subtotal + variations + promo codes + included fees', (_what, pricings) => {
    for (const order of orders) {
      const minor = (amount: string) => parseMinor(amount, decimalsOf(currencyOf(order)))
      for (const pricing of pricings(order)) {
        const parts = [
          minor(pricing.price_subtotal),
          ...(pricing.price_variations ?? []).map((entry) => minor(entry.variation_amount)),
          ...(pricing.price_promocodes ?? []).map((entry) => minor(entry.promo_amount)),
          ...(pricing.price_fees ?? []).filter((fee) => fee.fee_included).map((fee) => minor(fee.fee_amount)),
        ]
        expect(sum(parts), order.order_reference).toBe(minor(pricing.price_total))
      }
    }
  })

  it('add up from tickets over bookings to the order, to the minor unit', () => {
    for (const order of orders) {
      const minor = (amount: string) => parseMinor(amount, decimalsOf(currencyOf(order)))
      const fees = (pricing: PricingDocument, type: string) =>
        sum(
          (pricing.price_fees ?? [])
            .filter((fee) => fee.fee_type === type)
            .map((fee) => minor(fee.fee_amount)),
        )
      for (const booking of order.order_bookings) {
        const active = pricedTickets(booking).filter(isActive)
        const prices = active.map((ticket) => minor(ticket.product_type_pricing?.price_total ?? '0'))
        expect(sum(prices) + fees(booking.booking_pricing, 'CUSTOM')).toBe(
          minor(booking.booking_pricing.price_total),
        )
      }
      const totals = order.order_bookings.map((booking) => minor(booking.booking_pricing.price_total))
      expect(sum(totals) + fees(order.order_pricing, 'PAYMENT')).toBe(minor(order.order_pricing.price_total))
    }
  })

  it('add up for taxes, per tax', () => {
    for (const order of orders) {
      const minor = (amount: string) => parseMinor(amount, decimalsOf(currencyOf(order)))
      for (const tax of order.order_pricing.price_taxes ?? []) {
        const inTickets = order.order_bookings
          .flatMap((booking) => pricedTickets(booking).filter(isActive))
          .flatMap((ticket) => ticket.product_type_pricing?.price_taxes ?? [])
          .filter((each) => each.tax_id === tax.tax_id)
        expect(sum(inTickets.map((each) => minor(each.tax_amount)))).toBe(minor(tax.tax_amount))
      }
    }
  })

  it('of payments: the newest record holds captures less refunds (rule 176)', () => {
    for (const order of orders) {
      const minor = (amount: string) => parseMinor(amount, decimalsOf(currencyOf(order)))
      const [newest] = order.order_payments ?? []
      if (!newest) continue
      const effect = (order.order_payments ?? []).map((payment) => {
        if (payment.payment_type === 'CAPTURE' && payment.payment_status === 'PAID')
          return minor(payment.payment_amount)
        const given = payment.payment_type === 'REFUND' && payment.payment_status !== 'REFUSED'
        return given ? -minor(payment.payment_amount) : 0
      })
      expect(sum(effect)).toBe(minor(newest.payment_total))
    }
  })
})

describe('their variety', () => {
  it('covers statuses, settlements, channels and admission types', () => {
    expect([...distinct(orders.map((order) => order.order_status))]).toEqual(
      expect.arrayContaining([
        'ORDER_CONFIRMED',
        'ORDER_UPDATED',
        'ORDER_CANCELLED',
        'ORDER_PENDING',
        'ORDER_REVIEW',
      ]),
    )
    expect([...distinct(bookings.map((booking) => booking.booking_status))]).toEqual(
      expect.arrayContaining([
        'BOOKING_CONFIRMED',
        'BOOKING_UPDATED',
        'BOOKING_CANCELLED',
        'BOOKING_PENDING_SUPPLIER',
        'BOOKING_PENDING_GUEST',
        'BOOKING_PENDING_DISTRIBUTOR',
        'BOOKING_PROCESSING',
        'BOOKING_PROCESSING_CONFIRMATION',
        'BOOKING_PROCESSING_CANCELLATION',
        'BOOKING_FAILED',
      ]),
    )
    expect([...distinct(orders.map((order) => order.order_settlement_type))].sort()).toEqual([
      'DIRECT',
      'EXTERNAL',
      'INVOICE',
      'VENUE',
    ])
    expect(distinct(orders.map((order) => order.order_channel)).size).toBeGreaterThan(7)
  })

  it('has currencies with 0, 2 and 3 decimals, one per order (rule 121)', () => {
    const currencies = distinct(bookings.map((booking) => booking.product_currency_code))
    expect([...currencies].sort()).toEqual([
      'AED',
      'AUD',
      'BHD',
      'DKK',
      'EUR',
      'GBP',
      'INR',
      'JPY',
      'KWD',
      'USD',
    ])
    for (const order of orders) {
      expect(distinct(order.order_bookings.map((booking) => booking.product_currency_code)).size).toBe(1)
    }
  })

  it('has combis, bundles, add-ons, groups, promo codes, several fee types and free terms', () => {
    const count = (check: (booking: (typeof bookings)[number]) => unknown) => bookings.filter(check).length
    expect(count((booking) => booking.product_combi_details)).toBeGreaterThan(20)
    expect(count((booking) => booking.product_bundle_details)).toBeGreaterThan(10)
    expect(count((booking) => booking.booking_addon_reference)).toBeGreaterThan(20)
    expect(count((booking) => booking.product_addon_details)).toBeGreaterThan(20)
    expect(count((booking) => booking.product_code)).toBeGreaterThan(10)
    expect(orders.filter((order) => order.order_promocodes).length).toBeGreaterThan(50)
    const fees = distinct(
      tickets.flatMap((ticket) => ticket.product_type_pricing?.price_fees ?? []).map((fee) => fee.fee_type),
    )
    expect([...fees].sort()).toEqual(['DISTRIBUTOR', 'RESELLER', 'SERVICE'])
    expect(count((booking) => booking.product_cancellation_policies === undefined)).toBeGreaterThan(20)
  })

  it('has split payments, two payment currencies, refunds, authorisations and refusals', () => {
    const kinds = distinct(payments.map((payment) => `${payment.payment_type} ${payment.payment_status}`))
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'CAPTURE PAID',
        'CAPTURE REFUSED',
        'AUTHORIZATION AUTHORIZED',
        'REFUND REFUNDED',
        'REFUND PENDING',
        'REFUND REFUSED',
      ]),
    )
    const inTwo = orders.filter(
      (order) =>
        distinct((order.order_payments ?? []).map((payment) => payment.payment_currency_code)).size > 1,
    )
    expect(inTwo.length).toBeGreaterThan(3)
  })

  it('has names in several scripts', () => {
    const names = orders
      .flatMap((order) => order.order_contacts ?? [])
      .map((contact) => contact.contact_name_last ?? '')
    for (const script of ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hangul', 'Thai']) {
      expect(
        names.filter((name) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)).length,
        script,
      ).toBeGreaterThan(5)
    }
    const emails = orders
      .flatMap((order) => order.order_contacts ?? [])
      .flatMap((contact) => contact.contact_email ?? [])
    expect(emails.filter((email) => !/^[\w.+-]+@([\w-]+\.)?example\.(com|org|net)$/i.test(email))).toEqual([])
  })

  it('has references of realistic form, none of them twice', () => {
    expect(distinct(orders.map((order) => order.order_reference)).size).toBe(2000)
    expect(distinct(bookings.map((booking) => booking.booking_reference)).size).toBe(bookings.length)
    const ids = tickets.map((ticket) => ticket.product_type_transaction_id)
    expect(distinct(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^\d{18}$/.test(id))).toEqual([])
    expect(distinct(payments.map((payment) => payment.payment_id)).size).toBe(payments.length)
  })
})

describe('the scenarios', () => {
  const byKey = new Map(orders.map((order) => [order.order_external_reference, order]))
  const scenario = (key: string): OrderDocument => {
    const order = byKey.get(key)
    if (!order) throw new Error(`no ${key}`)
    return order
  }

  it('are all there', () => {
    expect(SCENARIOS.filter(({ key }) => !byKey.has(key)).map(({ key }) => key)).toEqual([])
  })

  it('show what they say', () => {
    expect(scenario('DEMO-LARGE').order_bookings).toHaveLength(40)
    expect(scenario('DEMO-ZERO').order_pricing.price_total).toBe('0.00')
    expect(scenario('DEMO-ZERO').order_payments).toBeUndefined()
    expect(scenario('DEMO-CANCELLED')).toMatchObject({ order_status: 'ORDER_CANCELLED', order_version: 2 })
    expect(scenario('DEMO-AMENDED').order_version).toBe(4)
    expect(scenario('DEMO-UNKNOWN-VALUES')).toMatchObject({
      order_status: 'ORDER_ON_HOLD',
      order_channel: 'HOLOGRAM',
    })
    expect(
      scenario('DEMO-SPLIT-CURRENCIES').order_payments?.map((payment) => payment.payment_currency_code),
    ).toEqual(['USD', 'EUR'])
    expect(scenario('DEMO-NON-CANCELLABLE').order_bookings[0]?.product_cancellation_allowed).toBe(false)
    expect(scenario('DEMO-HOSTILE').order_contacts?.[0]?.contact_name_first).toContain('<img')
    expect(scenario('DEMO-ADDON').order_bookings[1]).toMatchObject({
      product_relation_id: '62505',
      booking_addon_reference: scenario('DEMO-ADDON').order_bookings[0]?.booking_reference,
    })
  })
})

describe('what filters look at', () => {
  it('is the same read from a recipe as from the document, for every order', () => {
    const plain = (facts: OrderFacts) => ({
      ...facts,
      bookings: facts.bookings.map((booking) => ({
        ...booking,
        references: booking.references(),
        externalReferences: booking.externalReferences(),
        codes: booking.codes(),
      })),
    })
    for (const [index, order] of orders.entries()) {
      // Compared as text: a thousand deep comparisons take seconds.
      const [read, right] = [factsOfRecipe(data, data.recipe(index)), factsOfDocument(order)]
      expect(JSON.stringify(plain(read))).toBe(JSON.stringify(plain(right)))
    }
  })

  it('is found from every reference of an order', () => {
    for (const index of [0, 7, 400, 1999]) {
      const order = orders[index]
      const references = [
        order?.order_reference,
        order?.order_external_reference,
        ...(order?.order_bookings ?? []).flatMap((booking) => [
          booking.booking_reference,
          booking.product_code,
        ]),
        ...(order?.order_bookings ?? [])
          .flatMap(pricedTickets)
          .flatMap((ticket) => [ticket.product_type_code, ticket.product_type_transaction_id]),
      ]
      for (const reference of references)
        if (reference !== undefined) expect(data.references.decode(reference)).toBe(index)
      for (const payment of order?.order_payments ?? [])
        expect(data.references.decodePayment(payment.payment_id)).toBe(index)
    }
  })
})

describe('a million orders', () => {
  it('are ready at once, because none is made before it is asked for', () => {
    const start = performance.now()
    const million = new Dataset(data.world, 1_000_000, NOW)
    const last = million.document(999_999)
    expect(performance.now() - start).toBeLessThan(1000)
    expect(NOW - Date.parse(last.order_created)).toBeGreaterThan(364 * 86_400_000)
  })

  it('grow by a day of orders for every day since the first start', () => {
    const later = new Dataset(data.world, 2000, NOW + 3 * 86_400_000)
    expect(later.newest).toBe(-16)
    expect(Date.parse(later.document(-16).order_created)).toBeGreaterThan(NOW + 2.5 * 86_400_000)
    expect(later.document(42)).toEqual(orders[42])
  })
})
