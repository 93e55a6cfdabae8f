import Papa from 'papaparse'
import { type TableLimits, type TableResult, TableRows } from './table'

/** Quotes of other tools around a whole cell. */
const quoted = /^'(.*)'$/s
/** A first line by which Excel is told the separator. */
const separatorLine = /^sep=([,;\t|])\n/i

/**
 * Rows and cells of a text: one value a line, or CSV with commas, semicolons, tabs or bars. Any line ends, a byte order mark
 * and quotes are taken as they come; a quote that never closes is a letter, so that it does not swallow what follows.
 */
export function readText(text: string, limits: TableLimits): TableResult {
  if (text.length > limits.text) return { problem: 'TOO_LARGE' }
  if (text.includes('\0')) return { problem: 'BINARY' }
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const rows = collect(plain, '"', limits) ?? collect(plain, '\0', limits)
  return rows?.result() ?? { problem: 'BROKEN' }
}

/** `undefined` where a quote is out of place. */
function collect(text: string, quoteChar: string, limits: TableLimits): TableRows | undefined {
  const [told = '', separator] = separatorLine.exec(text) ?? []
  const body = text.slice(told.length)
  const rows = new TableRows(limits)
  let line = told === '' ? 1 : 2
  let isBroken = false
  Papa.parse<string[]>(body, {
    newline: '\n',
    quoteChar,
    delimiter: separator ?? guessSeparator(body, quoteChar),
    step: ({ data, errors }, parser) => {
      isBroken = errors.some(({ type }) => type === 'Quotes')
      const goesOn = !isBroken && rows.add(data.map(unquoted), line)
      if (!goesOn) parser.abort()
      line += 1 + data.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
    },
  })
  return isBroken ? undefined : rows
}

/** Characters by whose lines a separator is known. */
const judged = 100_000

/** Without lines that hold nothing, such as the last one: with few lines they would outvote the others. */
const guessSeparator = (text: string, quoteChar: string): string =>
  Papa.parse<string[]>(text.slice(0, judged), {
    newline: '\n',
    quoteChar,
    delimitersToGuess: ['\t', ';', ',', '|'],
    skipEmptyLines: 'greedy',
    preview: 20,
  }).meta.delimiter

const unquoted = (cell: string): string => cell.trim().replace(quoted, '$1')

/** The text of a file: UTF-8, UTF-16 with its mark, else what Windows writes in Western Europe. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
