import { type LineState, lineStateOf, lineStateSchema } from '@shared/features/batches'
import { type OperationState, operationStateSchema } from '@shared/features/operations'
import {
  type BatchLineOfOrder,
  type BatchLinePage,
  type BatchLineRecord,
  type BatchRecord,
  type BatchTally,
  batchLineRecordSchema,
  batchRecordSchema,
  type LinePage,
  type OpenBatch,
  type UnresolvedLine,
} from '../../journal/batch'
import { erasedBatch, erasedLine } from '../../journal/erase-batch'
import { type Sql, statement } from '../sql'
import { lineEntries } from './entry-index'

const document = { document: 'utf8' } as const
const fields = 'cast(document as blob) as document'
const insert = statement(
  'insert into batches (id, created, profile, state, document) values (:id, :created, :profile, :state, :document) on conflict (id) do nothing',
  { id: 'text', created: 'integer', profile: 'text', state: 'text', document: 'text' },
)
const update = statement('update batches set state = :state, document = :document where id = :id', {
  id: 'text',
  state: 'text',
  document: 'text',
})
const putLine = statement(
  `insert into batch_lines (batch, line, unsent, state, at, document)
   values (:batch, :line, :unsent, :state, :at, :document)
   on conflict (batch, line) do update set unsent = excluded.unsent, state = excluded.state, at = excluded.at,
     document = excluded.document`,
  { batch: 'text', line: 'integer', unsent: 'integer', state: 'text?', at: 'integer?', document: 'text' },
)
const byId = statement(`select ${fields} from batches where id = :id`, { id: 'text' }, document)
const newest = statement(
  `select ${fields} from batches where profile = :profile order by created desc, rowid desc limit :limit`,
  { profile: 'text', limit: 'integer' },
  document,
)
const notEnded = statement(
  `select ${fields}, max(
     coalesce((select max(json_extract(e.document, '$.updatedAt')) from entries e where e.batch = b.id), 0),
     coalesce((select max(l.at) from batch_lines l where l.batch = b.id), 0)
   ) as active from batches b where state in ('recording', 'running', 'paused') order by created`,
  {},
  { ...document, active: 'integer' },
)
const standing = statement(
  `select l.line as line, l.unsent as unsent, cast(l.state as blob) as own,
     cast(group_concat(distinct e.state) as blob) as states
   from batch_lines l left join entries e on e.batch = l.batch and e.line = l.line
   where l.batch = :batch group by l.line order by l.line`,
  { batch: 'text' },
  { line: 'integer', unsent: 'integer', own: 'utf8?', states: 'utf8?' },
)
const lineAt = statement(
  `select unsent, at, ${fields} from batch_lines where batch = :batch and line = :line`,
  { batch: 'text', line: 'integer' },
  { unsent: 'integer', at: 'integer?', ...document },
)

const lineFields = `line, unsent, cast(state as blob) as state, at, ${fields}`
const lineRow = { line: 'integer', unsent: 'integer', state: 'utf8?', at: 'integer?', ...document } as const
const rawLine = statement(
  `select ${lineFields} from batch_lines where batch = :batch and line = :line`,
  { batch: 'text', line: 'integer' },
  lineRow,
)
const ofOrder = statement(
  `select cast(batch as blob) as batch, ${lineFields} from batch_lines
   where json_extract(document, '$.order') = :order order by (select created from batches where id = batch), batch, line`,
  { order: 'text' },
  { batch: 'utf8', ...lineRow },
)

const withoutOrder = statement(
  `select cast(batch as blob) as batch, line, cast(json_extract(document, '$.reference') as blob) as reference
   from batch_lines where json_extract(document, '$.order') is null and json_extract(document, '$.reference') <> ''
   order by batch, line`,
  {},
  { batch: 'utf8', line: 'integer', reference: 'utf8' },
)

/** Batches in the journal's file: what the person confirmed and how far it is, for as long as the journal is kept. */
export interface BatchFile {
  create(record: BatchRecord, lines: readonly BatchLineRecord[]): void
  put(record: BatchRecord): void
  putLines(batch: string, lines: readonly BatchLineRecord[]): void
  get(id: string): BatchRecord | undefined
  list(profile: string, limit: number): readonly BatchRecord[]
  open(): readonly OpenBatch[]
  tally(id: string): BatchTally
  linesIn(id: string, states: readonly LineState[]): readonly number[]
  lines(id: string, page: LinePage): BatchLinePage
  linesOf(order: string): readonly BatchLineOfOrder[]
  unresolved(): readonly UnresolvedLine[]
  eraseLines(lines: readonly Pick<UnresolvedLine, 'batch' | 'line'>[]): void
  /** A batch that has still to do what a line of the order asks for, and is no operation. */
  atWorkOn(order: string): string | undefined
  /** Erases what persons wrote from all batches that the order is in; the caller holds the transaction. */
  purge(order: string): void
}

export function batchesIn(sql: Sql): BatchFile {
  const writeLines = (batch: string, lines: readonly BatchLineRecord[]) => {
    for (const { line, unsent, state = null, at = null, detail } of lines) {
      sql.run(putLine, { batch, line, unsent: unsent ? 1 : 0, state, at, document: JSON.stringify(detail) })
    }
  }
  const statesOf = (batch: string) =>
    sql.all(standing, { batch }).map(({ line, unsent, own, states }) => ({
      line,
      state:
        lineStateSchema.safeParse(own).data ??
        lineStateOf((states?.split(',') ?? []).flatMap(asState), unsent === 1),
    }))

  const linesOf = (order: string) =>
    sql.all(ofOrder, { order }).map(({ batch, ...row }) => ({ batch, record: recordOf(row) }))
  const read = (id: string) => parse(sql.get(byId, { id })?.document)
  const write = (record: BatchRecord) =>
    void sql.run(update, { ...pick(record), document: JSON.stringify(record) })

  return {
    create: (record, lines) =>
      sql.transaction(() => {
        const { id, createdAt: created, profile, state } = record
        sql.run(insert, { id, created, profile, state, document: JSON.stringify(record) })
        writeLines(id, lines)
      }),
    put: (record) => {
      // What was asked for never changes, but it may have been erased since the caller read it.
      const kept = read(record.id)
      write(kept ? { ...record, detail: kept.detail } : record)
    },
    putLines: (batch, lines) => sql.transaction(() => writeLines(batch, lines)),
    get: read,
    list: (profile, limit) => sql.all(newest, { profile, limit }).flatMap((row) => parse(row.document) ?? []),
    open: () =>
      sql.all(notEnded, {}).flatMap((row) => {
        const record = parse(row.document)
        return record ? [{ record, activeAt: Math.max(record.since, row.active) }] : []
      }),
    linesOf: (order) =>
      linesOf(order).flatMap(({ batch, record: line }) => {
        const known = read(batch)
        return known ? [{ batch: known, line }] : []
      }),
    unresolved: () => sql.all(withoutOrder, {}),
    eraseLines: (lines) =>
      sql.transaction(() => {
        for (const { batch, line } of lines) {
          const row = sql.get(rawLine, { batch, line })
          if (row) writeLines(batch, [erasedLine(recordOf(row))])
        }
      }),
    atWorkOn: (order) => linesOf(order).find(({ record }) => record.state === 'queued')?.batch,
    purge: (order) => {
      const lines = linesOf(order)
      for (const { batch, record } of lines) writeLines(batch, [erasedLine(record)])
      for (const batch of new Set(lines.map((line) => line.batch))) {
        const record = read(batch)
        if (record) write(erasedBatch(record))
      }
    },
    tally: (id) => {
      const tally: Partial<Record<LineState, number>> = {}
      for (const { state } of statesOf(id)) tally[state] = (tally[state] ?? 0) + 1
      return tally
    },
    linesIn: (id, states) => statesOf(id).flatMap(({ line, state }) => (states.includes(state) ? line : [])),
    lines: (id, { states, only, offset, limit }) => {
      const numbers = only && new Set(only)
      const wanted = statesOf(id).filter(
        ({ line, state }) => (!states || states.includes(state)) && (!numbers || numbers.has(line)),
      )
      return {
        total: wanted.length,
        lines: wanted.slice(offset, offset + limit).map(({ line, state }) => {
          const row = sql.get(lineAt, { batch: id, line })
          const detail: unknown = JSON.parse(row?.document ?? 'null')
          const at = row?.at === null ? {} : { at: row?.at }
          const record = batchLineRecordSchema.parse({ line, unsent: row?.unsent === 1, ...at, detail })
          return { ...record, state, entries: lineEntries(sql, id, line) }
        }),
      }
    },
  }
}

const refuse = (): never => {
  throw new Error('the journal is read-only')
}

/** Of a damaged journal the operations are shown; how they stood together is not worked with any more. */
export const noBatches: BatchFile = {
  create: refuse,
  put: refuse,
  putLines: refuse,
  get: () => undefined,
  list: () => [],
  open: () => [],
  atWorkOn: () => undefined,
  purge: refuse,
  tally: () => ({}),
  linesIn: () => [],
  lines: () => ({ lines: [], total: 0 }),
  linesOf: () => [],
  unresolved: () => [],
  eraseLines: refuse,
}

/** A line as it was written. */
const recordOf = (row: {
  readonly line: number
  readonly unsent: number
  readonly state: string | null
  readonly at: number | null
  readonly document: string
}): BatchLineRecord =>
  batchLineRecordSchema.parse({
    ...{ line: row.line, unsent: row.unsent === 1, detail: JSON.parse(row.document) },
    ...(row.state === null ? {} : { state: row.state }),
    ...(row.at === null ? {} : { at: row.at }),
  })

const pick = ({ id, state }: BatchRecord) => ({ id, state })

/** A record of a newer version that this one cannot read is left where it is. */
function parse(document: string | undefined): BatchRecord | undefined {
  return document === undefined ? undefined : batchRecordSchema.safeParse(JSON.parse(document)).data
}

const asState = (text: string): OperationState[] => {
  const state = operationStateSchema.safeParse(text)
  return state.success ? [state.data] : []
}
