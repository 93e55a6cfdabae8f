import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type AmendableField,
  type Amendment,
  amendableGroups,
  type BookingNote,
  bookingOf,
  bookingOfPath,
  entryAt,
  entryLists,
  entryMark,
  type FieldValue,
  fieldProblem,
  savedDifferences,
} from '@shared/features/amendments'
import { entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRaw } from '../../../../../electron/api'
import { buildOrderUpdate } from '../../../../../electron/features/amendments/order-update'
import {
  readOnlyBookingFields,
  readOnlyFields,
} from '../../../../../electron/features/amendments/read-only-fields'
import type { OrderDocument } from '../../../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient } from '../../../sandbox/support/client'
import { scenario } from '../../../sandbox/support/orders'

/**
 * Read, amend one field, send: what is sent differs from what was read in that field only, but for what only the server
 * writes, the bookings that are not amended (none goes along, rules 153 and 155) and the switch of the ticket mail
 * (rule 187).
 */

const places = (value: unknown, path: string): [string, unknown][] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => places(inner, path ? `${path}.${key}` : key))
    : [[path, value]]

/** Every place at which two orders differ, by the values that stand there. */
function differingPlaces(read: unknown, sent: unknown): string[] {
  const [was, is] = [new Map(places(read, '')), new Map(places(sent, ''))]
  return [...new Set([...was.keys(), ...is.keys()])].filter((place) => was.get(place) !== is.get(place))
}

const ticketSwitch = 'order_options.email_options.email_types.send_tickets'

/** What may differ whatever was amended. */
function isAlwaysDifferent(place: string): boolean {
  const isSwitch = place === ticketSwitch || ticketSwitch.startsWith(`${place}.`)
  return isSwitch || place.startsWith('order_bookings') || isReadOnly(place, readOnlyFields)
}

/** Read-only, or what held nothing but read-only fields and is left as an empty object. */
function isReadOnly(place: string, patterns: readonly (readonly string[])[]): boolean {
  const steps = place.split('.')
  return patterns.some(
    (pattern) =>
      pattern.every((name, at) => name === '*' || name === steps[at]) ||
      steps.every((step, at) => pattern[at] === '*' || pattern[at] === step),
  )
}

/** Another value that the field takes. */
function anotherValue({ kind, value, choices }: AmendableField): FieldValue | undefined {
  const candidates: Record<AmendableField['kind'], readonly FieldValue[]> = {
    text: ['Changed "quoted" \\ é 😀', 'Otherwise'],
    language: ['de', 'nl'],
    email: ['changed@example.com', 'other@example.com'],
    phone: ['+31201234567', '+4930123456'],
    date: ['1990-04-30', '1991-05-01'],
    choice: choices,
    switch: [true, false],
    moment: ['2027-03-28T14:00:00+02:00'],
    count: [String(Number(value) + 2), String(Number(value) - 1)],
  }
  return candidates[kind].find((candidate) => candidate !== value)
}

/** One amendment for each field of the order that may be amended, one that empties it, and one that adds a note. */
function amendmentsOf(order: unknown): Amendment[] {
  // Of an order with very many bookings the first stand for all.
  const bookings = amendableGroups(order).filter(({ section, locked }) => section === 'booking' && !locked)
  const groups = amendableGroups(order).filter(
    (group) => !bookings.slice(4).some(({ key }) => key === group.key),
  )
  const fields = groups.flatMap((group) => (group.locked ? [] : group.fields))
  const to = (field: AmendableField, wanted: FieldValue): Amendment => ({
    fields: [{ path: field.path, seen: field.value, wanted }],
  })
  return [
    ...fields.flatMap((field) => {
      const wanted = anotherValue(field)
      return wanted === undefined ? [] : [to(field, wanted)]
    }),
    ...fields
      .filter((field) => field.value !== null && fieldProblem(field, null) === undefined)
      .map((field) => to(field, null)),
    { fields: [], note: { text: 'Arrives late', recipients: ['DISTRIBUTOR'] } },
    ...groups.flatMap(({ booking, locked }): Amendment[] =>
      booking === undefined || locked ? [] : [{ fields: [], bookingNotes: [noteOn(booking)] }],
    ),
    ...fields
      .filter(({ kind, value }) => kind === 'count' && Number(value) > 1)
      .map((field) => to(field, String(Number(field.value) - 1))),
  ]
}

const noteOn = (booking: string): BookingNote => ({ booking, text: 'Pram', recipients: ['SUPPLIER'] })

function bodyOf(text: string, amendment: Amendment): string {
  const body = buildOrderUpdate(text, amendment, { sendTickets: false })
  if (!body.ok) throw new Error(body.error.message)
  return body.value
}

function expectOneDifference(text: string): number {
  const { order } = JSON.parse(text).data
  const amendments = amendmentsOf(order)
  for (const amendment of amendments) {
    const sent = JSON.parse(bodyOf(text, amendment)).data.order
    const places = differingPlaces(order, sent).filter((place) => !isAlwaysDifferent(place))
    const [field] = amendment.fields
    const booking = amendment.bookingNotes?.[0]?.booking ?? (field && bookingOfPath(field.path))
    expect(sent.order_options.email_options.email_types.send_tickets).toBe(false)
    if (booking !== undefined) {
      expect(places, JSON.stringify(amendment)).toEqual([])
      expectOneDifferenceIn(bookingOf(order, booking) ?? {}, sent.order_bookings, amendment)
      continue
    }
    const notes = entriesOf(order.order_notes).length
    const intended = field ? [field.path.join('.')] : [`order_notes.${notes}`, 'order_notes']
    // A list whose only entry went is left empty.
    const isIntended = (place: string) =>
      intended.some(
        (one) =>
          place === one ||
          place.startsWith(`${one}.`) ||
          ((field?.wanted === null || field?.seen === null) && one.startsWith(`${place}.`)),
      )
    expect(
      places.filter((place) => !isIntended(place)),
      JSON.stringify(amendment),
    ).toEqual([])
    expect(places.length, JSON.stringify(amendment)).toBeGreaterThan(0)
    expect(sent.order_bookings).toEqual([])
    if (field) {
      const raw = readRaw(JSON.stringify(sent), field.path)
      expect(raw).toBe(field.wanted === null ? undefined : JSON.stringify(field.wanted))
    }
  }
  expectOneEntry(text)
  return amendments.length
}

/** An entry that comes or goes is all that differs from the order as it would be sent unamended. */
function expectOneEntry(text: string): void {
  const { order } = JSON.parse(text).data
  const sentWith = (amendment: Partial<Amendment>) =>
    JSON.parse(bodyOf(text, { fields: [], ...amendment })).data.order
  const unamended = sentWith({})
  for (const { entry } of amendableGroups(order)) {
    if (!entry) continue
    const seen = entryMark(entry.list, entryAt(order, entry))
    const sent = sentWith({ removed: [{ ...entry, seen }] })
    expect(sent).toEqual({ ...unamended, [entry.list]: unamended[entry.list].toSpliced(entry.at, 1) })
  }
  for (const list of entryLists) {
    const values = { custom_field_name: 'Changed "quoted" \\ é 😀' }
    const sent = sentWith({ added: [{ list, values }] })
    expect(sent).toEqual({ ...unamended, [list]: [...entriesOf(unamended[list]), values] })
  }
}

/** Of bookings the amended one alone is sent, and it differs from the one that was read in that field only. */
function expectOneDifferenceIn(read: object, sent: readonly object[], amendment: Amendment): void {
  const why = JSON.stringify(amendment)
  const [only] = sent
  expect(sent, why).toHaveLength(1)
  expect(only, why).toHaveProperty('booking_option_type', 'UPDATE_BOOKING')
  const [field] = amendment.fields
  const name = String(field?.path[2] ?? 'booking_notes')
  const isCount = name === 'product_type_details'
  const lines = isCount ? name : undefined
  // A point that is chosen anew brings its own object; lines are compared as the tickets of each kind below.
  const intended = [
    name,
    ...(name === 'product_pickup_point_id' ? ['product_pickup_point'] : []),
    'booking_option_type',
  ]
  const places = differingPlaces(read, only)
    .filter((place) => !isReadOnly(place, readOnlyBookingFields))
    .filter((place) => !intended.some((one) => place === one || place.startsWith(`${one}.`)))
    .filter(
      (place) => lines !== undefined || !place.startsWith('product_type_details') || !hasCancelled(read),
    )
  expect(places, why).toEqual([])
  const wanted = new Map(counts(read).map(([id, count]) => [id, count]))
  if (field && isCount) wanted.set(String(field.path[3]), Number(field.wanted))
  expect(new Map(counts(only ?? {})), why).toEqual(new Map([...wanted].filter(([, count]) => count > 0)))
}

interface Line {
  readonly product_type?: string
  readonly product_type_id?: string
  readonly product_type_count?: number | string
  readonly product_type_status?: string
}

const linesOf = (booking: object) => entriesOf(fieldsOf(booking).product_type_details) as readonly Line[]
const isGone = ({ product_type_status }: Line) => /^(CANCELLED|DELETED)$/.test(product_type_status ?? '')
const hasCancelled = (booking: object) => linesOf(booking).some(isGone)

/** Tickets that stand, by kind. */
function counts(booking: object): [string, number][] {
  const sums = new Map<string, number>()
  for (const line of linesOf(booking).filter((one) => !isGone(one))) {
    const id = String(line.product_type_id ?? line.product_type)
    sums.set(id, (sums.get(id) ?? 0) + Number(line.product_type_count ?? 1))
  }
  return [...sums]
}

/** Before the oldest order. */
const longAgo = '2020-01-01T00:00:00%2B01:00'

const examples = fileURLToPath(new URL('../../../../data/examples/', import.meta.url))
const vendorOrders = readdirSync(examples).flatMap((file) =>
  ordersIn(JSON.parse(readFileSync(examples + file, 'utf8'))).map(
    (order, at) => [`${file} #${at + 1}`, JSON.stringify({ data: { order } })] as const,
  ),
)

function ordersIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  if ('order_external_reference' in value && 'order_bookings' in value) return [value]
  return Object.values(value).flatMap(ordersIn)
}

test.each(vendorOrders)('amending one field of the order in %s changes that field only', (_, text) => {
  expect(expectOneDifference(text)).toBeGreaterThan(2)
})

/** How many ordinary orders stand for all, beside every scenario; the long run takes all. */
const listed = process.env.GATEHOUSE_TEST_LONG ? Number.POSITIVE_INFINITY : 20

describe('orders of the sandbox', () => {
  let client: TestClient
  let orders: OrderDocument[]
  let references: string[]

  beforeAll(async () => {
    client = await startTestSandbox({ orders: 700 })
    const pages = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7].map((page) =>
        client.list(`items_per_page=100&page=${page}&order_created_from=${longAgo}`),
      ),
    )
    const all = pages.flatMap(({ items }) => items)
    const isSpecial = ({ order_external_reference = '' }) => order_external_reference.startsWith('DEMO-')
    const special = all.filter(isSpecial)
    orders = [...special, ...all.filter((order) => !isSpecial(order)).slice(0, listed)]
    const first = await Promise.all(
      ['DEMO-EVERYTHING', 'DEMO-UNKNOWN-FIELDS', 'DEMO-HOSTILE'].map((key) => scenario(client, key)),
    )
    references = [...first, ...orders].map(({ order_reference }) => order_reference)
  })
  afterAll(async () => {
    expect(client.sandbox.violations).toEqual([])
    await client.sandbox.close()
  })

  test('amending one field of any of them changes that field only', () => {
    expect(orders.length).toBeGreaterThan(60 + Math.min(listed, 500))
    for (const order of orders) {
      const text = JSON.stringify({ data: { order } })
      expect(expectOneDifference(text), order.order_reference).toBeGreaterThan(2)
    }
  }, 120_000)

  test('the server, which removes what is left out, has them afterwards as they were but for that field', async () => {
    let saved = 0
    for (const reference of references.slice(0, 15)) {
      const { text } = await client.get(`/orders/${reference}`)
      const { order } = JSON.parse(text).data
      for (const amendment of amendmentsOf(order).slice(0, 1)) {
        const answer = await client.send('PUT', `/orders/${reference}`, bodyOf(text, amendment))
        if (answer.status === 409) continue
        expect(answer.status, reference).toBe(200)
        saved += 1
        const after = fieldsOf((await client.order(reference)) as unknown)
        expect(savedDifferences(order, amendment, after), reference).toEqual([])
        expect(after.order_bookings).toEqual(order.order_bookings)
      }
    }
    expect(saved).toBeGreaterThan(8)
  })

  test('and so with a field of a booking: the others stay as they were', async () => {
    let saved = 0
    for (const reference of references.slice(20, 45)) {
      const { text } = await client.get(`/orders/${reference}`)
      const { order } = JSON.parse(text).data
      const group = amendableGroups(order).find(({ section, locked }) => section === 'booking' && !locked)
      const field = group?.fields.find(({ name }) => name === 'booking_external_reference')
      if (!field) continue
      const amendment = { fields: [{ path: field.path, seen: field.value, wanted: 'CHANGED-1' }] }
      const answer = await client.send('PUT', `/orders/${reference}`, bodyOf(text, amendment))
      // What is past or waited for cannot be amended, which only the server knows.
      if (answer.status === 409) continue
      expect(answer.status, `${reference} ${answer.text}`).toBe(200)
      const after = await client.order(reference)
      if (after.order_bookings.some(({ booking_status }) => booking_status === 'BOOKING_PROCESSING')) continue
      saved += 1
      expect(savedDifferences(order, amendment, after), reference).toEqual([])
      const others = entriesOf(order.order_bookings).filter(
        (booking) => fieldsOf(booking).booking_reference !== group?.booking,
      )
      for (const booking of others) expect(after.order_bookings).toContainEqual(booking)
    }
    expect(saved).toBeGreaterThan(5)
  })
})
