import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlacedEvent } from '../../../../../electron/journal/event'
import { openDatabase } from '../../../../../electron/store/database'
import { type JournalFile, openJournal } from '../../../../../electron/store/journal/journal-file'
import { deriveKeys } from '../../../../../electron/store/journal/keys'
import { anOrder, aProfile, placed, recordedEvent, testSecret } from '../../../../support/journal'

let folder: string
let path: string
const opened: JournalFile[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-journal-'))
  path = join(folder, 'journal.db')
})
afterEach(() => {
  for (const journal of opened.splice(0)) journal.close()
  rmSync(folder, { recursive: true })
})

function open(): JournalFile {
  const result = openJournal(path, testSecret, 0)
  if (!result.ok) throw new Error(result.error)
  opened.push(result.value)
  return result.value
}
function close(): void {
  for (const journal of opened.splice(0)) journal.close()
}

const sending = { type: 'sending', body: { attempt: 1 }, payload: { before: { orderVersion: 3 } } } as const
const done = {
  type: 'done',
  body: { by: 'answer', othersChanged: false },
  payload: { after: { orderVersion: 4 } },
} as const

/** Changes the stored journal behind its back, with the right key. */
function tamper(script: string): void {
  const sql = openDatabase(path, deriveKeys(testSecret).file)
  sql.script('drop trigger if exists events_are_not_changed; drop trigger if exists events_are_not_removed')
  sql.script(script)
  sql.close()
}

describe('an append', () => {
  test('is there after the file was closed and opened again', () => {
    const id = randomUUID()
    const events = placed(id, recordedEvent('ticket:1'), sending, done)
    expect(open().append(events)).toMatchObject({ ok: true })
    close()
    const journal = open()
    expect(journal.report).toEqual({ events: 3, entries: 1, flaws: [], indexRebuilt: false })
    expect(journal.history(id)).toEqual(events)
    expect(journal.entry(id)).toMatchObject({
      state: 'done',
      after: { orderVersion: 4 },
      settledBy: 'answer',
    })
  })

  test('that is repeated, because its answer was lost, is one append', () => {
    const id = randomUUID()
    const events = placed(id, recordedEvent('ticket:1'), sending)
    const journal = open()
    journal.append(events)
    expect(journal.append(events)).toMatchObject({ ok: true })
    expect(journal.append(events.slice(0, 1))).toMatchObject({ ok: true })
    expect(journal.history(id)).toHaveLength(2)
  })

  test('of another event at a place that is taken is refused, and nothing changes', () => {
    const id = randomUUID()
    const journal = open()
    journal.append(placed(id, recordedEvent('ticket:1'), sending))
    const rival = placed(id, recordedEvent('ticket:1'), { type: 'withdrawn', body: { who: 'Bo' } })
    expect(journal.append(rival.slice(1))).toMatchObject({ ok: false, error: { reason: 'out-of-place' } })
    expect(journal.entry(id)?.state).toBe('sending')
  })

  test('that does not fit the state of its entry is refused, and nothing changes', () => {
    const id = randomUUID()
    const journal = open()
    journal.append(placed(id, recordedEvent('ticket:1')))
    const [, result] = placed(id, recordedEvent('ticket:1'), done)
    expect(journal.append([result as PlacedEvent])).toMatchObject({ ok: false })
    expect(journal.entry(id)?.state).toBe('queued')
  })

  test('of several entries is all or nothing', () => {
    const journal = open()
    journal.append(placed(randomUUID(), recordedEvent('ticket:2')))
    const [first, second] = [randomUUID(), randomUUID()]
    const both = [...placed(first, recordedEvent('ticket:1')), ...placed(second, recordedEvent('ticket:2'))]
    expect(journal.append(both)).toMatchObject({ ok: false, error: { reason: 'claimed' } })
    expect(journal.entry(first)).toBeUndefined()
    expect(journal.unsettled()).toHaveLength(1)
    close()
    expect(open().report).toMatchObject({ events: 1, flaws: [] })
  })

  test('together with others is refused for itself: the others are on disk, and the chain holds', () => {
    const journal = open()
    const [first, rival, last] = [randomUUID(), randomUUID(), randomUUID()]
    const appended = journal.appendAll([
      placed(first, recordedEvent('ticket:1'), sending),
      [...placed(randomUUID(), recordedEvent('ticket:2')), ...placed(rival, recordedEvent('ticket:1'))],
      placed(last, recordedEvent('ticket:3')),
    ])
    expect(appended).toMatchObject([
      { ok: true },
      { ok: false, error: { reason: 'claimed', holder: first, entry: rival } },
      { ok: true },
    ])
    expect(journal.unsettled().map(({ id }) => id)).toEqual([first, last])
    expect(journal.mark()).toMatchObject({ seq: 3, entries: 2 })
    close()
    expect(open().report).toMatchObject({ events: 3, entries: 2, flaws: [] })
  })
})

test('a contact is claimed over all orders of its profile, what is of an order in that order alone', () => {
  const journal = open()
  const first = randomUUID()
  const edit = (id: string, other: object) =>
    journal.append(placed(id, recordedEvent('contact:29ae7793', other)))
  expect(edit(first, { order: 'PRI0000001' })).toMatchObject({ ok: true })
  expect(edit(randomUUID(), { order: 'PRI0000002' })).toMatchObject({
    ok: false,
    error: { reason: 'claimed', holder: first },
  })
  expect(edit(randomUUID(), { order: 'PRI0000002', profile: 'other' })).toMatchObject({ ok: true })
  close()
  expect(open().report).toMatchObject({ entries: 2, flaws: [], indexRebuilt: false })
})

test('the entries of one command are found together, in the order they were recorded', () => {
  const [group, one, other] = [randomUUID(), randomUUID(), randomUUID()]
  const journal = open()
  const body = { group, groupSize: 2 }
  journal.append(placed(randomUUID(), recordedEvent('ticket:9')))
  journal.append([
    ...placed(one, recordedEvent('ticket:1', body)),
    ...placed(other, recordedEvent('ticket:2', body)),
  ])
  expect(journal.group(group, 500).map(({ id }) => id)).toEqual([one, other])
  expect(journal.group(group, 1).map(({ id }) => id)).toEqual([one])
})

describe('a claim', () => {
  test('is held by one unsettled entry, also after a restart, and is free again once that is settled', () => {
    const first = randomUUID()
    open().append(placed(first, recordedEvent('ticket:1')))
    close()
    const journal = open()
    const second = placed(randomUUID(), recordedEvent('ticket:1'))
    expect(journal.append(second)).toMatchObject({ ok: false, error: { reason: 'claimed', holder: first } })
    const [, ...rest] = placed(first, recordedEvent('ticket:1'), sending, done)
    journal.append(rest)
    expect(journal.append(second)).toMatchObject({ ok: true })
  })

  test('on another order or of another profile is another claim', () => {
    const journal = open()
    journal.append(placed(randomUUID(), recordedEvent('order')))
    for (const other of [{ order: 'PRI0000000001' }, { profile: 'other' }]) {
      expect(journal.append(placed(randomUUID(), recordedEvent('order', other)))).toMatchObject({ ok: true })
    }
  })
})

describe('the list of entries', () => {
  test('is newest first, page by page, each entry once', () => {
    const journal = open()
    const ids = Array.from({ length: 7 }, () => randomUUID())
    for (const [n, id] of ids.entries()) journal.append(placed(id, recordedEvent(`ticket:${n}`)))
    const seen: string[] = []
    let next: number | undefined
    do {
      const page = journal.list({ profile: aProfile }, next, 3)
      seen.push(...page.entries.map((entry) => entry.id))
      next = page.next
    } while (next !== undefined)
    expect(seen).toEqual(ids.toReversed())
  })

  test('is of one profile, and can be of some states, of some kinds or of one order', () => {
    const journal = open()
    const sent = randomUUID()
    journal.append(placed(sent, recordedEvent('ticket:1'), sending))
    journal.append(
      placed(randomUUID(), recordedEvent('ticket:2', { order: 'PRI0000000001', kind: 'amend-order' })),
    )
    journal.append(placed(randomUUID(), recordedEvent('ticket:3', { profile: 'other' })))
    const list = (filter: object) => journal.list({ profile: aProfile, ...filter }, undefined, 10).entries
    expect(list({})).toHaveLength(2)
    expect(list({ states: ['sending'] }).map((entry) => entry.id)).toEqual([sent])
    expect(list({ order: anOrder }).map((entry) => entry.id)).toEqual([sent])
    expect(list({ states: ['done'] })).toEqual([])
    expect(list({ kinds: ['amend-order', 'send-tickets'] }).map(({ kind }) => kind)).toEqual(['amend-order'])
    expect(list({ kinds: ['refund-payment'] })).toEqual([])
    expect(journal.counts(aProfile)).toEqual({ queued: 1, sending: 1 })
  })
})

describe('opening', () => {
  const id = randomUUID()
  beforeEach(() => {
    open().append([
      ...placed(randomUUID(), recordedEvent('ticket:0'), sending, done),
      ...placed(id, recordedEvent('ticket:1'), sending),
    ])
    close()
  })

  test.each([
    ['an edited event', `update events set body = replace(body, 'Amara', 'Bo') where seq = 4`, 4, 'altered'],
    [
      'an event that was cut out',
      'delete from payloads where seq = 2; delete from events where seq = 2',
      2,
      'missing',
    ],
    [
      'an edited payload',
      `update payloads set content = replace(content, 'ill', 'bored') where seq = 4`,
      4,
      'altered',
    ],
    ['a payload that was removed', 'delete from payloads where seq = 5', 5, 'missing'],
    ['a moved event', 'update events set at = at + 1 where seq = 1', 1, 'altered'],
    [
      'a forged event',
      `insert into events select 6, entry, 3, at, 'withdrawn', '{"who":"x"}', null, mac from events where seq = 5`,
      6,
      'altered',
    ],
  ])('finds %s, says where, keeps what is readable and writes nothing more', (_, script, seq, what) => {
    tamper(script)
    const before = readFileSync(path)
    const journal = open()
    expect(journal.report.flaws[0]).toEqual({ seq, what })
    expect(journal.entry(id)?.order).toBe(anOrder)
    expect(journal.list({ profile: aProfile }, undefined, 10).entries.length).toBeGreaterThan(0)
    expect(journal.append(placed(randomUUID(), recordedEvent('ticket:9')))).toEqual({
      ok: false,
      error: { reason: 'damaged' },
    })
    close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('makes the index anew from the events when the two differ, and frees or keeps claims by them', () => {
    tamper(
      `update entries set state = 'done', settled = 1, document = replace(document, 'sending', 'done'); delete from claims`,
    )
    const journal = open()
    expect(journal.report).toMatchObject({ flaws: [], indexRebuilt: true })
    expect(journal.entry(id)?.state).toBe('sending')
    expect(journal.append(placed(randomUUID(), recordedEvent('ticket:1')))).toMatchObject({ ok: false })
    expect(journal.append(placed(randomUUID(), recordedEvent('ticket:0')))).toMatchObject({ ok: true })
  })

  test('with another key is refused, and the file is left as it is', () => {
    const before = readFileSync(path)
    expect(openJournal(path, 'ff'.repeat(32), 0)).toEqual({ ok: false, error: 'wrong-key' })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a file that a newer program made is refused, and left as it is', () => {
    tamper('insert into schema_versions values (99, 0)')
    const before = readFileSync(path)
    expect(openJournal(path, testSecret, 0)).toEqual({ ok: false, error: 'newer' })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a file that is open elsewhere is refused', () => {
    open()
    expect(openJournal(path, testSecret, 0)).toEqual({ ok: false, error: 'in-use' })
  })

  test('never trusts a file with flipped or missing bytes: it is refused, reported, or still whole', () => {
    const whole = readFileSync(path)
    const trial = join(folder, 'trial.db')
    const events = open().history(id)
    close()
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({ at: fc.nat(whole.length - 1), flip: fc.integer({ min: 1, max: 255 }) }),
          fc.record({ keep: fc.nat(whole.length - 1) }),
        ),
        (damage) => {
          const bytes = Buffer.from(whole)
          if ('at' in damage) bytes[damage.at] = (bytes[damage.at] ?? 0) ^ damage.flip
          writeFileSync(trial, 'keep' in damage ? bytes.subarray(0, damage.keep) : bytes)
          const result = openJournal(trial, testSecret, 0)
          expect(existsSync(trial)).toBe(true)
          if (!result.ok) return
          const { report } = result.value
          // An empty file is a new journal; that one was cut off shows by the anchor in the keychain.
          const isNew = 'keep' in damage && damage.keep === 0
          if (report.flaws.length === 0 && !isNew) expect(result.value.history(id)).toEqual(events)
          else expect(result.value.history(id).length).toBeLessThanOrEqual(events.length)
          result.value.close()
        },
      ),
      { numRuns: 100 },
    )
  })
})
