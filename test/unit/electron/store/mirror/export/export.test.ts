import { parseXml, XmlElement } from '@rgrove/parse-xml'
import type { ExportColumnId, ExportKind, MirrorQuery } from '@shared/features/mirror'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { ExportEnd } from '../../../../../../electron/store/mirror/protocol'
import { layoutOf } from '../../../../../support/export-layout'
import { openedMirror, orderLike, smallOrder } from '../../../../../support/mirror-orders'

type Opened = Awaited<ReturnType<typeof openedMirror>>
const newestFirst: MirrorQuery = { filters: {}, sort: { by: 'created', direction: 'desc' } }
const now = 5000

interface Asked {
  readonly list?: number
  readonly columns?: readonly ExportColumnId[]
  readonly choice?: { readonly kind: 'some' | 'all-but'; readonly references: string[] }
  readonly query?: MirrorQuery
  /** Between two parts. */
  readonly meanwhile?: () => Promise<unknown>
}

/** The whole file, its parts, and what it came to. */
async function exported({ methods }: Opened, as: ExportKind, asked: Asked = {}) {
  const { columns, meanwhile, list, choice, query = newestFirst } = asked
  const begun = await methods['mirror.beginExport']({
    ...{ list, choice, query, as, now },
    layout: layoutOf(columns),
  })
  if (begun === 'gone') throw new Error('the list is gone')
  const parts: Uint8Array[] = []
  let end: ExportEnd | undefined
  while (!end) {
    const part = await methods['mirror.nextOfExport']({ export: begun.export })
    if (part === 'gone') throw new Error('the export is gone')
    parts.push(part.bytes)
    end = part.end
    await meanwhile?.()
  }
  return { bytes: Buffer.concat(parts), parts: parts.length, end, of: begun.orders, number: begun.export }
}

const made = (number: number, changes: Readonly<Record<string, unknown>> = {}) =>
  smallOrder({
    order_reference: `ORDRREF${String(number).padStart(5, '0')}`,
    order_created: new Date(1_770_000_000_000 + number * 1000).toISOString(),
    ...changes,
  })

/** An order of one booking that costs so much. */
const priced = (number: number, amount: string, currency: string) =>
  made(number, {
    order_pricing: { price_total: amount },
    order_bookings: [{ booking_reference: `B${number}`, product_currency_code: currency }],
  })

async function csvRows(mirror: Opened, asked?: Asked): Promise<string[][]> {
  const { bytes } = await exported(mirror, 'csv', asked)
  const text = bytes.toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const { data, errors } = Papa.parse<string[]>(text.slice(1), {
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data
}

describe('CSV', () => {
  test('has the columns asked for, in their order, under their headings, with raw values', async () => {
    const mirror = await openedMirror()
    const order = orderLike()
    await mirror.take([order])
    const columns = ['total', 'reference', 'created', 'payment', 'status'] as const
    const [header, row] = await csvRows(mirror, { columns })
    expect(header).toEqual(['total', 'currency', 'reference', 'created', 'payment', 'status'])
    const { rows } = await mirror.methods['mirror.query']({ query: newestFirst, rows: 1 })
    const [shown] = rows
    expect(row).toEqual([
      shown?.total,
      shown?.currency.kind === 'one' ? shown.currency.code : '',
      order.order_reference,
      order.order_created,
      `the word for ${shown?.payment}`,
      order.order_status,
    ])
  })

  test('parsed back is what the rows hold, whatever strangers wrote, and none of it a formula', async () => {
    const mirror = await openedMirror()
    const cruel = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '=1+1',
        '+31 6',
        '-2+3',
        '@SUM(A1)',
        '\t=1',
        '\r=1',
        '\n=1',
        '"',
        ';',
        ',',
        'a\r\nb',
        '-12.50',
        '-x',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(cruel, { minLength: 1, maxLength: 30 }), async (texts) => {
        const references = texts.map((_, at) => made(at).order_reference as string)
        await mirror.take(
          texts.map((text, at) => made(at, { order_external_reference: text })),
          fc.sample(fc.integer({ min: 1, max: 1_000_000 }), 1)[0] ?? 1,
        )
        const held = await mirror.methods['mirror.query']({ query: newestFirst, rows: 500 })
        const choice = { kind: 'some', references } as const
        const columns = ['reference', 'externalReference'] as const
        const [, ...rows] = await csvRows(mirror, { columns, choice: { ...choice, references } })
        const wanted = held.rows.filter(({ reference }) => references.includes(reference))
        expect(rows.map(([reference]) => reference)).toEqual(wanted.map(({ reference }) => reference))
        for (const [at, [, cell = '']] of rows.entries()) {
          expect(cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')).toBe(wanted[at]?.externalReference ?? '')
          if (!/^-\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('of a list of no orders is its headings', async () => {
    const mirror = await openedMirror()
    expect(await csvRows(mirror, { columns: ['reference'] })).toEqual([['reference']])
  })
})

const attribute = (cell: XmlElement, name: string) => cell.attributes[name]
const elements = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.flatMap((child) =>
    child instanceof XmlElement ? [...(child.name === name ? [child] : []), ...elements(child, name)] : [],
  )

/** Cells of the first sheet by row: their type and what they hold. */
function sheetOf(bytes: Uint8Array): { type: string; text: string }[][] {
  const sheet = unzipSync(bytes)['xl/worksheets/sheet1.xml']
  const { root } = parseXml(strFromU8(sheet ?? new Uint8Array()))
  return elements(root as XmlElement, 'row').map((row) =>
    elements(row, 'c').map((cell) => ({
      type: attribute(cell, 't') ?? 'n',
      text: elements(cell, attribute(cell, 't') === undefined ? 'v' : 't')[0]?.text ?? '',
    })),
  )
}

describe('a workbook', () => {
  test('has amounts as numbers with their currency beside them, and what is not exact as text', async () => {
    const mirror = await openedMirror()
    await mirror.take([priced(1, '-20.50', 'EUR'), priced(2, '12345678901234567.89', 'EUR'), made(3)])
    const { bytes } = await exported(mirror, 'xlsx', { columns: ['reference', 'total'] })
    expect(sheetOf(bytes)).toEqual([
      ['reference', 'total', 'currency'].map((text) => ({ type: 'inlineStr', text })),
      [
        { type: 'inlineStr', text: 'ORDRREF00003' },
        { type: 'n', text: '' },
      ],
      [
        { type: 'inlineStr', text: 'ORDRREF00002' },
        { type: 'inlineStr', text: '12345678901234567.89' },
        { type: 'inlineStr', text: 'EUR' },
      ],
      [
        { type: 'inlineStr', text: 'ORDRREF00001' },
        { type: 'n', text: '-20.5' },
        { type: 'inlineStr', text: 'EUR' },
      ],
    ])
  })

  test('has moments as dates by their own clock, with their offset beside them (rule 48)', async () => {
    const mirror = await openedMirror()
    await mirror.take([made(1, { order_created: '2026-03-01T10:30:00+05:30' })])
    const { bytes } = await exported(mirror, 'xlsx', { columns: ['created'] })
    const day = (Date.parse('2026-03-01T10:30:00Z') - Date.UTC(1899, 11, 30)) / 86_400_000
    const [header, row] = sheetOf(bytes)
    expect(header?.map(({ text }) => text)).toEqual(['created', 'created: UTC offset'])
    expect(Number(row?.[0]?.text)).toBeCloseTo(day, 9)
    expect(row?.[0]?.type).toBe('n')
    expect(row?.[1]).toEqual({ type: 'inlineStr', text: '+05:30' })
  })

  test('has no formula, and every text as it is', async () => {
    const mirror = await openedMirror()
    const texts = ['=1+1', '<b>&amp;"', ' room ', '日本語', 'bell\u0007']
    await mirror.take(texts.map((text, at) => made(at, { order_channel: text })))
    const { bytes } = await exported(mirror, 'xlsx', { columns: ['channel'] })
    expect(strFromU8(bytes)).not.toContain('<f>')
    const held = await mirror.methods['mirror.query']({ query: newestFirst, rows: 10 })
    const cells = sheetOf(bytes)
      .slice(1)
      .map(([cell]) => cell?.text.replace('_x0007_', '\u0007'))
    expect(cells).toEqual(held.rows.map(({ channel }) => channel))
  })
})

test('JSON Lines have each order as it was received, to the digit, on one line', async () => {
  const mirror = await openedMirror()
  const order =
    '{\n  "order_reference":"ORDRREF1",\r\n"order_created":"2026-03-01T10:00:00Z", "big":159118380521834001,"amount":20.50}'
  await mirror.methods['mirror.take']({ text: `{"data":{"order":${order}}}`, askedAt: 1 })
  const { bytes } = await exported(mirror, 'jsonl')
  expect(bytes.toString()).toBe(
    '{   "order_reference":"ORDRREF1", "order_created":"2026-03-01T10:00:00Z", "big":159118380521834001,"amount":20.50}\n',
  )
})

describe.each(['csv', 'xlsx', 'jsonl'] as const)('as %s', (as) => {
  test('the totals are those of the same list', async () => {
    const mirror = await openedMirror()
    const currencies = ['EUR', 'JPY', 'KWD']
    await mirror.take([
      ...Array.from({ length: 250 }, (_, at) =>
        priced(at, at % 7 === 0 ? 'free' : `${at}`, currencies[at % 3] ?? ''),
      ),
      orderLike(),
    ])
    const { list } = await mirror.methods['mirror.query']({ query: newestFirst, rows: 1 })
    const { end, of } = await exported(mirror, as, { list })
    expect(end).toEqual({ totals: await mirror.methods['mirror.totals']({ list }), leftOut: 0, readSince: 0 })
    expect([of, end.totals.orders]).toEqual([251, 251])
  })
})

describe('what is written', () => {
  const columns = ['reference'] as const
  const wide = { order_external_reference: 'x'.repeat(300) }
  /** So wide that a file of them has several parts. */
  const many = async (count = 2000) => {
    const mirror = await openedMirror()
    for (let from = 0; from < count; from += 1000) {
      await mirror.take(Array.from({ length: 1000 }, (_, at) => made(from + at, wide)))
    }
    return mirror
  }

  test('is what is chosen, in the order of the list', async () => {
    const mirror = await openedMirror()
    await mirror.take([1, 2, 3, 4].map((number) => made(number)))
    const references = ['ORDRREF00002', 'ORDRREF00004', 'ORDRREF99999']
    const some = await csvRows(mirror, { columns, choice: { kind: 'some', references } })
    expect(some.slice(1)).toEqual([['ORDRREF00004'], ['ORDRREF00002']])
    const others = await csvRows(mirror, { columns, choice: { kind: 'all-but', references } })
    expect(others.slice(1)).toEqual([['ORDRREF00003'], ['ORDRREF00001']])
  })

  test('is the list as it was when it began, while others ask for lists, orders come in, and one is removed', async () => {
    const mirror = await many()
    let turns = 0
    const meanwhile = async () => {
      turns++
      for (let n = 0; n < 7; n++) await mirror.methods['mirror.query']({ query: newestFirst, rows: 1 })
      if (turns > 1) return
      await mirror.take([made(90_000)], now + 1)
      await mirror.take([made(5, { ...wide, order_version: 2, order_status: 'LATER' })], now + 1)
      await mirror.methods['mirror.remove']({ references: ['ORDRREF00007'] })
    }
    const { bytes, end, parts } = await exported(mirror, 'csv', {
      columns: ['reference', 'status', 'externalReference'],
      meanwhile,
    })
    expect(parts).toBeGreaterThan(2)
    const [, ...rows] = Papa.parse<string[]>(bytes.toString().slice(1), { skipEmptyLines: true }).data
    expect(rows).toHaveLength(1999)
    expect(rows.at(-1)).toEqual(['ORDRREF00000', 'ORDER_CONFIRMED', 'x'.repeat(300)])
    expect(rows.at(-6)).toEqual(['ORDRREF00005', 'LATER', 'x'.repeat(300)])
    expect(rows.flat()).not.toContain('ORDRREF00007')
    expect(rows.flat()).not.toContain('ORDRREF90000')
    expect(end).toMatchObject({ leftOut: 1, readSince: 1, totals: { orders: 1999 } })
  })

  test('is given up for the next one, and when nobody wants it any more', async () => {
    const mirror = await many()
    const begin = () =>
      mirror.methods['mirror.beginExport']({ query: newestFirst, as: 'csv', layout: layoutOf(), now })
    const next = (begun: Awaited<ReturnType<typeof begin>>) =>
      mirror.methods['mirror.nextOfExport']({ export: begun === 'gone' ? 0 : begun.export })
    const first = await begin()
    const second = await begin()
    expect(await next(first)).toBe('gone')
    expect(await next(second)).toMatchObject({ orders: expect.any(Number) })
    if (second !== 'gone') mirror.methods['mirror.endExport']({ export: second.export })
    expect(await next(second)).toBe('gone')
  })
})

test('the files that were written are remembered, the latest first, each place once', async () => {
  const { methods } = await openedMirror()
  await methods['mirror.noteFile']({ path: '/a.csv', at: 1, kind: 'csv', orders: 5 })
  await methods['mirror.noteFile']({ path: '/b.xlsx', at: 2, kind: 'xlsx', orders: 6 })
  await methods['mirror.noteFile']({ path: '/a.csv', at: 3, kind: 'csv', orders: 7 })
  expect(methods['mirror.files']({})).toEqual([
    { path: '/a.csv', at: 3, kind: 'csv', orders: 7 },
    { path: '/b.xlsx', at: 2, kind: 'xlsx', orders: 6 },
  ])
  await methods['mirror.forgetFile']({ path: '/a.csv' })
  expect(methods['mirror.files']({})).toEqual([{ path: '/b.xlsx', at: 2, kind: 'xlsx', orders: 6 }])
})
