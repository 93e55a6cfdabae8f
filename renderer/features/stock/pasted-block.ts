import { readPieces, type StockProblem, type StockRow } from '@shared/features/stock'
import Papa from 'papaparse'
import type { WantedPieces } from './edits'

/** Longest text that is taken from the clipboard: some 100,000 rows of numbers. */
const mostText = 2_000_000
/** Most rows of a block. */
const mostRows = 100_000
/** What a cell may hold so that a number can be in it; all else is cut before it is read. */
const mostOfCell = 40

export type BlockProblem = 'TOO_LARGE' | 'EMPTY' | 'NO_COLUMN'

/** A block as a spreadsheet puts it on the clipboard, reduced to one column of it. */
export type PastedBlock = { readonly cells: readonly string[] } | { readonly problem: BlockProblem }

/**
 * Takes one column out of pasted text: lines of cells between tabs, quoted as spreadsheets do where a cell holds a line
 * break. Nothing in it is run or shown; it is numbers or it is left out.
 * @param at place of the wanted column in the block, from 0; below zero when the block does not reach it
 */
export function readBlock(text: string, at: number): PastedBlock {
  if (text.length > mostText) return { problem: 'TOO_LARGE' }
  if (at < 0) return { problem: 'NO_COLUMN' }
  const rows = parse(
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/\n$/, ''),
  )
  if (rows.length > mostRows) return { problem: 'TOO_LARGE' }
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) return { problem: 'EMPTY' }
  if (rows.every((row) => row.length <= at)) return { problem: 'NO_COLUMN' }
  return { cells: rows.map((row) => (row[at] ?? '').slice(0, mostOfCell)) }
}

/** A quote that never closes is a letter, so that it does not swallow the rows below it. */
function parse(text: string): string[][] {
  const read = (quoteChar: string) =>
    Papa.parse<string[]>(text, { delimiter: '\t', newline: '\n', quoteChar, preview: mostRows + 1 })
  const quoted = read('"')
  return (quoted.errors.some(({ type }) => type === 'Quotes') ? read('\0') : quoted).data
}

/** A cell of the block that makes no edit: which line of it, from 1, and why. */
export interface LeftOut {
  readonly line: number
  readonly why: StockProblem | 'CLOSED' | 'NO_ROW'
}

/**
 * What the cells of a block want of the rows that they fall on, one after the other. An empty cell leaves its row as it
 * is.
 * @param limit most pieces that the person allows
 */
export function wantedOfBlock(
  cells: readonly string[],
  rows: readonly StockRow[],
  limit: number | undefined,
): { readonly wanted: readonly WantedPieces[]; readonly leftOut: readonly LeftOut[] } {
  const wanted: WantedPieces[] = []
  const leftOut: LeftOut[] = []
  for (const [at, cell] of cells.entries()) {
    if (cell.trim() === '') continue
    const row = rows[at]
    const read = readPieces(cell, limit)
    const line = at + 1
    if (!row) leftOut.push({ line, why: 'NO_ROW' })
    else if (row.active === false) leftOut.push({ line, why: 'CLOSED' })
    else if ('problem' in read) leftOut.push({ line, why: read.problem })
    else wanted.push({ stock: row.id, now: row, wanted: read.pieces })
  }
  return { wanted, leftOut }
}
