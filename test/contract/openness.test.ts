// The API adds fields and values without a new version (rules 55 and 200) and leaves out what is unset (rule 47).
// So each documented body is bent at every place, one place at a time: what may bend must stay valid, the rest must not.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Check, checkOf, checkOfSchema, closedEnums, knownValues } from '../support/openapi'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Path = (string | number)[]

const REMOVED = Symbol('removed')

function example(file: string): Json {
  return JSON.parse(readFileSync(new URL(`../data/examples/${file}`, import.meta.url), 'utf8'))
}

/** Paths of all values below the root; of a list only its first entry. */
function pathsOf(value: Json, path: Path = []): Path[] {
  const children: [string | number, Json][] = Array.isArray(value)
    ? value.slice(0, 1).map((entry) => [0, entry])
    : value && typeof value === 'object'
      ? Object.entries(value)
      : []
  return children.flatMap(([key, child]) => [[...path, key], ...pathsOf(child, [...path, key])])
}

/** A copy with another value at one path, or with that value removed. */
function bent(value: Json, [key, ...rest]: Path, into: (old: Json) => Json | typeof REMOVED): Json {
  const copy: Json = Array.isArray(value) ? [...value] : { ...(value as Record<string, Json>) }
  const holder = copy as Record<string | number, Json>
  const old = holder[key as string] as Json
  const next = rest.length > 0 ? bent(old, rest, into) : into(old)
  if (next === REMOVED) delete holder[key as string]
  else holder[key as string] = next
  return copy
}

/** The places where a bend makes the body invalid, as `data.order.order_reference`. */
function refusals(
  check: Check,
  body: Json,
  paths: Path[],
  into: (old: Json) => Json | typeof REMOVED,
): string[] {
  return paths.filter((path) => check(bent(body, path, into)).length > 0).map((path) => path.join('.'))
}

const ticketKind = 'product_type_seasons.0.product_type_season_details.0.product_type_id'
const inOrder = 'data.order.order_bookings.0'
const cases = [
  {
    file: 'order.response.json',
    operationId: 'getOrder',
    status: 200,
    identity: [
      'data',
      'data.order',
      'data.order.order_reference',
      'data.order.order_payments.0.payment_id',
      `${inOrder}.booking_reference`,
    ],
    anything: 'payment_gateway_additional_values',
  },
  {
    file: 'reservation.response.json',
    operationId: 'getReservation',
    status: 200,
    identity: [
      'data',
      'data.reservation',
      'data.reservation.reservation_reference',
      'data.reservation.reservation_details.0.booking_reservation_reference',
      'data.reservation.reservation_payments.0.payment_id',
    ],
    anything: 'payment_gateway_additional_values',
  },
  {
    file: 'get-product.response.json',
    operationId: 'getProduct',
    status: 200,
    identity: [
      'data',
      'data.product',
      'data.product.product_id',
      'data.product.product_locations.0.location_id',
      `data.product.${ticketKind}`,
      ...['cluster', 'combi', 'bundle', 'addon'].flatMap((relation) => [
        `data.product.product_${relation}_details.0.product_id`,
        `data.product.product_${relation}_details.0.${ticketKind}`,
      ]),
    ],
    anything: undefined,
  },
  {
    file: 'get-payments.response.json',
    operationId: 'getPayments',
    status: 200,
    identity: ['data', 'data.items.0.payment_id'],
    anything: 'payment_gateway_additional_values',
  },
  {
    file: 'contact.response.json',
    operationId: 'getContact',
    status: 200,
    identity: ['data'],
    anything: undefined,
  },
  {
    file: 'post-availability.response.json',
    operationId: 'calculateAvailability',
    status: 200,
    identity: ['data', 'data.items.0.availability_id'],
    anything: undefined,
  },
]

describe.each(cases)('$file', ({ file, operationId, status, identity, anything }) => {
  const check = checkOf({ operationId, direction: 'response', status })
  const body = example(file)
  const paths = pathsOf(body)
  const fields = paths.filter((path) => typeof path.at(-1) === 'string')

  test('may lack every field but those that say what it is', () => {
    expect(refusals(check, body, fields, () => REMOVED).sort()).toEqual([...identity].sort())
  })

  test('may have null in every field but those that say what it is (rule 47)', () => {
    expect(refusals(check, body, fields, () => null).sort()).toEqual([...identity].sort())
  })

  test('may have more fields in every object (rules 55 and 200)', () => {
    const objects = paths.filter((path) => path.at(-1) !== undefined)
    const added = (old: Json) =>
      old && typeof old === 'object' && !Array.isArray(old) ? { ...old, added_later: { x: [1] } } : old
    expect(refusals(check, body, objects, added)).toEqual([])
  })

  test('is refused for a value of another type, at every place', () => {
    const wrong = (old: Json) => (typeof old === 'boolean' || typeof old === 'object' ? 'x' : true)
    const open = (path: string) => anything !== undefined && path.includes(`${anything}.`)
    const bendable = paths.map((path) => path.join('.')).filter((path) => !open(path))
    expect(refusals(check, body, paths, wrong)).toEqual(bendable)
  })
})

describe('an order', () => {
  const check = checkOf({ operationId: 'getOrder', direction: 'response', status: 200 })
  const withOrder = (order: Json) => check({ data: { order } })

  test('needs nothing but its reference', () => {
    expect(withOrder({ order_reference: 'ORDRREF123456' })).toEqual([])
    expect(withOrder({ order_status: 'ORDER_CONFIRMED' })).not.toEqual([])
  })

  test('is refused with text in place of its bookings', () => {
    expect(withOrder({ order_reference: 'ORDRREF123456', order_bookings: 'x' })).toContain(
      '/data/order/order_bookings: must be array,null',
    )
  })

  test('may have a status that nobody has heard of (rule 55)', () => {
    expect(withOrder({ order_reference: 'ORDRREF123456', order_status: 'ORDER_TELEPORTED' })).toEqual([])
  })
})

test('no enum is closed (rule 55)', () => {
  expect(closedEnums).toEqual([])
})

test.each([...knownValues.keys()])(
  '%s is an open enum: known and unknown text passes, a number does not',
  (name) => {
    const check = checkOfSchema(name)
    for (const known of knownValues.get(name) ?? []) expect(check(known)).toEqual([])
    expect(check('NOT_HEARD_OF_YET')).toEqual([])
    expect(check(7)).not.toEqual([])
  },
)

describe('what is usually text may be a number (rule 53)', () => {
  test.each([
    ['an amount', 'Pricing', { price_total: 12.5 }],
    ['an amount below zero', 'PriceVariation', { variation_amount: -2 }],
    ['an id', 'Booking', { booking_reference: 1234567, product_id: 62519 }],
    ['a code', 'ProductTypeDetails', { product_type_code: 1539762088951995 }],
    ['a tax rate', 'PriceTax', { tax_rate: 21 }],
    ['a latitude', 'Address', { latitude: 52.3785323 }],
  ])('%s', (_what, schema, body) => {
    expect(checkOfSchema(schema)(body)).toEqual([])
  })

  test('and what is usually a number may be text: the fee percentage, the ticket count', () => {
    expect(checkOfSchema('CancellationPolicy')({ cancellation_fee_percentage: '20.50' })).toEqual([])
    expect(checkOfSchema('CancellationPolicy')({ cancellation_fee_percentage: 20.5 })).toEqual([])
    expect(checkOfSchema('ProductTypeDetails')({ product_type_count: '2' })).toEqual([])
    expect(checkOfSchema('ProductTypeDetails')({ product_type_count: 2 })).toEqual([])
  })
})

describe('an error body', () => {
  const check = checkOf({ operationId: 'cancelOrder', direction: 'response', status: 409 })

  test('is documented for every status that has no answer of its own (rule 60)', () => {
    expect(check({ error: 'CONFLICT', error_description: 'Already cancelled.', errors: ['…'] })).toEqual([])
    expect(check({ error: ['x'] })).not.toEqual([])
  })

  test('may be an empty object (rule 8)', () => {
    expect(check({})).toEqual([])
  })
})
