import { type Sql, statement } from '../sql'

/** What a person has put by: a name of ours, and JSON. */
export interface KeptText {
  readonly name: string
  readonly value: string
}

const one = statement(
  'select cast(value as blob) as value from kept where name = :name',
  { name: 'text' },
  { value: 'utf8' },
)
const all = statement(
  'select cast(name as blob) as name, cast(value as blob) as value from kept order by name',
  {},
  { name: 'utf8', value: 'utf8' },
)
const put = statement('insert or replace into kept (name, value) values (:name, :value)', {
  name: 'text',
  value: 'text',
})
const drop = statement('delete from kept where name = :name', { name: 'text' })

export const readKept = (sql: Sql, name: string): string | undefined => sql.get(one, { name })?.value

/** The caller holds the transaction. @param value `undefined` removes it */
export function putKept(sql: Sql, name: string, value: string | undefined): void {
  if (value === undefined) sql.run(drop, { name })
  else sql.run(put, { name, value })
}

export const allKept = (sql: Sql): readonly KeptText[] => sql.all(all, {})
