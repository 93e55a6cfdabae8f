import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JournalEvent } from '../../../../../electron/journal/event'
import { openDatabase } from '../../../../../electron/store/database'
import { type JournalFile, openJournal } from '../../../../../electron/store/journal/journal-file'
import { deriveKeys } from '../../../../../electron/store/journal/keys'
import { statement } from '../../../../../electron/store/sql'
import { anOrder, aProfile, placed, recordedEvent, testSecret } from '../../../../support/journal'

/** Names somebody, in every payload that there is. */
const guest = 'Amara.Okafor@example.com'
const request = { owner: { profile: aProfile }, who: 'Bo', why: 'request 17', at: 9_000 }

let folder: string
let path: string
let journal: JournalFile | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-purge-'))
  path = join(folder, 'journal.db')
})
afterEach(() => {
  close()
  rmSync(folder, { recursive: true })
})

function open(): JournalFile {
  const opened = openJournal(path, testSecret, 0)
  if (!opened.ok) throw new Error(opened.error)
  journal = opened.value
  return opened.value
}
function close(): void {
  journal?.close()
  journal = undefined
}

const recorded = (order: string, body: object = {}): JournalEvent => ({
  ...recordedEvent(`ticket:${randomUUID()}`, { order, ...body }),
  payload: { intent: { reason: `asked by ${guest}` }, before: { guest, long: guest.repeat(500) } },
})
const error = { code: 'UPSTREAM', message: 'HTTP 502', changed: 'unknown' } as const
const sending: JournalEvent = { type: 'sending', body: { attempt: 1 }, payload: { before: { guest } } }
const unknown: JournalEvent = {
  type: 'unknown',
  body: { error, refused: false, nextLookUpAt: 0 },
  payload: { words: { description: `no such guest ${guest}` } },
}
const review: JournalEvent = { type: 'needs-review', body: { lookUps: 1 }, payload: { now: { guest } } }
const marked: JournalEvent = {
  type: 'marked',
  body: { happened: false, who: 'Amara' },
  payload: { why: `called ${guest}` },
}
const whole = (order: string, body: object = {}) => [recorded(order, body), sending, unknown, review, marked]

/** Appends one entry; answers its id. */
function append(events: readonly JournalEvent[]): string {
  const id = randomUUID()
  expect((journal ?? open()).append(placed(id, ...events))).toMatchObject({ ok: true })
  return id
}

const page = statement('select data from sqlite_dbpage', {}, { data: 'blob' })

/** Whether a text stands anywhere in the file: on its pages as the engine decrypts them, free ones too, or raw. */
function stands(text: string): boolean {
  close()
  const sql = openDatabase(path, deriveKeys(testSecret).file)
  const decrypted = Buffer.concat(sql.all(page, {}).map(({ data }) => data))
  sql.close()
  const raw = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  return [decrypted, ...raw].some((bytes) => bytes.includes(text))
}

describe('personal data of an order', () => {
  test('is erased from its entries, byte for byte; the chain stays whole and the rest of what happened readable', () => {
    const id = append(whole(anOrder))
    const elsewhere = append(whole(anOrder, { profile: 'other' }))
    expect(stands(guest)).toBe(true)
    const done = open().purge(anOrder, request)
    expect(done).toMatchObject({ ok: true, value: [{ id }, { id: elsewhere }] })
    expect(stands(guest)).toBe(false)
    const after = open()
    expect(after.report).toMatchObject({ flaws: [], events: 12, entries: 2, indexRebuilt: false })
    expect(after.entry(id)).toMatchObject({
      order: anOrder,
      profile: aProfile,
      who: 'Amara',
      state: 'failed',
      settledBy: 'hand',
      error,
      intent: null,
      before: null,
      after: null,
      purged: { at: 9_000, who: 'Bo' },
    })
    expect(after.history(id).at(-1)?.event).toEqual({
      type: 'purged',
      body: { who: 'Bo', events: [1, 2, 3, 4, 5] },
      payload: { why: 'request 17' },
    })
  })

  test('stays where it is of another order', () => {
    append(whole(anOrder))
    const other = append(whole('PRI0000000001'))
    journal?.purge(anOrder, request)
    expect(journal?.entry(other)).toMatchObject({ before: { guest } })
    expect(journal?.entry(other)?.purged).toBeUndefined()
    expect(stands(guest)).toBe(true)
  })

  test('is not erased while an entry of the order is unsettled, of none of them', () => {
    const settled = append(whole(anOrder))
    const open = append([recorded(anOrder), sending])
    expect(journal?.purge(anOrder, request)).toEqual({
      ok: false,
      error: { reason: 'unsettled', entry: open },
    })
    expect(journal?.entry(settled)).toMatchObject({ before: { guest } })
    expect(journal?.history(settled)).toHaveLength(5)
  })

  test('is erased of one kind of operation alone where that is asked for, whatever is under way of another kind', () => {
    const tried = append(whole(anOrder, { kind: 'deidentify-order' }))
    const other = append(whole(anOrder))
    const open = append([recorded(anOrder), sending])
    const asked = { ...request, kinds: ['deidentify-order'] }
    expect(journal?.purge(anOrder, asked)).toMatchObject({ ok: true, value: [{ id: tried }] })
    expect(journal?.entry(tried)).toMatchObject({ before: null, purged: { who: 'Bo' } })
    for (const id of [other, open]) {
      expect(journal?.entry(id)).toMatchObject({ before: { guest } })
      expect(journal?.entry(id)).not.toHaveProperty('purged')
    }
    append([recorded(anOrder, { kind: 'deidentify-order', claims: ['another'] }), sending])
    expect(journal?.purge(anOrder, asked)).toMatchObject({ ok: false, error: { reason: 'unsettled' } })
  })

  test('is erased once: again there is nothing left to do, and what came later is erased then', () => {
    append(whole(anOrder))
    journal?.purge(anOrder, request)
    expect(journal?.purge(anOrder, request)).toEqual({ ok: true, value: [] })
    const later = append(whole(anOrder))
    expect(journal?.purge(anOrder, request)).toMatchObject({ ok: true, value: [{ id: later }] })
    expect(stands(guest)).toBe(false)
  })
})

describe('personal data in batches', () => {
  const line = (number: number, order: string, detail: object = {}) => ({
    ...{ line: number, unsent: true },
    detail: {
      reference: `${guest} ${number}`,
      order,
      why: 'not-allowed',
      params: { said: guest },
      ...detail,
    },
  })
  const batch = (lines: ReturnType<typeof line>[], rest: object = {}) => {
    const id = randomUUID()
    const record = {
      id,
      profile: aProfile,
      who: 'Amara',
      createdAt: 1,
      since: 1,
      startsAt: 1,
      lines: lines.length,
    }
    const action = { kind: 'amend', note: { text: `for ${guest}`, recipients: [] } }
    const detail = { kind: 'amend', action, totals: [] }
    const file = journal ?? open()
    file.batches.create({ ...record, state: 'finished', detail, ...rest }, lines)
    return id
  }
  const documents = (id: string) => [
    journal?.batches.get(id),
    journal?.batches.lines(id, { offset: 0, limit: 9 }).lines,
  ]

  test('is erased byte for byte with that of the order: the reference as given, and what was asked for', () => {
    const id = batch([line(1, anOrder), line(2, anOrder, { booking: 'B-1', error: { message: guest } })])
    append(whole(anOrder))
    expect(stands(guest)).toBe(true)
    expect(open().purge(anOrder, request)).toMatchObject({ ok: true })
    expect(stands(guest)).toBe(false)
    open()
    expect(documents(id)).toMatchObject([
      { state: 'finished', who: 'Amara', detail: { kind: 'amend', totals: [] } },
      [
        { state: 'not-sent', detail: { reference: anOrder, order: anOrder, why: 'not-allowed' } },
        { state: 'not-sent', detail: { reference: 'B-1', order: anOrder, booking: 'B-1' } },
      ],
    ])
  })

  test('is not written back by whoever read the batch before it was erased', () => {
    const id = batch([line(1, anOrder)])
    append(whole(anOrder))
    const file = journal ?? open()
    const read = file.batches.get(id)
    if (!read) throw new Error('the batch is gone')
    expect(file.purge(anOrder, request)).toMatchObject({ ok: true })
    file.batches.put({ ...read, state: 'stopped', since: 2 })
    expect(file.batches.get(id)).toMatchObject({ state: 'stopped', since: 2 })
    expect(stands(guest)).toBe(false)
  })

  test('goes also where the order never became an operation', () => {
    batch([line(1, anOrder)])
    expect(journal?.purge(anOrder, request)).toEqual({ ok: true, value: [] })
    expect(stands(guest)).toBe(false)
  })

  test('stays in lines of other orders, and in batches that the order is not in', () => {
    const shared = batch([line(1, anOrder), line(2, 'PRI0000000001')])
    const other = batch([line(1, 'PRI0000000001')])
    journal?.purge(anOrder, request)
    expect(documents(shared)).toMatchObject([
      { detail: { kind: 'amend' } },
      [{ detail: { reference: anOrder } }, { detail: { reference: `${guest} 2` } }],
    ])
    expect(journal?.batches.get(shared)?.detail).not.toHaveProperty('action')
    expect(documents(other)).toMatchObject([
      { detail: { action: { note: { text: `for ${guest}` } } } },
      [{ detail: { reference: `${guest} 1`, params: { said: guest } } }],
    ])
  })

  test('is not erased while a line has still to be done that is no operation, and neither is anything else', () => {
    const queued = { ...line(1, anOrder), unsent: false, state: 'queued' as const }
    const id = batch([queued], { state: 'running', work: 'lines' })
    const settled = append(whole(anOrder))
    expect(journal?.purge(anOrder, request)).toEqual({ ok: false, error: { reason: 'at-work', batch: id } })
    expect(journal?.entry(settled)).toMatchObject({ before: { guest } })
    expect(documents(id)).toMatchObject([
      { detail: { action: {} } },
      [{ detail: { params: { said: guest } } }],
    ])
  })
})

describe('a payload that is not there', () => {
  const removed = (seq: number) => {
    close()
    const sql = openDatabase(path, deriveKeys(testSecret).file)
    sql.script(`delete from payloads where seq = ${seq}`)
    sql.close()
  }

  test('is damage, also beside an entry that was purged', () => {
    append(whole(anOrder))
    journal?.purge(anOrder, request)
    append(whole('PRI0000000001'))
    removed(8)
    expect(open().report.flaws).toEqual([{ seq: 8, what: 'missing' }])
  })

  test('is damage when it came after the purge that would have named it', () => {
    append(whole(anOrder))
    journal?.purge(anOrder, request)
    // The reason of the purge itself, which is named by nothing.
    removed(6)
    expect(open().report.flaws).toEqual([{ seq: 6, what: 'missing' }])
  })

  test('is damage where the event that names it is not as it was written', () => {
    append(whole(anOrder))
    removed(3)
    const sql = openDatabase(path, deriveKeys(testSecret).file)
    sql.script(`insert into events select 6, entry, 6, at, 'purged', '{"who":"x","events":[3]}', null, mac
      from events where seq = 5`)
    sql.close()
    expect(open().report.flaws).toEqual([
      { seq: 3, what: 'missing' },
      { seq: 6, what: 'altered' },
    ])
  })
})
