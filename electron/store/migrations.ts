import { type Sql, statement } from './sql'

/** One step forward. Released steps are never edited; there are no steps back. */
export interface Migration {
  readonly version: number
  readonly sql: string
}

const ensureTable = `create table if not exists schema_versions (
  version integer primary key,
  applied_at integer not null
) strict`
const newest = statement(
  'select coalesce(max(version), 0) as version from schema_versions',
  {},
  { version: 'integer' },
)
const record = statement('insert into schema_versions (version, applied_at) values (:version, :at)', {
  version: 'integer',
  at: 'integer',
})

/** The file was made by a newer Gatehouse: it is left as it is. */
export class NewerSchemaError extends Error {
  constructor(readonly version: number) {
    super(`the file has schema version ${version}, newer than this program knows`)
    this.name = 'NewerSchemaError'
  }
}

/**
 * Brings a database to the newest version, each step in a transaction of its own.
 * @param now milliseconds since 1970 UTC
 * @throws NewerSchemaError when the file is ahead of the program
 */
export function migrate(sql: Sql, migrations: readonly Migration[], now: number): void {
  sql.script(ensureTable)
  const current = sql.get(newest, {})?.version ?? 0
  const target = migrations.at(-1)?.version ?? 0
  if (current > target) throw new NewerSchemaError(current)
  for (const { version, sql: script } of migrations) {
    if (version <= current) continue
    sql.transaction(() => {
      sql.script(script)
      sql.run(record, { version, at: now })
    })
  }
}
