import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../../../electron/store/database'
import type { Anchor } from '../../../../../electron/store/journal/anchor'
import {
  acceptJournal,
  type JournalFile,
  openJournal,
} from '../../../../../electron/store/journal/journal-file'
import { deriveKeys } from '../../../../../electron/store/journal/keys'
import { aProfile, placed, recordedEvent, testSecret } from '../../../../support/journal'

let folder: string
let path: string
const opened: JournalFile[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-anchor-'))
  path = join(folder, 'journal.db')
})
afterEach(() => {
  close()
  rmSync(folder, { recursive: true })
})

const close = (): void => {
  for (const journal of opened.splice(0)) journal.close()
}
const kept = (result: ReturnType<typeof openJournal>): JournalFile => {
  if (!result.ok) throw new Error(result.error)
  opened.push(result.value)
  return result.value
}
const open = (anchor?: Anchor) => kept(openJournal(path, testSecret, 0, anchor))
const accept = (anchor: Anchor) => kept(acceptJournal(path, testSecret, 7_000, anchor, 'Amara'))
const anchorOf = (journal: JournalFile): Anchor => ({ ...journal.mark(), at: 5_000 })

/** Records one entry each and answers the anchor after each. */
function record(journal: JournalFile, ...claims: readonly string[]): Anchor[] {
  return claims.map((claim) => {
    expect(journal.append(placed(randomUUID(), recordedEvent(claim)))).toMatchObject({ ok: true })
    return anchorOf(journal)
  })
}

/** What the journal was, as anchors: after one, two and three entries. */
function threeEntries(): readonly [Anchor, Anchor, Anchor] {
  const [first, second, third] = record(open(), 'ticket:1', 'ticket:2', 'ticket:3')
  close()
  return [first as Anchor, second as Anchor, third as Anchor]
}

/** Cuts the newest events off with the right key, as somebody who has it would, and makes the index fit. */
function cutAfter(seq: number): void {
  const sql = openDatabase(path, deriveKeys(testSecret).file)
  sql.script(`drop trigger if exists events_are_not_changed; drop trigger if exists events_are_not_removed;
    delete from payloads where seq > ${seq}; delete from events where seq > ${seq};
    delete from claims where entry in (select id from entries where created > ${seq});
    delete from entries where created > ${seq}`)
  sql.close()
}

const claimTaken = (journal: JournalFile) => journal.append(placed(randomUUID(), recordedEvent('ticket:9')))

describe('a journal that holds what the keychain remembers', () => {
  test('is whole, also when the anchor is older than the newest event: a kill between commit and anchor', () => {
    for (const anchor of threeEntries()) {
      const journal = open(anchor)
      expect(journal.report).toMatchObject({ entries: 3, flaws: [] })
      expect(journal.report.gap).toBeUndefined()
      close()
    }
    expect(claimTaken(open())).toMatchObject({ ok: true })
  })

  test('is whole without an anchor: a version that kept none wrote it', () => {
    copyFileSync(resolve(import.meta.dirname, '../../../../data/journals/format-1.db'), path)
    const journal = open()
    expect(journal.report).toMatchObject({ flaws: [], entries: 11 })
    expect(journal.report.gap).toBeUndefined()
    // From now on it can be anchored, and the anchor holds.
    const anchor = anchorOf(journal)
    expect(anchor).toMatchObject({ seq: journal.report.events, entries: 11 })
    close()
    expect(open(anchor).report.gap).toBeUndefined()
  })

  test('is whole with the anchor of an empty journal, whether its file is there or not', () => {
    const empty = anchorOf(open())
    close()
    expect(open(empty).report.gap).toBeUndefined()
    close()
    rmSync(path)
    expect(claimTaken(open(empty))).toMatchObject({ ok: true })
  })
})

describe.each([
  ['whose newest events were cut off', 'cut', () => cutAfter(1), 1],
  [
    'that was replaced by an older copy',
    'cut',
    () => {
      writeFileSync(path, readFileSync(join(folder, 'older.db')))
    },
    1,
  ],
  [
    'that was replaced by an older copy with another continuation',
    'replaced',
    () => {
      writeFileSync(path, readFileSync(join(folder, 'older.db')))
      record(open(), 'ticket:5', 'ticket:6', 'ticket:7')
      close()
    },
    4,
  ],
  ['that was emptied', 'deleted', () => writeFileSync(path, ''), 0],
  ['that was deleted', 'deleted', () => rmSync(path), 0],
] as const)('a journal %s', (_, what, harm, left) => {
  let anchor: Anchor

  beforeEach(() => {
    const [first] = record(open(), 'ticket:1')
    close()
    copyFileSync(path, join(folder, 'older.db'))
    const [, third] = record(open(first), 'ticket:2', 'ticket:3')
    anchor = third as Anchor
    close()
    harm()
  })
  const bytes = () => (existsSync(path) ? readFileSync(path) : undefined)

  test('says what is missing, lists what is left, takes nothing, and the disk stays as it is', () => {
    const before = bytes()
    const journal = open(anchor)
    expect(journal.report).toMatchObject({
      flaws: [],
      events: left,
      entries: left,
      gap: { what, anchor: { seq: 3, entries: 3 }, events: left, entries: left },
    })
    expect(journal.list({ profile: aProfile }, undefined, 10).entries).toHaveLength(left)
    expect(claimTaken(journal)).toEqual({ ok: false, error: { reason: 'damaged' } })
    expect(journal.unsettled()).toEqual([])
    close()
    expect(bytes()).toEqual(before)
  })

  test('goes on once a person has accepted it: who, when and what was missing is its next event', () => {
    const journal = accept(anchor)
    expect(journal.report).toMatchObject({ flaws: [], entries: left, events: left + 1 })
    expect(journal.report.gap).toBeUndefined()
    expect(journal.history('00000000-0000-0000-0000-000000000000')).toMatchObject([
      {
        at: 7_000,
        event: {
          type: 'gap-accepted',
          body: {
            who: 'Amara',
            what,
            anchor: { seq: 3, entries: 3, at: 5_000 },
            events: left,
            entries: left,
          },
        },
      },
    ])
    expect(claimTaken(journal)).toMatchObject({ ok: true })
    expect(journal.list({ profile: aProfile }, undefined, 10).entries).toHaveLength(left + 1)
  })

  test('is accepted, also when the program is killed before the new anchor is kept, and only that far', () => {
    const accepted = anchorOf(accept(anchor))
    close()
    expect(open(anchor).report.gap).toBeUndefined()
    close()
    expect(open(accepted).report.gap).toBeUndefined()
    close()
    cutAfter(left)
    expect(open(accepted).report.gap).toMatchObject({ what: what === 'deleted' ? 'cut' : expect.any(String) })
    close()
    expect(open(anchor).report.gap).toBeDefined()
  })
})

test('a journal that is whole is not accepted again, and one with altered events cannot be', () => {
  const [, , anchor] = threeEntries()
  expect(accept(anchor).report).toMatchObject({ events: 3 })
  close()
  cutAfter(2)
  const sql = openDatabase(path, deriveKeys(testSecret).file)
  sql.script(`update events set at = at + 1 where seq = 1`)
  sql.close()
  const before = readFileSync(path)
  const journal = accept(anchor)
  expect(journal.report).toMatchObject({ flaws: [{ seq: 1, what: 'altered' }], gap: { what: 'cut' } })
  expect(claimTaken(journal)).toMatchObject({ ok: false })
  close()
  expect(readFileSync(path).equals(before)).toBe(true)
})
