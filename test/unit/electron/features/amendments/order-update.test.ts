import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Amendment, amendableField, applyAmendment } from '@shared/features/amendments'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readRaw } from '../../../../../electron/api'
import { buildOrderUpdate } from '../../../../../electron/features/amendments/order-update'
import {
  type FieldPattern,
  readOnlyBookingFields,
  readOnlyFields,
} from '../../../../../electron/features/amendments/read-only-fields'
import { checkOf } from '../../../../support/openapi'

const answerOf = (order: string) => `{ "api_version": "3.8.0", "data": {"order": ${order} } }`

function built(order: string, amendment: Amendment = { fields: [] }, sendTickets = true): string {
  const body = buildOrderUpdate(answerOf(order), amendment, { sendTickets })
  if (!body.ok) throw new Error(body.error.message)
  return readRaw(body.value, ['data', 'order']) ?? ''
}

/** What must come out, by another way than the code's: on parsed data, one field after the other. */
function expected(order: unknown, sendTickets: boolean): unknown {
  const copy = structuredClone(order) as Record<string, unknown>
  for (const pattern of readOnlyFields) remove(copy, pattern)
  copy.order_bookings = []
  let place = copy
  for (const name of ['order_options', 'email_options', 'email_types']) {
    const inner = place[name]
    const isEmpty =
      inner === undefined || inner === null || inner === '' || (Array.isArray(inner) && !inner.length)
    if (isEmpty) place[name] = {}
    place = place[name] as Record<string, unknown>
  }
  place.send_tickets = sendTickets
  return copy
}

function remove(value: unknown, [name, ...rest]: FieldPattern): void {
  if (typeof value !== 'object' || value === null || name === undefined) return
  if (name === '*') {
    if (Array.isArray(value)) for (const entry of value) remove(entry, rest)
  } else if (!Array.isArray(value)) {
    if (rest.length === 0) Reflect.deleteProperty(value, name)
    else if (Object.hasOwn(value, name)) remove(Reflect.get(value, name), rest)
  }
}

const examples = fileURLToPath(new URL('../../../../data/examples/', import.meta.url))

/** Every order that the vendor shows anywhere. */
const vendorOrders = readdirSync(examples).flatMap((file) =>
  ordersIn(JSON.parse(readFileSync(examples + file, 'utf8'))).map(
    (order, at) => [`${file} #${at + 1}`, order] as const,
  ),
)

function ordersIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  if ('order_external_reference' in value && 'order_bookings' in value) return [value]
  return Object.values(value).flatMap(ordersIn)
}

describe('an order as it was read is sent back', () => {
  test('there are orders of the vendor to try', () => {
    expect(vendorOrders.length).toBeGreaterThan(3)
  })

  test.each(vendorOrders)('as it stood but for what only the server writes: %s', (_, order) => {
    for (const indent of [0, 2]) {
      expect(JSON.parse(built(JSON.stringify(order, null, indent)))).toEqual(expected(order, true))
    }
  })

  test.each(vendorOrders)('as the API takes it (OpenAPI file): %s', (_, order) => {
    const check = checkOf({ operationId: 'updateOrder', direction: 'request' })
    expect(check({ data: { order: JSON.parse(built(JSON.stringify(order))) } })).toEqual([])
  })

  test('whatever it holds', () => {
    fc.assert(
      fc.property(anOrder, fc.boolean(), fc.nat(3), (order, sendTickets, indent) => {
        const text = JSON.stringify(order, null, indent)
        expect(JSON.parse(built(text, undefined, sendTickets))).toEqual(
          expected(JSON.parse(text), sendTickets),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('with every digit and escape of the fields that stay', () => {
    const raw = '{"order_ledger":{"id":159118380521834001,"sum":20.50},"order_language":"\\u0065n"}'
    expect(built(raw, undefined, false)).toBe(
      '{"order_ledger":{"id":159118380521834001,"sum":20.50},"order_language":"\\u0065n",' +
        '"order_bookings":[],"order_options":{"email_options":{"email_types":{"send_tickets":false}}}}',
    )
  })

  test('without its bookings: one that is sent is cancelled and replaced (rules 153, 155)', () => {
    const raw = '{"order_bookings":[{"booking_reference":"B1"}],"order_language":"en"}'
    expect(JSON.parse(built(raw)).order_bookings).toEqual([])
    const twice =
      '{"order_bookings":[{"booking_reference":"B1"}],"order_bookings":[{"booking_reference":"B2"}]}'
    expect(built(twice)).not.toContain('booking_reference')
  })
})

describe('whether tickets are mailed', () => {
  test.each([
    ['nothing', '{}'],
    ['null', '{"order_options":null}'],
    ['an empty list, as some servers write an empty object', '{"order_options":{"email_options":[ ]}}'],
    ['an empty text', '{"order_options":{"email_options":{"email_types":""}}}'],
    ['the opposite', '{"order_options":{"email_options":{"email_types":{"send_tickets":true}}}}'],
  ])('is said out loud where the order says %s (rule 47)', (_, order) => {
    const { order_options } = JSON.parse(built(order, undefined, false))
    expect(order_options).toEqual({ email_options: { email_types: { send_tickets: false } } })
  })

  test('leaves the other options as they are', () => {
    const options = '{"price_on_voucher":false,"email_options":{"email_types":{"send_receipt":true}}}'
    expect(JSON.parse(built(`{"order_options":${options}}`)).order_options).toEqual({
      price_on_voucher: false,
      email_options: { email_types: { send_receipt: true, send_tickets: true } },
    })
  })
})

describe('changes', () => {
  test('touch their own field only; without a value it goes', () => {
    const order = '{"order_notes":[{"note_value":"A"},{"note_value":"B","x":1.0}],"order_flags":[],"a":2.50}'
    const changed = built(order, {
      fields: [
        { path: ['order_notes', 1, 'note_value'], seen: 'B', wanted: 'C' },
        { path: ['order_flags'], seen: null, wanted: null },
      ],
    })
    expect(changed).toContain('"order_notes":[{"note_value":"A"},{"note_value":"C","x":1.0}],"a":2.50')
    expect(changed).not.toContain('order_flags')
  })
})

test.each([undefined, null, '', []])(
  'a question that has %j for an answer gets its first one, and the others stay',
  (none) => {
    const order = {
      order_checkout_fields: [
        { checkout_field_id: 'A', checkout_field_values: [{ checkout_field_value: ['RAIL'] }] },
        { checkout_field_id: 'B', checkout_field_values: none },
      ],
    }
    const path = ['order_checkout_fields', 1, 'checkout_field_values', 0, 'checkout_field_value', 0]
    expect(amendableField(order, path)).toMatchObject({ value: null, kind: 'text' })
    const sent = built(JSON.stringify(order), { fields: [{ path, seen: null, wanted: 'AIR' }] })
    expect(JSON.parse(sent).order_checkout_fields).toEqual([
      order.order_checkout_fields[0],
      { checkout_field_id: 'B', checkout_field_values: [{ checkout_field_value: ['AIR'] }] },
    ])
    expect(applyAmendment(order, { fields: [{ path, seen: null, wanted: 'AIR' }] })).toEqual({
      order_checkout_fields: JSON.parse(sent).order_checkout_fields,
    })
  },
)

test.each([
  ['per ticket', { checkout_field_level: 'TICKET' }],
  ['for several values', { checkout_field_input_type: 'MULTIPLE' }],
])(
  'a question that is asked %s is not answered here: what its answer hangs on is not known',
  (_, question) => {
    const order = { order_checkout_fields: [{ checkout_field_id: 'A', ...question }] }
    const path = ['order_checkout_fields', 0, 'checkout_field_values', 0, 'checkout_field_value', 0]
    expect(amendableField(order, path)).toBeUndefined()
  },
)

test.each([
  ['no order', '{"data":{}}'],
  ['a list in place of an order', '{"data":{"order":[]}}'],
  ['a text where the options belong', answerOf('{"order_options":"none"}')],
])('%s is refused in words: nothing is built that would lose what is there', (_, answer) => {
  expect(buildOrderUpdate(answer, { fields: [] }, { sendTickets: true })).toMatchObject({
    ok: false,
    error: { code: 'UPSTREAM', changed: 'no' },
  })
})

describe('the list of what only the server writes', () => {
  const { schemas } = parse(
    readFileSync(new URL('../../../../../resources/openapi/distributor-v3.8.yaml', import.meta.url), 'utf8'),
  ).components as { schemas: Record<string, Schema> }
  /** With those that it takes over from another schema. */
  const names = (schema: string): string[] => {
    const { properties = {}, allOf = [] } = schemas[schema] ?? {}
    const taken = allOf.flatMap(({ $ref, properties: own = {} }) => [
      ...($ref ? names($ref.split('/').at(-1) ?? '') : []),
      ...Object.keys(own),
    ])
    return [...Object.keys(properties), ...taken]
  }
  const below = (...place: string[]) =>
    readOnlyFields.flatMap((pattern) =>
      pattern.length === place.length + 1 && place.every((name, at) => pattern[at] === name)
        ? [pattern.at(-1)]
        : [],
    )

  test('is that of the OpenAPI file: what an order has and an update does not take', () => {
    const taken = [...names('OrderContentRequest'), 'order_bookings']
    const untold = ['order_credit', 'order_invoices', 'order_view_type']
    const own = names('Order').filter((name) => !taken.includes(name) && !untold.includes(name))
    expect(below().sort()).toEqual(own.sort())
    const prices = names('Pricing').filter((name) => !names('PricingRequest').includes(name))
    expect(below('order_pricing').sort()).toEqual(prices.sort())
  })

  const inBooking = (...place: string[]) =>
    readOnlyBookingFields.flatMap((pattern) =>
      pattern.length === place.length + 1 && place.every((name, at) => pattern[at] === name)
        ? [String(pattern.at(-1))]
        : [],
    )

  test.each([
    ['Booking', 'BookingContentRequest', [], ['booking_reference', 'booking_invoice_status']],
    ['CombiBooking', 'CombiBookingRequest', ['product_combi_details', '*'], []],
    ['CombiBooking', 'CombiBookingRequest', ['product_bundle_details', '*'], []],
    ['ProductTypeDetails', 'ProductTypeRequest', ['product_type_details', '*'], ['product_type_pass']],
    ['Pricing', 'PricingRequest', ['booking_pricing'], []],
    ['Pricing', 'PricingRequest', ['product_type_details', '*', 'product_type_pricing'], []],
  ])('is that of the OpenAPI file: what a %s has and a %s does not take', (whole, sent, place, kept) => {
    const only = names(whole).filter((name) => !names(sent).includes(name) && !kept.includes(name))
    expect(only.length).toBeGreaterThan(5)
    expect(inBooking(...place).sort()).toEqual(only.sort())
  })

  test.each([
    ['Contact', ['order_contacts', '*']],
    ['Address', ['order_contacts', '*', 'contact_address']],
    ['Note', ['order_contacts', '*', 'contact_notes', '*']],
    ['Note', ['order_notes', '*']],
    ['CheckoutField', ['order_checkout_fields', '*']],
  ])('is that of the OpenAPI file: %s at %j', (schema, place) => {
    const { properties = {} } = schemas[schema] ?? {}
    const readOnly = Object.keys(properties).filter((name) => properties[name]?.readOnly)
    expect(readOnly.length).toBeGreaterThan(0)
    expect(below(...place).sort()).toEqual(readOnly.sort())
  })
})

interface Schema {
  readonly properties?: Readonly<Record<string, { readonly readOnly?: boolean }>>
  readonly allOf?: readonly { readonly $ref?: string; readonly properties?: object }[]
}

const scalar = fc.oneof(fc.string(), fc.constantFrom(null, true, false), fc.integer(), fc.constant('12.50'))
const unknownFields = fc.dictionary(
  fc.stringMatching(/^[a-z_]{1,12}$/),
  fc.oneof(scalar, fc.jsonValue({ maxDepth: 2 })),
  {
    maxKeys: 4,
  },
)
const withSome = (names: readonly string[], rest: fc.Arbitrary<object> = unknownFields) =>
  fc
    .tuple(rest, fc.dictionary(fc.constantFrom(...names), scalar, { maxKeys: names.length }))
    .map(([others, own]) => ({ ...others, ...own }))
const list = (entry: fc.Arbitrary<unknown>) => fc.oneof(fc.array(entry, { maxLength: 3 }), fc.constant(null))
const aNote = withSome(['note_value', 'note_created', 'note_creator', 'note_date'])
const anOption = fc.constantFrom(undefined, null, '', [])

/** Orders with known fields, read-only ones, unknown ones, and everything missing, null or empty somewhere. */
const anOrder = fc
  .tuple(
    unknownFields,
    fc.record(
      {
        order_reference: fc.string(),
        order_version: fc.integer(),
        order_view_type: fc.string(),
        order_contacts: list(
          fc
            .tuple(
              withSome(['contact_uid', 'contact_email', 'contact_version', 'contact_created']),
              fc.record(
                { contact_address: withSome(['id', 'street']), contact_notes: list(aNote) },
                { requiredKeys: [] },
              ),
            )
            .map(([own, nested]) => ({ ...own, ...nested })),
        ),
        order_notes: list(aNote),
        order_pricing: fc.oneof(
          withSome(['price_total', 'price_variations', 'price_type']),
          fc.constant(null),
        ),
        order_checkout_fields: list(withSome(['checkout_field_id', 'checkout_field_title'])),
        order_bookings: list(withSome(['booking_reference'])),
        order_options: fc.oneof(
          anOption,
          fc.record({
            email_options: fc.oneof(
              anOption,
              fc.record({ email_types: fc.oneof(anOption, withSome(['send_tickets', 'send_receipt'])) }),
            ),
          }),
        ),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([others, own]) => ({ ...others, ...own }))
