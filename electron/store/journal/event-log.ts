import { randomBytes } from 'node:crypto'
import { journalEventSchema, type PlacedEvent, placedEventSchema } from '../../journal/event'
import { type RowOf, type Sql, statement } from '../sql'
import { chainStart, digestPayload, type Link, linkMac, sameBytes } from './chain'

const columns = {
  seq: 'integer',
  entry: 'utf8',
  ordinal: 'integer',
  at: 'integer',
  type: 'utf8',
  body: 'utf8',
  payload_digest: 'blob?',
  mac: 'blob',
  salt: 'blob?',
  content: 'utf8?',
} as const
const fields = `e.seq as seq, cast(e.entry as blob) as entry, e.ordinal as ordinal, e.at as at,
  cast(e.type as blob) as type, cast(e.body as blob) as body, e.payload_digest as payload_digest, e.mac as mac,
  p.salt as salt, cast(p.content as blob) as content
  from events e left join payloads p on p.seq = e.seq`

const insertEvent = statement(
  `insert into events (seq, entry, ordinal, at, type, body, payload_digest, mac)
   values (:seq, :entry, :ordinal, :at, :type, :body, :digest, :mac)`,
  {
    seq: 'integer',
    entry: 'text',
    ordinal: 'integer',
    at: 'integer',
    type: 'text',
    body: 'text',
    digest: 'blob?',
    mac: 'blob',
  },
)
const insertPayload = statement('insert into payloads (seq, salt, content) values (:seq, :salt, :content)', {
  seq: 'integer',
  salt: 'blob',
  content: 'text',
})
const eventsBetween = statement(
  `select ${fields} where e.seq between :first and :last order by e.seq`,
  { first: 'integer', last: 'integer' },
  columns,
)
const eventsOfEntry = statement(
  `select ${fields} where e.entry = :entry order by e.ordinal`,
  { entry: 'text' },
  columns,
)
const eventAt = statement(
  `select ${fields} where e.entry = :entry and e.ordinal = :ordinal`,
  { entry: 'text', ordinal: 'integer' },
  columns,
)
const withPayload = statement(
  'select e.ordinal as ordinal from events e join payloads p on p.seq = e.seq where e.entry = :entry order by e.seq',
  { entry: 'text' },
  { ordinal: 'integer' },
)
const dropPayloads = statement(
  'delete from payloads where seq in (select seq from events where entry = :entry)',
  { entry: 'text' },
)
const macAt = statement('select mac from events where seq = :seq', { seq: 'integer' }, { mac: 'blob' })
const requestIdsOf = statement(
  `select cast(entry as blob) as entry,
     cast(coalesce(json_extract(body, '$.requestId'), json_extract(body, '$.error.requestId')) as blob) as request
   from events where entry in (select value from json_each(:entries)) order by seq`,
  { entries: 'text' },
  { entry: 'utf8', request: 'utf8?' },
)
const lastSeq = statement('select coalesce(max(seq), 0) as seq from events', {}, { seq: 'integer' })

type Row = RowOf<typeof eventsOfEntry>

/** The newest event's place and code. */
export interface Head {
  readonly seq: number
  readonly mac: Uint8Array
}
const emptyHead: Head = { seq: 0, mac: chainStart }

/** Appends one event after `head`; the caller holds the transaction. Answers the new head. */
export function writeEvent(sql: Sql, key: Uint8Array, head: Head, placed: PlacedEvent): Head {
  const { entry, ordinal, at, event } = placed
  const seq = head.seq + 1
  const body = JSON.stringify(event.body)
  const payload = 'payload' in event && event.payload ? JSON.stringify(event.payload) : null
  const salt = new Uint8Array(randomBytes(16))
  const digest = payload === null ? null : digestPayload(salt, payload)
  const mac = linkMac(key, head.mac, {
    seq,
    entry,
    ordinal,
    at,
    type: event.type,
    body,
    payloadDigest: digest,
  })
  sql.run(insertEvent, { seq, entry, ordinal, at, type: event.type, body, digest, mac })
  if (payload !== null) sql.run(insertPayload, { seq, salt, content: payload })
  return { seq, mac }
}

/** The stored event at this place, if there is one. */
export function readEventAt(sql: Sql, entry: string, ordinal: number): PlacedEvent | undefined {
  const row = sql.get(eventAt, { entry, ordinal })
  return row && toEvent(row)
}

/** All events of one entry, oldest first. */
export const readEntryEvents = (sql: Sql, entry: string): PlacedEvent[] =>
  sql.all(eventsOfEntry, { entry }).map(toEvent)

/** Ordinals of the events of an entry whose payload is there. */
export const readPayloadOrdinals = (sql: Sql, entry: string): number[] =>
  sql.all(withPayload, { entry }).map(({ ordinal }) => ordinal)

/** Erases the payloads of an entry from the file; the caller holds the transaction in which it is recorded. */
export const erasePayloads = (sql: Sql, entry: string): number => sql.run(dropPayloads, { entry })

/** `App-Reference` of every request that was answered, by entry, oldest first, each once. */
export function readRequestIds(sql: Sql, entries: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { entry, request } of sql.all(requestIdsOf, { entries: JSON.stringify(entries) })) {
    const known = found[entry] ?? []
    if (request !== null && !known.includes(request)) known.push(request)
    found[entry] = known
  }
  return found
}

/** The code of an event; `undefined` when there is no such event. */
export const readMac = (sql: Sql, seq: number): Uint8Array | undefined => sql.get(macAt, { seq })?.mac

/** Where and how the log is not what was written. `seq` counts from 1; 0 is the file as a whole. */
export interface Flaw {
  readonly seq: number
  readonly what: 'unreadable' | 'missing' | 'altered' | 'malformed'
}

const pageSize = 500

/** A walk through the log, page by page. */
export interface Walk {
  /** Checks the next page; `false` when there was none left. */
  step(): boolean
  /** How far it is, and what was the newest event when it began. */
  at(): { readonly seq: number; readonly last: number }
  /** The last event seen, and what is wrong with the log up to there, in order. */
  found(): { readonly head: Head; readonly flaws: Flaw[] }
}

/**
 * Begins to walk the log, oldest first: every link and every payload is checked. Each event that can be read is given to
 * `visit`, also behind a flaw. What is appended on the way is not walked.
 */
export function startWalk(sql: Sql, key: Uint8Array, visit: (event: PlacedEvent, seq: number) => void): Walk {
  const flaws: Flaw[] = []
  /** Payloads that are not there, by place; a later event may say that they were erased. */
  const withoutPayload = new Map<string, number>()
  const erased = new Set<number>()
  const last = sql.get(lastSeq, {})?.seq ?? 0
  let head = emptyHead
  let first = 1

  const step = (): boolean => {
    if (first > last) return false
    const end = Math.min(first + pageSize - 1, last)
    let expected = first
    for (const row of readPage(sql, first, end, flaws)) {
      for (; expected < row.seq; expected++) flaws.push({ seq: expected, what: 'missing' })
      expected = row.seq + 1
      const flaw = checkRow(row, key, head.mac)
      if (flaw === 'missing') withoutPayload.set(`${row.entry} ${row.ordinal}`, row.seq)
      if (flaw) flaws.push({ seq: row.seq, what: flaw })
      head = { seq: row.seq, mac: row.mac }
      const event = parseRow(row)
      // Its own payload may be gone; that it was written so is what counts.
      if (flaw !== 'altered' && event?.event.type === 'purged') {
        for (const ordinal of event.event.body.events) {
          const seq = withoutPayload.get(`${row.entry} ${ordinal}`)
          if (seq !== undefined) erased.add(seq)
        }
      }
      if (event) visit(event, row.seq)
      else if (!flaw) flaws.push({ seq: row.seq, what: 'malformed' })
    }
    for (; expected <= end; expected++) flaws.push({ seq: expected, what: 'missing' })
    first = end + 1
    return true
  }

  return {
    step,
    at: () => ({ seq: first - 1, last }),
    found: () => ({ head, flaws: onePerEvent(flaws).filter(({ seq }) => !erased.has(seq)) }),
  }
}

/** Walks all of the log. */
export function walkLog(
  sql: Sql,
  key: Uint8Array,
  visit: (event: PlacedEvent, seq: number) => void,
): { head: Head; flaws: Flaw[] } {
  const walk = startWalk(sql, key, visit)
  while (walk.step());
  return walk.found()
}

/** A page of rows; where the page cannot be read, row by row what can. */
function readPage(sql: Sql, first: number, last: number, flaws: Flaw[]): Row[] {
  try {
    return sql.all(eventsBetween, { first, last })
  } catch {
    const rows: Row[] = []
    for (let seq = first; seq <= last; seq++) {
      try {
        rows.push(...sql.all(eventsBetween, { first: seq, last: seq }))
      } catch {
        flaws.push({ seq, what: 'unreadable' })
      }
    }
    return rows
  }
}

function checkRow(row: Row, key: Uint8Array, previous: Uint8Array): Flaw['what'] | undefined {
  const link: Link = { ...row, payloadDigest: row.payload_digest }
  if (!sameBytes(linkMac(key, previous, link), row.mac)) return 'altered'
  if (row.payload_digest === null) return row.content === null ? undefined : 'altered'
  if (row.salt === null || row.content === null) return 'missing'
  return sameBytes(digestPayload(row.salt, row.content), row.payload_digest) ? undefined : 'altered'
}

function parseRow(row: Row): PlacedEvent | undefined {
  try {
    return toEvent(row)
  } catch {
    return undefined
  }
}

function toEvent({ entry, ordinal, at, type, body, content }: Row): PlacedEvent {
  const payload = content === null ? {} : { payload: JSON.parse(content) }
  const event = journalEventSchema.parse({ type, body: JSON.parse(body), ...payload })
  return placedEventSchema.parse({ entry, ordinal, at, event })
}

function onePerEvent(flaws: readonly Flaw[]): Flaw[] {
  const first = new Map<number, Flaw>()
  for (const flaw of flaws) if (!first.has(flaw.seq)) first.set(flaw.seq, flaw)
  return [...first.values()].sort((a, b) => a.seq - b.seq)
}
