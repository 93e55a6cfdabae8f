import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { type CsvRow, csvOptions } from './csv-text'
import { replaceFile } from './write-file'

export type { CsvCell, CsvRow } from './csv-text'

export interface CsvContent {
  readonly header: readonly string[]
  /** Taken one by one as the disk takes them, so the whole is never in memory. */
  readonly rows: Iterable<CsvRow> | AsyncIterable<CsvRow>
  /** Stops the writing; nothing of the file stays behind, and the promise rejects with an AbortError. */
  readonly signal?: AbortSignal
}

/**
 * Writes a CSV file as a spreadsheet opens it: RFC 4180, in UTF-8 with a byte order mark. Text that a spreadsheet
 * would run as a formula is preceded by an apostrophe: names and notes are written by strangers.
 * @param path as the person chose it; what was there is replaced once the new file is complete
 * @throws what the disk or `rows` throws; then there is no new file, and the old one is as it was
 */
export async function writeCsv(path: string, { header, rows, signal }: CsvContent): Promise<void> {
  const format = stringify({
    ...csvOptions,
    bom: true,
    columns: [...header],
    header: true,
  })
  await replaceFile(path, (part) =>
    pipeline(Readable.from(rows), format, createWriteStream(part, { flags: 'wx' }), { signal }),
  )
}
