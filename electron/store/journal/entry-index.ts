import { isSettled, type OperationState } from '@shared/features/operations'
import type { Entry } from '../../journal/entry'
import { type Sql, statement } from '../sql'

/** Which entries of a profile to list, newest first. */
export interface EntryFilter {
  readonly profile: string
  readonly states?: readonly OperationState[] | undefined
  readonly order?: string | undefined
  readonly kinds?: readonly string[] | undefined
}

/** An entry and its place in the order of recording: the `seq` of its first event. */
export interface IndexedEntry {
  readonly created: number
  readonly entry: Entry
}

const row = { created: 'integer', document: 'utf8' } as const
const fields = 'created, cast(document as blob) as document'
const upsert = statement(
  `insert into entries (id, created, profile, order_reference, state, settled, batch, line, document)
   values (:id, :created, :profile, :order, :state, :settled, :batch, :line, :document)
   on conflict (id) do update set state = excluded.state, settled = excluded.settled, document = excluded.document`,
  {
    id: 'text',
    created: 'integer',
    profile: 'text',
    order: 'text',
    state: 'text',
    settled: 'integer',
    batch: 'text?',
    line: 'integer?',
    document: 'text',
  },
)
const byId = statement(`select ${fields} from entries where id = :id`, { id: 'text' }, row)
const unsettled = statement(`select ${fields} from entries where settled = 0 order by created`, {}, row)
const settled = statement(
  `select ${fields} from entries where settled = 1 and created < :before order by created desc limit :limit`,
  { before: 'integer', limit: 'integer' },
  row,
)
const everything = statement(`select ${fields} from entries order by created`, {}, row)
const pageParams = {
  profile: 'text',
  before: 'integer',
  states: 'text?',
  kinds: 'text?',
  limit: 'integer',
} as const
const page = statement(
  `select ${fields} from entries
   where profile = :profile and created < :before
     and (:states is null or state in (select value from json_each(:states)))
     and (:kinds is null or json_extract(document, '$.kind') in (select value from json_each(:kinds)))
   order by created desc limit :limit`,
  { ...pageParams },
  row,
)
/** Apart from {@link page}, so that the index of an order's entries is used: this is read before every request. */
const pageOfOrder = statement(
  `select ${fields} from entries
   where profile = :profile and order_reference = :order and created < :before
     and (:states is null or state in (select value from json_each(:states)))
     and (:kinds is null or json_extract(document, '$.kind') in (select value from json_each(:kinds)))
   order by created desc limit :limit`,
  { ...pageParams, order: 'text' },
  row,
)
const ofOrder = statement(
  `select ${fields} from entries where order_reference = :order order by created`,
  { order: 'text' },
  row,
)
const ofGroup = statement(
  `select ${fields} from entries where json_extract(document, '$.group') = :group order by created limit :limit`,
  { group: 'text', limit: 'integer' },
  row,
)
const ofLine = statement(
  `select ${fields} from entries where batch = :batch and line = :line order by created`,
  { batch: 'text', line: 'integer' },
  row,
)
const openCounts = statement(
  'select cast(state as blob) as state, count(*) as number from entries where settled = 0 and profile = :profile group by state',
  { profile: 'text' },
  { state: 'utf8', number: 'integer' },
)
const claimKey = { profile: 'text', order: 'text', claim: 'text' } as const
const addClaim = statement(
  'insert into claims (profile, order_reference, claim, entry) values (:profile, :order, :claim, :entry)',
  { ...claimKey, entry: 'text' },
)
const holderOf = statement(
  `select cast(entry as blob) as entry from claims
   where profile = :profile and order_reference = :order and claim = :claim`,
  claimKey,
  { entry: 'utf8' },
)
const dropClaims = statement('delete from claims where entry = :entry', { entry: 'text' })
const countClaims = statement('select count(*) as number from claims', {}, { number: 'integer' })

/** A contact is on many orders: whoever changes it lays a hand on the same thing, whichever order it was reached from. */
const beyondOrders = (claim: string): boolean => claim.startsWith('contact:')

const keyOf = ({ profile, order }: Pick<Entry, 'profile' | 'order'>, claim: string) => ({
  profile,
  order: beyondOrders(claim) ? '' : order,
  claim,
})

/** Who holds a claim that this entry would lay; `undefined` when all are free. */
export function claimHolder(sql: Sql, entry: Entry): string | undefined {
  for (const claim of entry.claims) {
    const held = sql.get(holderOf, keyOf(entry, claim))
    if (held) return held.entry
  }
  return undefined
}

/** Writes the entry as it now is, and lays or lifts its claims. The caller holds the transaction. */
export function indexEntry(sql: Sql, { created, entry }: IndexedEntry, isNew: boolean): void {
  const { id, profile, order, state, claims } = entry
  const settled = isSettled(state)
  sql.run(upsert, {
    id,
    created,
    profile,
    order,
    state,
    settled: settled ? 1 : 0,
    batch: entry.batch ?? null,
    line: entry.line ?? null,
    document: JSON.stringify(entry),
  })
  if (settled) sql.run(dropClaims, { entry: id })
  else if (isNew) for (const claim of claims) sql.run(addClaim, { ...keyOf(entry, claim), entry: id })
}

export function findEntry(sql: Sql, id: string): IndexedEntry | undefined {
  const found = sql.get(byId, { id })
  return found && parse(found)
}

/** Unsettled entries of all profiles, oldest first. */
export const unsettledEntries = (sql: Sql): Entry[] =>
  sql.all(unsettled, {}).map((found) => parse(found).entry)

/** Settled entries of all profiles recorded before `before` (a `created`), newest first. */
export const settledEntries = (sql: Sql, before: number, limit: number): IndexedEntry[] =>
  sql.all(settled, { before, limit }).map(parse)

/** Entries recorded before `before` (a `created`), newest first. */
export function listEntries(sql: Sql, filter: EntryFilter, before: number, limit: number): IndexedEntry[] {
  const { profile, order, states, kinds } = filter
  const wanted = {
    profile,
    before,
    states: states ? JSON.stringify(states) : null,
    kinds: kinds ? JSON.stringify(kinds) : null,
    limit,
  }
  const found = order === undefined ? sql.all(page, wanted) : sql.all(pageOfOrder, { ...wanted, order })
  return found.map(parse)
}

/** All entries of an order, whatever profile they were recorded with, oldest first. */
export const entriesOfOrder = (sql: Sql, order: string): IndexedEntry[] =>
  sql.all(ofOrder, { order }).map(parse)

/** Entries of one command, in the order they were recorded. */
export const groupEntries = (sql: Sql, group: string, limit: number): Entry[] =>
  sql.all(ofGroup, { group, limit }).map((found) => parse(found).entry)

/** Entries of a line of a batch, in the order they were recorded. */
export const lineEntries = (sql: Sql, batch: string, line: number): Entry[] =>
  sql.all(ofLine, { batch, line }).map((found) => parse(found).entry)

/** How many unsettled entries of a profile stand in each state. */
export const countUnsettled = (sql: Sql, profile: string): Record<string, number> =>
  Object.fromEntries(sql.all(openCounts, { profile }).map(({ state, number }) => [state, number]))

/** Makes the index anew when it is not what the events say: after an update of the program, or damage. */
export function repairIndex(sql: Sql, expected: readonly IndexedEntry[]): boolean {
  if (isAsExpected(sql, expected)) return false
  sql.transaction(() => {
    sql.script('delete from claims; delete from entries;')
    for (const entry of expected) indexEntry(sql, entry, true)
  })
  return true
}

function isAsExpected(sql: Sql, expected: readonly IndexedEntry[]): boolean {
  const actual = sql.all(everything, {})
  const same =
    actual.length === expected.length &&
    expected.every(
      ({ created, entry }, index) =>
        actual[index]?.created === created && actual[index].document === JSON.stringify(entry),
    )
  const open = expected.filter(({ entry }) => !isSettled(entry.state))
  const claims = open.reduce((total, { entry }) => total + entry.claims.length, 0)
  return (
    same &&
    sql.get(countClaims, {})?.number === claims &&
    open.every(({ entry }) => claimHolder(sql, entry) === entry.id)
  )
}

/** The document is our own: it was checked against the events when the file was opened. */
const parse = ({ created, document }: { created: number; document: string }): IndexedEntry => ({
  created,
  entry: JSON.parse(document) as Entry,
})
