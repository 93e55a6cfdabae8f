/** Words that head a column of references in what people paste. */
const heading = /^(order|booking|external)?[ _-]*(reference|ref|number|id)s?$/i

/**
 * References out of what somebody pasted or dropped as text or CSV: one a line, the first cell of each that is not
 * empty, without quotes; a first line that only names the column is left out. What is on one line without a tab, comma
 * or semicolon is one reference. Doubles stay: the plan tells of them.
 */
export function readReferences(text: string): string[] {
  const cells = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .map((line) => firstCell(line))
    .filter((cell) => cell !== '')
  return cells[0] !== undefined && heading.test(cells[0]) ? cells.slice(1) : cells
}

function firstCell(line: string): string {
  const cells = line.split(/[\t,;]/).map((cell) =>
    cell
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim(),
  )
  return cells.find((cell) => cell !== '') ?? ''
}
