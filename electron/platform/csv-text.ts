import type { Options } from 'csv-stringify'
import { stringify } from 'csv-stringify/sync'

/** One cell. `undefined` is an empty one. Amounts are decimal strings, as everywhere. */
export type CsvCell = string | number | undefined
export type CsvRow = readonly CsvCell[]

/** A minus before a plain number begins no formula, and finance wants to add it up. */
const isNumber = (text: string): boolean => /^-\d+(?:\.\d+)?$/.test(text)

/**
 * How CSV is written: RFC 4180. Text that a spreadsheet would run as a formula is preceded by an apostrophe: names and
 * notes are written by strangers. The separator is the comma whatever the language: with the semicolon a spreadsheet
 * that writes numbers with a comma would split the lines and then take the amount 1.05 for the first of May, silently.
 */
export const csvOptions: Options = {
  record_delimiter: '\r\n',
  // The library looks for the whole line end only, and a note may hold half of it.
  quoted_match: /[\r\n]/,
  escape_formulas: true,
  cast: { string: (value) => (isNumber(value) ? { value, escape_formulas: false } : value) },
}

/** Lines of CSV, for a text that is put together from many. */
export const csvText = (rows: readonly CsvRow[]): string => stringify([...rows], csvOptions)

/** A byte order mark, by which a spreadsheet sees that it is UTF-8, and the line of headings. */
export const csvStart = (headings: readonly string[]): string => `\uFEFF${csvText([headings])}`
