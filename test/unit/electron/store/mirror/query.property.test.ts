import { type MirrorFilters, type MirrorQuery, mirrorSorts } from '@shared/features/mirror'
import { type OrderRow, toOrderRow } from '@shared/features/orders'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openMirror } from '../../../../../electron/store/mirror/mirror-file'
import { type ReadOrder, readColumns } from '../../../../../electron/store/mirror/order-columns'
import { preparePage, readPage } from '../../../../../electron/store/mirror/read-page'
import { renewedList } from '../../../../../electron/store/mirror/renew-list'
import { makeSortIndex, missingSortIndexes } from '../../../../../electron/store/mirror/sort-indexes'
import { idsOf } from '../../../../../electron/store/mirror/sources'
import { stepsOf, writePage } from '../../../../../electron/store/mirror/take'
import { type Sql, statement } from '../../../../../electron/store/sql'
import { openedMirror, pageOf } from '../../../../support/mirror-orders'
import { cancelledAt, marginOf, refundOf, saysAll } from '../../../../support/plain-order'

const dayMs = 86_400_000
const start = Date.parse('2026-01-01T00:00:00Z')
const at = (day: number, hour: number) => new Date(start + day * dayMs + hour * 3_600_000).toISOString()
const atDesk = (day: number, hour: number) => at(day, hour).replace('.000Z', '+00:00')

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const amount = fc.integer({ min: -500, max: 5000 }).map((cents) => (cents / 100).toFixed(2))

const booking = fc.record(
  {
    booking_status: fc.constantFrom('BOOKING_CONFIRMED', 'BOOKING_CANCELLED', 'BOOKING_PENDING_SUPPLIER'),
    booking_travel_date: fc
      .tuple(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('+00:00', '+14:00', '-11:30'),
      )
      .map(([day, hour, offset]) => at(day, hour).replace('.000Z', offset)),
    booking_pricing: fc.record({ price_total: amount }),
    product_id: fc.constantFrom('1', '2', 'A-3'),
    product_supplier_id: fc.constantFrom('s1', 'S1'),
    product_availability_id: fc.constantFrom('slot-1', 'slot-2'),
    product_title: fc.constantFrom('Canal Cruise', 'Rijksmuseum', 'Ägyptisches Museum'),
    product_supplier_name: fc.constantFrom('Zwaan', 'älter'),
    product_currency_code: fc.constantFrom('EUR', 'EUR', 'EUR', 'JPY'),
    product_type_details: fc.array(
      fc.record({
        product_type_status: fc.constantFrom('CONFIRMED', 'CANCELLED'),
        product_type_redemption_status: fc.constantFrom('REDEEMED', 'PENDING', 'ACTIVE'),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
)

const orders = fc
  .array(
    fc.record(
      {
        order_created: fc
          .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }))
          .map(([day, hour]) => at(day, hour)),
        order_modified: fc.integer({ min: 0, max: 5 }).map((day) => at(day, 12)),
        order_cancellation_date_time: fc.integer({ min: 0, max: 5 }).map((day) => at(day, 9)),
        order_version: fc.integer({ min: 1, max: 3 }),
        order_status: fc.constantFrom('ORDER_CONFIRMED', 'ORDER_CANCELLED', 'NEW_ONE'),
        order_channel: fc.constantFrom('PARTNER', 'WEB'),
        order_external_reference: fc.constantFrom('WEB-1', 'web-2', 'X'),
        order_distributor_id: fc.constantFrom('501', '502'),
        order_reseller_id: fc.constantFrom('1300', '1301'),
        order_created_name: fc.constantFrom('Ann', 'bob', 'Émile'),
        order_created_email: fc.constantFrom('ann@desk.nl', 'bob@desk.nl'),
        order_contacts: fc.array(
          fc.record({
            contact_type: fc.constantFrom('BOOKER', 'GUEST'),
            contact_uid: fc.constantFrom('uid-1', 'uid-2'),
            contact_name_first: fc.constantFrom('Anna', 'ÁNNA', 'Bert', ''),
            contact_email: fc.constantFrom('a@x.nl', 'B@x.nl'),
          }),
          { maxLength: 2 },
        ),
        order_pricing: fc.record(
          {
            price_total: amount,
            price_margins: fc.array(
              fc.record({
                margin_type: fc.constantFrom('DISTRIBUTOR', 'DISTRIBUTOR', 'RESELLER'),
                margin_amount: amount,
              }),
              { maxLength: 3 },
            ),
          },
          { requiredKeys: ['price_total'] },
        ),
        order_payments: fc.array(
          fc.record({
            payment_type: fc.constantFrom('REFUND', 'CAPTURE'),
            payment_status: fc.constantFrom('PAID', 'REFUSED', 'IN_PROGRESS'),
            payment_amount: fc.integer({ min: 1, max: 900 }).map((cents) => (cents / 100).toFixed(2)),
          }),
          { maxLength: 2 },
        ),
        order_bookings: fc.array(booking, { maxLength: 4 }),
      },
      { requiredKeys: ['order_created'] },
    ),
    { maxLength: 40 },
  )
  .map((list) => list.map((order, n) => ({ order_reference: `ORDRREF${n}`, ...order })))

const range = <T>(value: fc.Arbitrary<T>) => fc.record({ from: value, to: value }, { requiredKeys: [] })
const moment = fc
  .tuple(fc.integer({ min: -1, max: 13 }), fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => atDesk(day, hour))
const day = fc.integer({ min: -1, max: 13 }).map((nth) => at(nth, 0).slice(0, 10))
const some = (...values: string[]) => fc.subarray(values, { minLength: 1 })
const amountRange = fc.record(
  { currency: fc.constantFrom('EUR', 'JPY'), min: amount, max: amount },
  { requiredKeys: ['currency'] },
)
const filters = fc.record(
  {
    created: range(moment),
    modified: range(moment),
    cancelled: range(moment),
    travel: range(day),
    statuses: some('ORDER_CONFIRMED', 'ORDER_CANCELLED', 'NONE'),
    payments: fc.subarray(['unknown', 'paid', 'refunded'] as const, { minLength: 1 }),
    channels: some('PARTNER', 'WEB'),
    productIds: some('1', '2', 'A-3', 'a-3'),
    supplierIds: some('s1', 'S1'),
    distributorIds: some('501', '502'),
    resellerIds: some('1300', '1301', '9'),
    slotId: fc.constantFrom('slot-1', 'slot-2', 'slot'),
    contactUid: fc.constantFrom('uid-1', 'uid-2', 'uid'),
    createdByEmail: fc.constantFrom('ann@desk.nl', 'bob@desk.nl', 'ann'),
    references: fc.subarray(['ORDRREF0', 'ORDRREF1', 'ORDRREF7', 'NONE']),
    currency: fc.constantFrom('EUR', 'JPY', 'USD'),
    total: amountRange,
    margin: amountRange,
    fee: fc.constantFrom('with', 'without'),
    refunded: fc.constantFrom('with', 'without'),
    redeemed: fc.constantFrom('none', 'some', 'all'),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    leadDays: fc.record(
      { min: fc.integer({ min: -3, max: 9 }), max: fc.integer({ min: -3, max: 9 }) },
      { requiredKeys: [] },
    ),
    version: fc.record({ min: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)
/** Most queries have few filters; all at once would find nothing. */
const oneOrTwo = (all: fc.Arbitrary<object>) =>
  fc.tuple(all, fc.array(fc.nat(), { minLength: 1, maxLength: 2 })).map(([given, picks]) => {
    const entries = Object.entries(given)
    return Object.fromEntries(
      picks.flatMap((pick) => [entries[pick % (entries.length || 1)] ?? []].filter(({ length }) => length)),
    )
  })

const queries = fc.record({
  text: optional(fc.constantFrom('anna', 'can', 'museum agypt', 'web-1', 'ordrref1', 'b@x')),
  filters: fc.oneof(fc.constant({}), oneOrTwo(filters)),
  sort: fc.record({ by: fc.constantFrom(...mirrorSorts), direction: fc.constantFrom('asc', 'desc') }),
})

interface Model {
  readonly order: Record<string, unknown>
  readonly row: OrderRow
  readonly read: ReadOrder
  readonly created: number
  readonly nth: number
}
const ms = (text: string) => Date.parse(text)
const within = (value: number | null, from: number | undefined, to: number | undefined) =>
  value !== null && (from === undefined || value >= from) && (to === undefined || value <= to)
const ends = (given: { from?: string | undefined; to?: string | undefined }) =>
  [
    given.from === undefined ? undefined : ms(given.from),
    given.to === undefined ? undefined : ms(given.to),
  ] as const

/** The plain reading of what the filters say. */
function meets({ order, created, row, read: { columns: c } }: Model, f: MirrorFilters): boolean {
  const bookings = (order.order_bookings ?? []) as Record<string, string>[]
  const days = row.travel.map((one) => one.at.slice(0, 10))
  const units = (text: string, currency: string) => Number(text) * (currency === 'JPY' ? 1 : 100)
  const liesIn = (value: number | null, range: MirrorFilters['total']) =>
    !range ||
    (c.currency === range.currency &&
      value !== null &&
      (range.min === undefined || value >= Math.round(units(range.min, range.currency))) &&
      (range.max === undefined || value <= Math.round(units(range.max, range.currency))) &&
      [range.min, range.max].every(
        (end) => end === undefined || Number.isInteger(Number(end)) || c.currency === 'EUR',
      ))
  const contacts = (order.order_contacts ?? []) as Record<string, string>[]
  return (
    (!f.created || within(created, ...ends(f.created))) &&
    (!f.modified || Object.keys(f.modified).length === 0 || within(c.modified, ...ends(f.modified))) &&
    (!f.cancelled ||
      Object.keys(f.cancelled).length === 0 ||
      within(cancelledAt(order), ...ends(f.cancelled))) &&
    (!f.travel ||
      Object.keys(f.travel).length === 0 ||
      days.some((one) => one >= (f.travel?.from ?? '') && one <= (f.travel?.to ?? '9'))) &&
    (!f.statuses || f.statuses.includes(c.status ?? '')) &&
    (!f.payments || f.payments.some((one) => one === c.payment)) &&
    (!f.channels || f.channels.includes(c.channel ?? '')) &&
    (!f.productIds || bookings.some(({ product_id }) => f.productIds?.includes(product_id ?? ''))) &&
    (!f.supplierIds ||
      bookings.some(({ product_supplier_id }) => f.supplierIds?.includes(product_supplier_id ?? ''))) &&
    (!f.distributorIds || f.distributorIds.includes(String(order.order_distributor_id))) &&
    (!f.currency || c.currency === f.currency) &&
    (!f.resellerIds || f.resellerIds.includes(String(order.order_reseller_id))) &&
    (!f.slotId || bookings.some((one) => one.product_availability_id === f.slotId)) &&
    (!f.contactUid || contacts.some((one) => one.contact_uid === f.contactUid)) &&
    (!f.createdByEmail || order.order_created_email === f.createdByEmail) &&
    (!f.references || f.references.includes(row.reference)) &&
    liesIn(c.total, f.total) &&
    liesIn(marginOf(order, c.currency), f.margin) &&
    (!f.refunded ||
      (f.refunded === 'with' ? refundOf(order, c.currency) > 0 : refundOf(order, c.currency) === 0)) &&
    (!f.fee || (f.fee === 'with' ? (c.fee ?? 0) > 0 : c.fee === 0)) &&
    (!f.redeemed || ['none', 'some', 'all'][c.redeemed] === f.redeemed) &&
    (!f.weekdays || f.weekdays.some((day) => c.weekdays & (1 << (day - 1)))) &&
    (!f.leadDays ||
      Object.keys(f.leadDays).length === 0 ||
      within(c.lead_days, f.leadDays.min, f.leadDays.max)) &&
    (!f.version || Object.keys(f.version).length === 0 || within(c.version, f.version.min, f.version.max))
  )
}

const keyOf = ({ read: { columns, keys } }: Model, by: Exclude<MirrorQuery['sort']['by'], 'created'>) =>
  ({
    modified: columns.modified,
    travel: columns.travel_first,
    tickets: columns.tickets,
    version: columns.version,
    status: columns.status,
    payment: columns.payment,
    reference: keys.reference,
    externalReference: keys.external_reference,
    guest: keys.guest,
    email: keys.email,
    products: keys.products,
    suppliers: keys.suppliers,
    channel: keys.channel,
    createdBy: keys.created_by,
    distributor: keys.distributor,
    total: keys.total,
  })[by]

function compare(a: Model, b: Model, { by, direction }: MirrorQuery['sort']): number {
  const sign = direction === 'asc' ? 1 : -1
  const byCreation = sign * (a.created - b.created || a.nth - b.nth)
  if (by === 'created') return byCreation
  const [one, other] = [keyOf(a, by), keyOf(b, by)]
  if (one === null || other === null) return Number(one === null) - Number(other === null) || byCreation
  if (one === other) return byCreation
  const isLess =
    typeof one === 'string' && typeof other === 'string'
      ? Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0
      : one < other
  return isLess ? -sign : sign
}

const reference = statement(
  'select cast(reference as blob) as reference from orders where id = :id',
  { id: 'integer' },
  { reference: 'utf8' },
)

/** The same orders in a file that is asked in the smallest of portions, as a large one is in large ones. */
async function storeWith(list: readonly unknown[], isIndexed: boolean): Promise<Sql> {
  const opened = openMirror({ key: '', now: 0 })
  if (!opened.ok) throw new Error('no mirror')
  const { sql } = opened.value
  await write(sql, list, 1)
  if (isIndexed) for (const column of missingSortIndexes(sql)) makeSortIndex(sql, column)
  return sql
}

async function write(sql: Sql, list: readonly unknown[], askedAt: number) {
  const page = readPage(pageOf(list))
  if (!page) throw new Error('no page')
  const prepared = await preparePage(page)
  return sql.transaction(() => writePage(sql, stepsOf(prepared, 1000)[0] ?? [], askedAt))
}

const concat = (parts: Iterable<Float64Array>) => Float64Array.from([...parts].flatMap((part) => [...part]))

const idsIn = (sql: Sql, query: MirrorQuery) =>
  [...idsOf(sql, query, { parts: [1, 2, 3], gathered: 2, sortedAtOnce: 2, few: 3, tried: 4 })].flatMap(
    (part) => [...part].map((id) => sql.get(reference, { id })?.reference),
  )

test('a list holds just the orders that meet the query, in its order, however they came in', async () => {
  await fc.assert(
    fc.asyncProperty(
      orders,
      fc.array(queries, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 50 }),
      async (list, asked, cut) => {
        const { methods, take } = await openedMirror()
        await take(list.slice(0, cut))
        await take(list.slice(cut))
        // An order that comes again stays where it is.
        await take(list.slice(0, cut))
        const files = [await storeWith(list, false), await storeWith(list, true)]
        const models = list.map((order, nth): Model => {
          const row = toOrderRow(order)
          const created = ms(order.order_created)
          if (!row) throw new Error('no row')
          return { order, row, read: readColumns(order, row, created), created, nth }
        })
        for (const query of asked as MirrorQuery[]) {
          const expected = models
            .filter(
              (model) => meets(model, query.filters) && (!query.text || saysAll(model.order, query.text)),
            )
            .sort((a, b) => compare(a, b, query.sort))
            .map(({ order }) => order.order_reference)
          const { rows, total } = await methods['mirror.query']({ query, rows: 100 })
          expect(
            rows.map(({ reference }) => reference),
            JSON.stringify(query),
          ).toEqual(expected)
          expect(total).toBe(expected.length)
          for (const sql of files) expect(idsIn(sql, query), JSON.stringify(query)).toEqual(expected)
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('a list that is brought up to date is the one that would be made anew, whatever was written in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      orders,
      orders,
      fc.array(queries, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      async (list, later, asked, isIndexed, comparedAtOnce) => {
        const sql = await storeWith(list, isIndexed)
        const before = (asked as MirrorQuery[]).map((query) => concat(idsOf(sql, query)))
        // What moves to another moment makes all lists be made anew.
        const written = await write(
          sql,
          later.map((order, n) => ({
            ...order,
            order_created: list[n]?.order_created ?? order.order_created,
          })),
          2,
        )
        for (const [at, query] of (asked as MirrorQuery[]).entries()) {
          const renewed = renewedList(
            sql,
            query,
            before[at] ?? new Float64Array(),
            new Set(written.ids),
            comparedAtOnce,
          )
          expect([...renewed], JSON.stringify(query)).toEqual([...concat(idsOf(sql, query))])
        }
      },
    ),
    { numRuns: 100 },
  )
})
