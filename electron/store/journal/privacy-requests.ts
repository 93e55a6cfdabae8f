import {
  type MadeFile,
  type MadeList,
  type OrderOwner,
  type PrivacyRecord,
  privacyRecordSchema,
} from '../../journal/privacy-record'
import { type Sql, statement } from '../sql'
import { madeFilesIn } from './made-files'

const column = { document: 'utf8' } as const
const fields = 'cast(document as blob) as document'
const put = statement(
  `insert into privacy_requests (id, created, profile, state, document)
   values (:id, :created, :profile, :state, :document)
   on conflict (id) do update set state = excluded.state, document = excluded.document`,
  { id: 'text', created: 'integer', profile: 'text', state: 'text', document: 'text' },
)
const byId = statement(`select ${fields} from privacy_requests where id = :id`, { id: 'text' }, column)
/** Format 6 noted no account: such a request is of its profile alone. */
const ofOwner = `(r.profile = :profile or json_extract(r.document, '$.document.account') = :account)`
const owned = statement(
  `select ${fields} from privacy_requests r where ${ofOwner} order by created desc, rowid desc`,
  { profile: 'text', account: 'text?' },
  column,
)
const notEnded = statement(
  `select ${fields} from privacy_requests where state not in ('completed', 'withdrawn')`,
  {},
  column,
)
const since = statement(
  'select count(*) as made from privacy_requests where created >= :created',
  { created: 'integer' },
  { made: 'integer' },
)
const last = statement(
  `select coalesce(max(cast(substr(json_extract(document, '$.document.number'), 6) as integer)), 0) as number
   from privacy_requests where substr(json_extract(document, '$.document.number'), 1, 5) = :year || '-'`,
  { year: 'text' },
  { number: 'integer' },
)
const remember = statement(
  'insert into erased_people (digest, request) values (:digest, :request) on conflict do nothing',
  { digest: 'text', request: 'text' },
)
const byDigest = statement(
  `select ${fields} from privacy_requests r join erased_people p on p.request = r.id
   where p.digest = :digest and ${ofOwner}`,
  { digest: 'text', profile: 'text', account: 'text?' },
  column,
)

/** Requests to be forgotten in the journal's file. */
export interface PrivacyFile {
  put(record: PrivacyRecord): void
  end(record: PrivacyRecord, digests: readonly string[]): void
  get(id: string): PrivacyRecord | undefined
  list(owner: OrderOwner): readonly PrivacyRecord[]
  unended(): readonly PrivacyRecord[]
  countSince(created: number): number
  lastNumber(year: string): number
  erased(owner: OrderOwner, digests: readonly string[]): readonly PrivacyRecord[]
  noteFile(file: MadeFile): void
  forgetFile(path: string): void
  files(owner: OrderOwner, orders: readonly string[]): readonly string[]
  lists(owner: OrderOwner): readonly MadeList[]
}

export function privacyIn(sql: Sql): PrivacyFile {
  const write = (record: PrivacyRecord): void => {
    const { id, created, profile, state } = record
    sql.run(put, { id, created, profile, state, document: JSON.stringify(record) })
  }
  return {
    put: (record) => sql.transaction(() => write(record)),
    end: (record, digests) =>
      sql.transaction(() => {
        write(record)
        for (const digest of digests) sql.run(remember, { digest, request: record.id })
      }),
    get: (id) => parse(sql.get(byId, { id })?.document),
    list: (owner) => sql.all(owned, keyOf(owner)).flatMap((row) => parse(row.document) ?? []),
    unended: () => sql.all(notEnded, {}).flatMap((row) => parse(row.document) ?? []),
    countSince: (created) => sql.get(since, { created })?.made ?? 0,
    lastNumber: (year) => sql.get(last, { year })?.number ?? 0,
    erased: (owner, digests) => {
      const found = digests.flatMap((digest) => sql.all(byDigest, { digest, ...keyOf(owner) }))
      const records = found.flatMap((row) => parse(row.document) ?? [])
      return [...new Map(records.map((record) => [record.id, record])).values()]
    },
    ...madeFilesIn(sql),
  }
}

const keyOf = ({ profile, account }: OrderOwner) => ({ profile, account: account ?? null })

const refuse = (): never => {
  throw new Error('the journal is read-only')
}

/** Of a damaged journal the operations are shown; requests are neither shown nor worked with. */
export const noPrivacy: PrivacyFile = {
  put: refuse,
  end: refuse,
  get: () => undefined,
  list: () => [],
  unended: () => [],
  countSince: () => 0,
  lastNumber: () => 0,
  erased: () => [],
  noteFile: refuse,
  forgetFile: refuse,
  files: () => [],
  lists: () => [],
}

/** A record of a newer version that this one cannot read is left where it is. */
const parse = (document: string | undefined): PrivacyRecord | undefined =>
  document === undefined ? undefined : privacyRecordSchema.safeParse(JSON.parse(document)).data
