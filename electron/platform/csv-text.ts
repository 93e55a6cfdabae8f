/** One cell. `undefined` is an empty one. Amounts are decimal strings, as everywhere. */
export type CsvCell = string | number | undefined
export type CsvRow = readonly CsvCell[]

const needsQuotes = /[",\r\n]/
/** What a spreadsheet may take for the beginning of a formula; some make the wide forms narrow, and pass over line breaks. */
const beginsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
/** A minus before a plain number begins no formula, and finance wants to add it up. */
const isNumber = /^-\d+(?:\.\d+)?$/

/**
 * Lines of CSV, as RFC 4180 has it. Text that a spreadsheet would run as a formula is preceded by an apostrophe: names and
 * notes are written by strangers. The separator is the comma whatever the language: with the semicolon a spreadsheet that
 * writes numbers with a comma would split the lines and then take the amount 1.05 for the first of May, silently.
 *
 * Our own, because a library takes ten times as long, and a year of orders is a million lines; a test holds it to one.
 */
export function csvText(rows: Iterable<CsvRow>): string {
  let text = ''
  for (const row of rows) {
    let separator = ''
    for (const cell of row) {
      text += separator
      separator = ','
      if (cell !== undefined) text += typeof cell === 'string' ? csvCell(cell) : cell
    }
    text += '\r\n'
  }
  return text
}

function csvCell(cell: string): string {
  const text = beginsFormula.test(cell) && !isNumber.test(cell) ? `'${cell}` : cell
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A byte order mark, by which a spreadsheet sees that it is UTF-8, and the line of headings. */
export const csvStart = (headings: readonly string[]): string => `\uFEFF${csvText([headings])}`
