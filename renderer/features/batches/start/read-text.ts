import Papa from 'papaparse'
import { mostRows, mostText, type TableResult, toTable } from './table'

/** Quotes of other tools around a whole cell. */
const quoted = /^'(.*)'$/s

/**
 * Rows and cells of a text: one reference a line, or CSV with commas, semicolons or tabs. Any line ends, a byte order mark
 * and quotes are taken as they come; a quote that never closes is a letter, so that it does not swallow what follows.
 */
export function readText(text: string): TableResult {
  if (text.length > mostText) return { problem: 'TOO_LARGE' }
  if (text.includes('\0')) return { problem: 'BINARY' }
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const parse = (quoteChar: string) =>
    Papa.parse<string[]>(plain, {
      newline: '\n',
      quoteChar,
      delimitersToGuess: ['\t', ';', ','],
      skipEmptyLines: 'greedy',
      preview: mostRows + 1,
    })
  const first = parse('"')
  const { data } = first.errors.some(({ type }) => type === 'Quotes') ? parse('\0') : first
  return toTable(data.map((row) => row.map((cell) => cell.trim().replace(quoted, '$1'))))
}

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
