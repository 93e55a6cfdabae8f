import { basename } from 'node:path'
import type { operationsOperations } from '@shared/features/operations'
import type { Handlers, OutputOf, ParsedInputOf } from '@shared/ipc/define'
import type { EventPayload } from '@shared/ipc/events'
import { appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { type FileNotesDeps, fileNotes, type Journal } from '../../journal'
import { type CsvRow, writeCsv } from '../../platform/csv'
import { datedName } from '../../platform/dated-name'
import type { ChooseSavePath } from '../../platform/save-dialog'
import { StoreError } from '../../platform/store-client'
import { written } from '../../platform/write-file'
import { operationHeader, operationRow } from './operation-rows'
import { readJournal, type ShowAll } from './read-journal'

type Exports = Pick<typeof operationsOperations, 'exportOperations' | 'stopExport'>
type Outcome = OutputOf<Exports['exportOperations']>
type Filter = ParsedInputOf<Exports['exportOperations']>

export interface ExportDeps extends Pick<FileNotesDeps, 'accountOf'> {
  readonly journal: Pick<Journal, 'open' | 'store'>
  readonly showAll: ShowAll
  readonly chooseSavePath: ChooseSavePath
  readonly profileName: (profile: ProfileId) => string
  /** Told now and then while rows are written. */
  readonly progress: (at: EventPayload<'journal.exporting'>) => void
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/** Entries that are read at a time. */
const pageSize = 200

/** Writes what a list of operations shows, all of it, as CSV. */
export function createExport(deps: ExportDeps): Handlers<Exports> {
  const { journal, showAll, profileName } = deps
  const notes = fileNotes(deps)
  let underWay: AbortController | undefined

  /** Row by row from the journal, newest first, as the disk takes them. */
  async function* rowsOf(
    { profile, states, kinds, order }: Filter,
    count: { rows: number },
  ): AsyncGenerator<CsvRow> {
    const filter = {
      profile,
      ...(states ? { states } : {}),
      ...(kinds ? { kinds } : {}),
      ...(order ? { order } : {}),
    }
    let before: number | undefined
    do {
      const from = before === undefined ? {} : { before }
      const page = await journal.store.list({ ...filter, ...from, limit: pageSize })
      const requestIds = await journal.store.requestIds(page.entries.map(({ id }) => id))
      for (const operation of await showAll(page.entries)) {
        const facts = { profileName: profileName(profile), requestIds: requestIds[operation.id] ?? [] }
        count.rows++
        yield operationRow(operation, facts)
      }
      deps.progress({ rows: count.rows })
      before = page.next
    } while (before !== undefined)
  }

  const save = async (path: string, filter: Filter, { signal }: AbortController) => {
    const count = { rows: 0 }
    const partNotes = await notes.file({ profile: filter.profile }, path)
    const saved = await written(async () => {
      try {
        await writeCsv(path, {
          header: operationHeader,
          rows: rowsOf(filter, count),
          signal,
          notes: partNotes,
        })
        return true
      } catch (error) {
        if (signal.aborted) return false
        throw error
      }
    }, [StoreError])
    if (!saved.ok) return saved
    return ok(saved.value ? { savedAs: basename(path), rows: count.rows } : { rows: 0 })
  }

  return {
    exportOperations: (filter, caller) =>
      readJournal(journal)<Outcome, 'ALREADY_EXPORTING' | 'FILE_NOT_WRITTEN'>(async () => {
        if (underWay) return err(appError('ALREADY_EXPORTING', 'another export is under way'))
        const stop = new AbortController()
        underWay = stop
        try {
          const name = datedName('operations', 'csv', deps.now())
          const path = await deps.chooseSavePath({ name, kind: { name: 'CSV', extension: 'csv' } }, caller)
          return path === undefined ? ok({ rows: 0 }) : await save(path, filter, stop)
        } finally {
          underWay = undefined
        }
      }),
    stopExport: () => {
      underWay?.abort()
      return ok({})
    },
  }
}
