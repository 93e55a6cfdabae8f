import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type CsvRow, csvStart, csvText } from './csv-text'
import { type PartNotes, replaceFile } from './write-file'

export type { CsvCell, CsvRow } from './csv-text'

export interface CsvContent {
  readonly header: readonly string[]
  /** Taken one by one as the disk takes them, so the whole is never in memory. */
  readonly rows: Iterable<CsvRow> | AsyncIterable<CsvRow>
  /** Stops the writing; nothing of the file stays behind, and the promise rejects with an AbortError. */
  readonly signal?: AbortSignal
  /** Remember its part while it is written. */
  readonly notes?: PartNotes
}

/**
 * Writes a CSV file as a spreadsheet opens it: in UTF-8 with a byte order mark, its lines as {@link csvText} has them.
 * @param path as the person chose it; what was there is replaced once the new file is complete
 * @throws what the disk or `rows` throws; then there is no new file, and the old one is as it was
 */
export async function writeCsv(path: string, { header, rows, signal, notes }: CsvContent): Promise<void> {
  async function* lines() {
    yield csvStart(header)
    for await (const row of rows) yield csvText([row])
  }
  await replaceFile(
    path,
    (part) =>
      pipeline(Readable.from(lines()), createWriteStream(part, { flags: 'wx', mode: 0o600 }), { signal }),
    notes,
  )
}
