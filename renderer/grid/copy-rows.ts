/** A column as it is copied: its heading and the raw value of a row. */
export interface CopyColumn<Row> {
  readonly header: string
  readonly value: (row: Row) => string
}

/**
 * Rows as tab-separated text with headings, for a spreadsheet. Values are the raw ones; tabs and line breaks in them
 * become blanks.
 */
export const rowsAsTsv = <Row>(rows: readonly Row[], columns: readonly CopyColumn<Row>[]): string =>
  [headingsAsTsv(columns), rowsBelowAsTsv(rows, columns)].filter(Boolean).join('\n')

/** The first line of {@link rowsAsTsv}. */
export const headingsAsTsv = <Row>(columns: readonly CopyColumn<Row>[]): string =>
  columns.map(({ header }) => oneLine(header)).join('\t')

/** The lines of {@link rowsAsTsv} below its first one, for rows that come in parts. */
export const rowsBelowAsTsv = <Row>(rows: readonly Row[], columns: readonly CopyColumn<Row>[]): string =>
  rows.map((row) => columns.map(({ value }) => spreadsheetSafe(oneLine(value(row)))).join('\t')).join('\n')

const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ')

/**
 * A guest may be called `=HYPERLINK(…)`: a spreadsheet would run that. Amounts and phone numbers keep their sign.
 */
function spreadsheetSafe(text: string): string {
  return /^[=@]/.test(text) || /^[+-](?![\d.,\s()]*$)/.test(text) ? `'${text}` : text
}
