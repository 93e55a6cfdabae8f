import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Anchor } from '../../../../../electron/store/journal/anchor'
import { type JournalFile, openJournal } from '../../../../../electron/store/journal/journal-file'
import type { JournalCheck } from '../../../../../electron/store/journal/verify-journal'
import { placed, recordedEvent, testSecret } from '../../../../support/journal'

let folder: string
let journal: JournalFile

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-verify-'))
  const opened = openJournal(join(folder, 'journal.db'), testSecret, 0)
  if (!opened.ok) throw new Error(opened.error)
  journal = opened.value
})
afterEach(() => {
  journal.close()
  rmSync(folder, { recursive: true })
})

const record = (count: number): void => {
  const events = Array.from({ length: count }, () => placed(randomUUID(), recordedEvent(randomUUID())))
  expect(journal.append(events.flat())).toMatchObject({ ok: true })
}
function checkAll(anchor?: Anchor, between = () => {}): { check: JournalCheck; parts: number } {
  for (let parts = 1; ; parts++) {
    const step = journal.check(anchor, parts === 1)
    if (step.done) return { check: step.check, parts }
    expect(step.seq).toBeLessThanOrEqual(step.last)
    between()
  }
}

test('a whole journal says how much there is, since when, and that it is what the keychain remembers', () => {
  expect(checkAll().check).toEqual({ events: 0, entries: 0, flaws: [], anchored: false })
  record(3)
  const anchor = { ...journal.mark(), at: 0 }
  expect(checkAll(anchor).check).toEqual({ events: 3, entries: 3, since: 1_000, flaws: [], anchored: true })
})

test('a journal that does not hold what the keychain remembers says so', () => {
  record(2)
  const anchor = { ...journal.mark(), seq: 5, at: 0 }
  expect(checkAll(anchor).check.gap).toMatchObject({ what: 'cut', events: 2 })
  const other = { ...journal.mark(), mac: 'a'.repeat(64), at: 0 }
  expect(checkAll(other).check.gap).toMatchObject({ what: 'replaced' })
})

test('a large one is checked in parts, between which commits go on that disturb nothing', () => {
  record(1_200)
  let committed = 0
  const { check, parts } = checkAll({ ...journal.mark(), at: 0 }, () => {
    record(1)
    committed++
  })
  expect(parts).toBe(4)
  expect(committed).toBe(parts - 1)
  expect(check).toMatchObject({ events: 1_200, entries: 1_200, flaws: [] })
  expect(check.gap).toBeUndefined()
  expect(checkAll().check.events).toBe(1_200 + committed)
})
