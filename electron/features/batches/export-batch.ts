import { basename } from 'node:path'
import type { BatchLine, batchesOperations, LineState } from '@shared/features/batches'
import type { Handler, OutputOf } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { deskOffset, toRequestDateTime } from '@shared/kernel/time'
import type { FileNotes, Journal } from '../../journal'
import { type CsvRow, writeCsv } from '../../platform/csv'
import type { ChooseSavePath } from '../../platform/save-dialog'
import { StoreError } from '../../platform/store-client'
import type { LineReader } from './read-lines'

type ExportBatch = (typeof batchesOperations)['exportBatch']
type Outcome = OutputOf<ExportBatch>

export interface ExportBatchDeps {
  readonly journal: Pick<Journal, 'store'>
  readonly chooseSavePath: ChooseSavePath
  readonly reader: Pick<LineReader, 'show'>
  readonly notes: FileNotes
  /** Runs what reads the journal; a journal that cannot be read is NO_JOURNAL. */
  readonly reading: <T, Code extends string>(
    work: () => Promise<Result<T, AppError<Code>>>,
  ) => Promise<Result<T, AppError<Code | 'NO_JOURNAL'>>>
}

/** Lines that are read at once. */
const linesAtOnce = 200

/** What a person has to do about a line; the same in every language, as the columns are. */
const nextSteps: Readonly<Record<LineState, string>> = {
  queued: 'wait',
  sending: 'wait',
  'at-supplier': 'wait',
  unknown: 'wait',
  'needs-review': 'review',
  done: 'none',
  failed: 'try_again',
  withdrawn: 'none',
  'partly-done': 'look',
  'not-sent': 'look',
}

const moment = (at: number | undefined) =>
  at === undefined ? undefined : toRequestDateTime(at, deskOffset(at))

const columns: Readonly<Record<string, (line: BatchLine) => string | number | undefined>> = {
  line: ({ line }) => line,
  reference: ({ reference }) => reference,
  order_reference: ({ order }) => order,
  booking_reference: ({ booking }) => booking,
  state: ({ state }) => state,
  error: ({ error, why }) => error?.code ?? why,
  server_error: ({ error }) => error?.serverCode,
  next_step: ({ state }) => nextSteps[state],
  currency: ({ currency }) => currency,
  total_before: ({ totalBefore }) => totalBefore,
  total_after: ({ totalAfter }) => totalAfter,
  refunded: ({ refunded }) => refunded,
  differs: ({ differences }) => differences?.map(({ what }) => what).join(' '),
  files: ({ files }) => files?.join(' '),
  updated_at: ({ updatedAt }) => moment(updatedAt),
  operations: ({ operations }) => operations.join(' '),
}

/** Writes all lines of a batch as CSV, page by page, where the person says. */
export function createExportBatch({
  journal,
  chooseSavePath,
  reader,
  reading,
  notes,
}: ExportBatchDeps): Handler<ExportBatch> {
  const store = journal.store.batches

  async function* rowsOf(batch: string): AsyncGenerator<CsvRow> {
    for (let offset = 0; ; offset += linesAtOnce) {
      const { lines, total } = await store.lines(batch, { offset, limit: linesAtOnce })
      for (const line of await reader.show(lines)) {
        yield Object.values(columns).map((cell) => cell(line))
      }
      if (offset + linesAtOnce >= total) return
    }
  }

  return ({ batch }, caller) =>
    reading<Outcome, 'FILE_NOT_WRITTEN'>(async () => {
      const record = await store.get(batch)
      if (!record) return err(appError('NOT_FOUND', `there is no batch ${batch}`))
      const day = moment(record.createdAt)?.slice(0, 10)
      const kind = { name: 'CSV', extension: 'csv' }
      const path = await chooseSavePath({ name: `batch-${day}.csv`, kind }, caller)
      if (path === undefined) return ok({})
      try {
        const partNotes = await notes.file({ profile: record.profile }, path)
        await writeCsv(path, { header: Object.keys(columns), rows: rowsOf(batch), notes: partNotes })
        return ok({ savedAs: basename(path) })
      } catch (thrown) {
        if (thrown instanceof StoreError) throw thrown
        const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
        return err(
          appError('FILE_NOT_WRITTEN', `the file could not be written: ${code}`, { params: { code } }),
        )
      }
    })
}
