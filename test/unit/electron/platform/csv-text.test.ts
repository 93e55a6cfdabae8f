import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvStart, csvText } from '../../../../electron/platform/csv-text'

const plainNumber = /^-\d+(?:\.\d+)?$/
/** The same by a library that the field trusts. */
const byLibrary = (rows: (string | number | undefined)[][]) =>
  stringify(rows, {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: {
      string: (value) => {
        if (plainNumber.test(value)) return { value, escape_formulas: false }
        // The one beginning that it leaves as it is.
        return value.startsWith('\n') ? `'${value}` : value
      },
    },
  })

const tricky = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '"',
  ',',
  ' ',
  "'",
  '\uFF1D',
  '1',
  '.',
  'é',
  '😀',
)
const cell = fc.oneof(
  fc.array(tricky, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string(),
  fc.integer(),
  fc.constant(undefined),
)

test('lines of CSV are those of csv-stringify, whatever the cells hold', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 4 }), (rows) => {
      expect(csvText(rows)).toBe(byLibrary(rows))
    }),
    { numRuns: 2000 },
  )
})

test.each(['=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'])(
  'text that begins with %j is preceded by an apostrophe',
  (beginning) => {
    const quote = /[\r\n]/.test(beginning) ? '"' : ''
    expect(csvText([[`${beginning}cmd`]])).toBe(`${quote}'${beginning}cmd${quote}\r\n`)
  },
)

test('a file begins with a byte order mark and its headings', () => {
  expect(csvStart(['Order', 'Guest, e-mail'])).toBe('\uFEFFOrder,"Guest, e-mail"\r\n')
})
