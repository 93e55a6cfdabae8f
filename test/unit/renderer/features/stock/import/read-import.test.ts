import type { StockRow } from '@shared/features/stock'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessMapping, type ImportMapping } from '../../../../../../renderer/features/stock/import/mapping'
import { readImport, StockIndex } from '../../../../../../renderer/features/stock/import/read-import'
import { readFile } from '../../../../../../renderer/lib/table-file/read-file'

const row = (id: string, label: string, more: Partial<StockRow> = {}): StockRow => ({
  ...{ id, label, product: '62503', total: 10, reserved: 0, booked: 0, available: 10, active: true },
  ...more,
})
const [mug, bag] = [row('20261', 'Mug, blue'), row('20262', 'Bag')]
const rows = [
  mug,
  bag,
  row('20263', 'Closed', { active: false }),
  row('20264', 'Twin'),
  row('20265', 'Twin', { product: '62506' }),
  row('20266', '=1+1'),
]
const index = new StockIndex(rows, { 62503: 'Evening cruise', 62506: 'Museum' })
const options = { index, shown: ({ available }: StockRow) => available, limit: 500 }
const columns = { id: 0, label: 1, product: 2, available: 3 }
const mapping: ImportMapping = { hasHeading: true, columns }

const read = (...lines: string[][]) =>
  readImport(
    {
      rows: [['ID', 'Item', 'Product', 'Available'], ...lines],
      lines: [1, ...lines.keys()].map((_, at) => at + 1),
    },
    { ...options, mapping },
  )

describe('a line', () => {
  test('changes the row with its ID', () => {
    expect(read(['20261', '', '', '25'])).toEqual({
      changes: [{ line: 2, row: mug, before: 10, wanted: 25 }],
      ...{ same: 0, blank: 0, leftOut: [] },
    })
  })

  test.each([
    ['by name', ['', 'mug,  BLUE', '', '25'], '20261'],
    ['by name and title of the product', ['', 'Twin', 'Museum', '25'], '20265'],
    ['by name and ID of the product', ['', 'Twin', '62503', '25'], '20264'],
    ['by product alone, where it has but one row', ['', '', 'Museum', '25'], '20265'],
    ['by name, with the apostrophe of our own file', ['', "'=1+1", '', '25'], '20266'],
    ['by name, where a spreadsheet shortened the ID', ['2,0261E+19', 'Bag', '', '25'], '20262'],
  ])('finds its row %s', (_, line, id) => {
    expect(read(line).changes).toMatchObject([{ row: { id }, wanted: 25 }])
  })

  test.each([
    ['names a row that is not there', ['9', 'Bag', '', '25'], 'UNKNOWN', 'id', '9'],
    ['names none', ['', '', '', '25'], 'NO_KEY', 'id', ''],
    ['names two', ['', 'Twin', '', '25'], 'AMBIGUOUS', 'label', 'Twin'],
    ['has a shortened ID alone', ['2.0261E+19', '', '', '25'], 'ID_SHORTENED', 'id', '2.0261E+19'],
    ['is about a closed row', ['20263', '', '', '25'], 'CLOSED', 'available', '25'],
    ['has a formula', ['20261', '', '', '=1+1'], 'NOT_WHOLE', 'available', '=1+1'],
    ['has a decimal comma', ['20261', '', '', '12,5'], 'NOT_WHOLE', 'available', '12,5'],
    ['has a point that may mean thousands', ['20261', '', '', '1.200'], 'NOT_WHOLE', 'available', '1.200'],
    ['is below zero', ['20261', '', '', '-1'], 'BELOW_ZERO', 'available', '-1'],
    ['is 1e9 in other words', ['20261', '', '', '1e9'], 'NOT_WHOLE', 'available', '1e9'],
    ['has ten digits', ['20261', '', '', '1000000000'], 'TOO_MANY', 'available', '1000000000'],
    ["is above the person's limit", ['20261', '', '', '501'], 'ABOVE_LIMIT', 'available', '501'],
  ])('that %s is left out, and says where and why', (_, line, why, field, value) => {
    expect(read(line)).toEqual({ changes: [], same: 0, blank: 0, leftOut: [{ line: 2, field, value, why }] })
  })

  test('without a number leaves its row as it is, whatever it names', () => {
    expect(read(['9', '', '', ''])).toMatchObject({ changes: [], blank: 1, leftOut: [] })
  })

  test('with the number that the list shows is counted, not changed', () => {
    expect(read(['20261', '', '', '10'])).toMatchObject({ changes: [], same: 1, leftOut: [] })
  })
})

test('of two lines about one row neither is taken, also where they name it otherwise', () => {
  expect(read(['20261', '', '', '25'], ['20262', '', '', '5'], ['', 'Mug, blue', '', '30'])).toMatchObject({
    changes: [{ line: 3, row: bag }],
    leftOut: [
      { line: 2, why: 'DOUBLED', value: '25' },
      { line: 4, why: 'DOUBLED', value: '30' },
    ],
  })
})

describe('whatever is in a file', () => {
  const cell = fc.oneof(
    fc.constantFrom(...rows.map(({ id }) => id), ...rows.map(({ label }) => label ?? '')),
    fc.integer({ min: -20, max: 600 }).map(String),
    fc.constantFrom(
      '1e9',
      '12,5',
      '1.200',
      '1 200',
      '1\u00a0200',
      '=HYPERLINK("x")',
      '@SUM(A1)',
      '"',
      '""',
      "'7",
    ),
    fc.constantFrom('\u202e12', '٣', '１２', '0x10', 'NaN', 'Infinity', '-0', '+3', '', ' ', '<img src=x>'),
    fc.string({ unit: 'binary' }),
  )
  const ends = fc.constantFrom('\n', '\r\n', '\r')
  const text = fc
    .tuple(
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      ends,
      fc.constantFrom('', '\uFEFF', 'Stock ID;Stock item;Product;Available\n', 'sep=,\n'),
    )
    .map(([lines, separator, end, begin]) => begin + lines.map((line) => line.join(separator)).join(end))
  const encode = (from: string, as: 'utf-8' | 'utf-16') =>
    as === 'utf-8'
      ? new TextEncoder().encode(from)
      : new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(from, (c) => c.charCodeAt(0)).buffer)])
  const at = fc.option(fc.nat(5), { nil: undefined })

  test('only a readable whole number of an open row that is there changes it, and every line is counted once', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom('utf-8' as const, 'utf-16' as const),
        fc.option(fc.record({ id: at, label: at, product: at, available: at }), { nil: undefined }),
        async (content, as, chosen) => {
          const file = new Blob([encode(content, as)])
          const result = await readFile(file, { rows: 1000, text: 100_000, unpacked: 100_000 })
          if ('problem' in result) return
          const { table } = result
          const guess = guessMapping(table, index)
          const columns = Object.fromEntries(
            Object.entries(chosen ?? guess.columns).filter(([, column]) => column !== undefined),
          )
          const mapping = { hasHeading: guess.hasHeading, columns }
          const { changes, same, blank, leftOut } = readImport(table, { ...options, mapping })

          expect(changes.length + same + blank + leftOut.length).toBe(
            table.rows.length - (guess.hasHeading ? 1 : 0),
          )
          expect(new Set(changes.map(({ row: { id } }) => id)).size).toBe(changes.length)
          for (const { line, row: changed, wanted } of changes) {
            expect(changed.active).toBe(true)
            expect(wanted).not.toBe(changed.available)
            expect(Number.isInteger(wanted) && wanted >= 0 && wanted <= 500).toBe(true)
            // The line itself says the number, in digits that anybody reads so.
            const cells = table.rows[table.lines.indexOf(line)] ?? []
            const digits = (cells[mapping.columns.available ?? -1] ?? '').replace(/[+\s]/g, '')
            expect(digits.replace(/^-(?=0+$)/, '').replace(/^0+(?=\d)/, '')).toBe(String(wanted))
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
