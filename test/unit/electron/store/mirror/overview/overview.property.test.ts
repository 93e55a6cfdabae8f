import type { MirrorFilters, OverviewQuestion } from '@shared/features/mirror'
import { orderPaymentState } from '@shared/features/orders'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { MirrorOverview } from '../../../../../../electron/store/mirror/protocol'
import { openedMirror } from '../../../../../support/mirror-orders'

const zones = ['Europe/Amsterdam', 'America/New_York', 'Pacific/Kiritimati', 'UTC']

/** Around the last Sunday of March, when Amsterdam turns its clock. */
const moment = (offsets: readonly string[]) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: 20 * 24 * 60 - 1 }),
      fc.constantFrom(...offsets),
      fc.constantFrom('', '.750'),
    )
    .map(([minutes, offset, fraction]) => {
      const clock = new Date(Date.UTC(2026, 2, 20) + minutes * 60_000).toISOString().slice(0, 19)
      return `${clock}${fraction}${offset}`
    })
const cents = fc.integer({ min: -2000, max: 9_007_199_254 })
const money = cents.map((units) => (units / 100).toFixed(2))

const booking = fc.record(
  {
    product_id: fc.constantFrom('1', 'A-3', 'a-3', 'é'),
    product_title: fc.constantFrom('Canal Cruise', 'Museum'),
    product_supplier_id: fc.constantFrom('s1', 'S1'),
    product_supplier_name: fc.constant('Zwaan'),
    booking_travel_date: moment(['+14:00', '-11:30', '+02:00', 'Z']),
    product_currency_code: fc.constantFrom('EUR', 'JPY', 'USD'),
  },
  { requiredKeys: [] },
)
const orders = fc
  .array(
    fc
      .tuple(
        fc.record(
          {
            order_created: moment(['+01:00', '+02:00', '-05:00']),
            order_status: fc.constantFrom(
              'ORDER_CONFIRMED',
              'ORDER_CANCELLED',
              'PROCESSING',
              'ORDER_PROCESSING',
              'NEW',
            ),
            order_channel: fc.constantFrom('WPOS', 'PARTNER'),
            order_pricing: fc.record({ price_total: money }),
            order_bookings: fc.array(booking, { maxLength: 4 }),
          },
          { requiredKeys: ['order_created'] },
        ),
        fc.option(cents, { nil: undefined }),
      )
      .map(([order, refunded]) => {
        if (refunded === undefined) return order
        const amount = (Math.abs(refunded) / 100).toFixed(2)
        const refund = { payment_type: 'REFUND', payment_status: 'PAID', payment_amount: amount }
        return { ...order, order_payments: [refund] }
      }),
    { maxLength: 30 },
  )
  .map((list) => list.map((order, n) => ({ order_reference: `ORDRREF${n}`, ...order })))

type Order = Record<string, unknown> & { order_reference: string; order_created: string }

const filters: fc.Arbitrary<MirrorFilters> = fc.record(
  {
    travel: fc.record(
      { from: fc.constantFrom('2026-03-25', '2026-03-28'), to: fc.constantFrom('2026-03-28', '2026-04-01') },
      { requiredKeys: [] },
    ),
    productIds: fc.constantFrom(['1'], ['A-3', 'é'], ['1', '1', 'gone']),
    statuses: fc.constantFrom(['ORDER_CANCELLED'], ['NEW', '']),
  },
  { requiredKeys: [] },
)

async function overviewOf(
  { methods }: Awaited<ReturnType<typeof openedMirror>>,
  question: OverviewQuestion,
): Promise<MirrorOverview> {
  for (;;) {
    const answer = await methods['mirror.overview']({ question })
    if (answer.state === 'done') return answer.overview
  }
}

/** Orders and sums in bigints, by currency. */
function plainTotals(rows: readonly Plain[]) {
  const sums = new Map<string, { orders: number; total: bigint; refunded: bigint; refunds: number }>()
  for (const { currency, total, refunded } of rows) {
    if (currency === undefined || total === undefined) continue
    const sum = sums.get(currency) ?? { orders: 0, total: 0n, refunded: 0n, refunds: 0 }
    sum.orders++
    sum.total += total
    sum.refunded += refunded ?? 0n
    if ((refunded ?? 0n) > 0n) sum.refunds++
    sums.set(currency, sum)
  }
  return sums
}

interface Plain {
  readonly order: Order
  readonly currency: string | undefined
  readonly total: bigint | undefined
  readonly refunded: bigint | undefined
  readonly isCancelled: boolean
  readonly days: readonly string[]
  readonly week: string
}

function plainly(order: Order, zone: string, travel: MirrorFilters['travel']): Plain {
  const bookings = (order.order_bookings ?? []) as Record<string, string>[]
  const codes = new Set(bookings.flatMap(({ product_currency_code }) => product_currency_code ?? []))
  const [currency] = codes.size === 1 ? codes : []
  const { price_total } = (order.order_pricing ?? {}) as { price_total?: string }
  const payments = (order.order_payments ?? []) as { payment_amount: string }[]
  /** A JPY amount with a fraction is none that can be counted. */
  const units = (text: string): bigint | undefined => {
    const cents = BigInt(text.replace('.', ''))
    if (currency !== 'JPY') return cents
    return cents % 100n === 0n ? cents / 100n : undefined
  }
  const made = Temporal.Instant.from(order.order_created).toZonedDateTimeISO(zone).toPlainDate()
  const days = [...new Set(bookings.flatMap(({ booking_travel_date: at }) => at?.slice(0, 10) ?? []))]
  return {
    order,
    currency,
    total: price_total === undefined ? undefined : units(price_total),
    refunded: payments[0] ? units(payments[0].payment_amount) : 0n,
    isCancelled: order.order_status === 'ORDER_CANCELLED',
    days: days.filter((day) => day >= (travel?.from ?? '') && day <= (travel?.to ?? '9')),
    week: made.subtract({ days: made.dayOfWeek - 1 }).toString(),
  }
}

const by = <T>(rows: readonly Plain[], keysOf: (row: Plain) => Iterable<T>): Map<T, Plain[]> => {
  const groups = new Map<T, Plain[]>()
  for (const row of rows)
    for (const key of new Set(keysOf(row))) groups.set(key, [...(groups.get(key) ?? []), row])
  return groups
}
const field = (name: string) => (row: Plain) =>
  ((row.order.order_bookings ?? []) as Record<string, string>[]).flatMap((one) => one[name] ?? [])

const sameTotals = (
  told: Pick<MirrorOverview, 'orders' | 'byCurrency' | 'unpriced'>,
  rows: readonly Plain[],
  where: string,
) => {
  const sums = plainTotals(rows)
  expect(told.orders, where).toBe(rows.length)
  expect(
    new Map(
      told.byCurrency.map((one) => [one.currency, [one.orders, BigInt(one.total), BigInt(one.refunded)]]),
    ),
  ).toEqual(new Map([...sums].map(([currency, sum]) => [currency, [sum.orders, sum.total, sum.refunded]])))
  expect(told.unpriced).toBe(rows.length - [...sums.values()].reduce((all, { orders }) => all + orders, 0))
}

test('an overview is what counting the orders of its question one by one comes to, and every part of it leads to as many', async () => {
  await fc.assert(
    fc.asyncProperty(orders, filters, fc.constantFrom(...zones), async (list, asked, zone) => {
      const mirror = await openedMirror()
      await mirror.take(list)
      const found = async (narrowed: MirrorFilters) => {
        const sort = { by: 'created', direction: 'asc' } as const
        const { rows } = await mirror.methods['mirror.query']({
          query: { filters: narrowed, sort },
          rows: 500,
        })
        return rows.map(({ reference }) => reference)
      }
      const matching = new Set(await found(asked))
      const rows = list
        .filter(({ order_reference }) => matching.has(order_reference))
        .map((order) => plainly(order, zone, asked.travel))
      const told = await overviewOf(mirror, { filters: asked, zone })
      sameTotals(told, rows, 'all')

      const keys = {
        status: (row: Plain) => [
          row.order.order_status === 'PROCESSING' ? 'ORDER_PROCESSING' : String(row.order.order_status ?? ''),
        ],
        payment: (row: Plain) => [orderPaymentState(row.order)],
        channel: (row: Plain) => [String(row.order.order_channel ?? '')],
        product: field('product_id'),
        supplier: field('product_supplier_id'),
        month: (row: Plain) => (row.days.length === 0 ? [''] : row.days.map((day) => day.slice(0, 7))),
      } as const
      for (const [name, keysOf] of Object.entries(keys)) {
        const expected = by(rows, keysOf)
        if (name === 'product' && asked.productIds)
          for (const key of expected.keys()) if (!asked.productIds.includes(key)) expected.delete(key)
        const { groups, more } = told.groups[name as keyof typeof keys]
        expect(more).toBe(0)
        expect(groups.map(({ key }) => key).sort(), name).toEqual([...expected.keys()].sort())
        for (const group of groups) sameTotals(group, expected.get(group.key) ?? [], `${name} ${group.key}`)
        for (const { key, orders } of groups) {
          const narrowed: MirrorFilters | undefined = {
            status: { statuses: key === 'ORDER_PROCESSING' ? [key, 'PROCESSING'] : [key] },
            payment: undefined,
            channel: { channels: [key] },
            product: { productIds: [key] },
            supplier: { supplierIds: [key] },
            month: undefined,
          }[name as keyof typeof keys]
          if (narrowed) expect((await found({ ...asked, ...narrowed })).length, `${name} ${key}`).toBe(orders)
        }
      }

      const days = by(rows, ({ days }) => days)
      expect(told.days).toEqual(
        [...days]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([day, of]) => ({
            ...{ day, orders: of.length },
            cancelled: of.filter(({ isCancelled }) => isCancelled).length,
          })),
      )
      for (const { day, orders } of told.days)
        expect((await found({ ...asked, travel: { from: day, to: day } })).length).toBe(orders)

      const weeks = by(rows, ({ week }) => [week])
      expect(told.weeks.map(({ from }) => from)).toEqual([...weeks.keys()].sort())
      for (const week of told.weeks) {
        const of = weeks.get(week.from) ?? []
        expect(week.orders).toBe(of.length)
        expect(week.cancelled).toBe(of.filter(({ isCancelled }) => isCancelled).length)
        const sums = plainTotals(of)
        const monday = Temporal.PlainDate.from(week.from)
        const at = (date: Temporal.PlainDate, less: number) =>
          date
            .toZonedDateTime({ timeZone: zone })
            .subtract({ seconds: less })
            .toString({ timeZoneName: 'never' })
        const created = { from: at(monday, 0), to: at(monday.add({ days: 7 }), 1) }
        expect((await found({ ...asked, created })).length).toBe(week.orders)
        for (const { currency, orders, total, refunded, refunds } of week.byCurrency) {
          const sum = sums.get(currency)
          expect([orders, BigInt(total), BigInt(refunded), refunds]).toEqual([
            sum?.orders,
            sum?.total,
            sum?.refunded,
            sum?.refunds,
          ])
          const narrowed = { ...asked, created, total: { currency } }
          expect((await found(narrowed)).length).toBe(orders)
          expect((await found({ ...narrowed, refunded: 'with' })).length).toBe(refunds)
        }
      }
    }),
    { numRuns: 60 },
  )
})
