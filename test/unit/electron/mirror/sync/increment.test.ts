import { describe, expect, test } from 'vitest'
import { letGo, nextTask, takenUp, windowsBefore } from '../../../../../electron/mirror/sync/agenda'
import { beginIncrement, unchangedAt } from '../../../../../electron/mirror/sync/increment'
import { incrementPageRead } from '../../../../../electron/mirror/sync/page-read'
import { defaultSyncSettings as settings } from '../../../../../electron/mirror/sync/settings'
import { skewOf } from '../../../../../electron/mirror/sync/skew'
import { readSyncState, type SyncState, writeSyncState } from '../../../../../electron/mirror/sync/sync-state'
import type { Taken } from '../../../../../electron/store/mirror/protocol'

const now = Date.parse('2026-11-22T10:00:00Z')
const minute = 60_000
const state: SyncState = { version: 1, heldFrom: now - 390 * 24 * 60 * minute, through: now - minute }

/** So long before what is held changes are asked for. */
const twoYears = 732 * 24 * 60 * minute

const taken = (items: number, totalItems: number): Taken => ({
  ...{ items, unreadable: 0, changed: [], paging: { totalItems, itemsPerPage: 10 } },
  ...(items === 0 ? {} : { created: { first: now - 600 * minute, last: now }, modified: now - minute }),
})
const dated = (at: number) => new Date(at).toUTCString()

/** The state after one page of a question for changes. */
function asked(before: SyncState, page: Parameters<typeof incrementPageRead>[2], at = now) {
  const begun = beginIncrement(before, at, settings)
  const [span] = begun.increment?.spans ?? []
  if (!span) throw new Error('nothing was asked')
  return incrementPageRead(begun, span, page, { ...settings, now: at }).state
}

describe('a question for changes', () => {
  test('reaches back behind what was asked for, over all orders that are held and two years more (rule 152)', () => {
    const { increment } = beginIncrement(state, now, settings)
    expect(increment?.modifiedSince).toBe(now - minute - settings.overlapMs)
    expect(increment?.spans).toHaveLength(1)
    expect(increment?.spans[0]?.from).toBe(state.heldFrom - twoYears)
    expect(increment?.spans[0]?.to).toBeGreaterThan(now)
  })

  test('is answered as of its first page: what changes while pages are walked is asked for again', () => {
    const going = asked(state, { taken: taken(10, 30), date: now + 1_000 })
    expect(going.through).toBe(state.through)
    const [span] = going.increment?.spans ?? []
    if (!span) throw new Error('nothing is left')
    const page = { taken: taken(2, 2), date: now + 90_000 }
    const end = incrementPageRead(going, span, page, { ...settings, now: now + 90_000 }).state
    expect(end).toMatchObject({ through: now + 1_000, throughAt: now })
  })

  test('without a date of the server is answered as of the newest change that it brought', () => {
    const later = { ...taken(1, 1), modified: now + 5_000 }
    expect(asked(state, { taken: later }).through).toBe(now + 5_000)
    expect(asked(state, { taken: taken(0, 0) }).through).toBe(state.through)
  })

  test('goes by the server also where its clock is earlier than before: more is asked for again', () => {
    expect(asked(state, { taken: taken(0, 0), date: now - 60 * minute }).through).toBe(now - 60 * minute)
  })

  test('believes the server no further than the desk moved on: an answer dated too late passes nothing over', () => {
    const known = asked(state, { taken: taken(0, 0), date: now })
    expect(known).toMatchObject({ through: now, throughAt: now })
    const tooLate = { taken: { ...taken(1, 1), modified: now + 120 * minute }, date: now + 120 * minute }
    for (const page of [tooLate, { taken: tooLate.taken }]) {
      const { through } = asked(known, page, now + minute)
      expect(through).toBe(now + minute + settings.skewMs)
    }
    const after = asked(
      asked(known, tooLate, now + minute),
      { taken: taken(0, 0), date: now + 2 * minute },
      now + 2 * minute,
    )
    expect(beginIncrement(after, now + 3 * minute, settings).increment?.modifiedSince).toBe(
      now + 2 * minute - settings.overlapMs,
    )
  })

  test('catches up with the server where the clock of the desk was put back', () => {
    let known = asked(state, { taken: taken(0, 0), date: now })
    for (let passed = 1; passed <= 5; passed++)
      known = asked(
        known,
        { taken: taken(0, 0), date: now + passed * minute },
        now - 180 * minute + passed * minute,
      )
    expect(known.through).toBe(now + 5 * minute)
  })

  test('is asked on condition only when the last answer came long after the last change (rules 40, 42)', () => {
    const page = (lag: number) => ({ taken: taken(1, 1), date: now, lastModified: dated(now - lag) })
    expect(asked(state, page(settings.overlapMs - 1_000)).quiet).toBeUndefined()
    const quiet = asked(state, page(settings.overlapMs))
    const again = beginIncrement(quiet, now + minute, settings).increment
    expect(again).toMatchObject({
      ifModifiedSince: dated(now - settings.overlapMs),
      modifiedSince: now - minute - settings.overlapMs,
    })
    const limits = { ...settings, now: now + minute }
    const after = unchangedAt({ ...quiet, ...(again && { increment: again }) }, now + minute, limits)
    expect(after).toEqual({ ...quiet, through: now + minute, throughAt: now + minute })
  })

  test('is not asked on condition where the last one did not reach as far back', () => {
    const span = { from: state.heldFrom, to: now + 90 * 24 * 60 * minute, at: 1 }
    const quiet = { modifiedSince: now - 60 * minute, span, lastModified: dated(now - 60 * minute) }
    const { increment } = beginIncrement({ ...state, quiet }, now, settings)
    expect(increment).not.toHaveProperty('ifModifiedSince')
    expect(increment?.spans[0]?.from).toBe(state.heldFrom - twoYears)
  })

  test('whose answer had several pages, or no date of its last change, is not asked on condition', () => {
    const old = dated(now - 600 * minute)
    expect(asked(state, { taken: taken(10, 30), date: now, lastModified: old }).quiet).toBeUndefined()
    expect(asked(state, { taken: taken(1, 1), date: now }).quiet).toBeUndefined()
    expect(asked(state, { taken: taken(1, 1), date: now, lastModified: 'yesterday' }).quiet).toBeUndefined()
  })

  test('goes before older orders', () => {
    const span = { from: 0, to: 1000, at: 1 }
    const filling = { ...state, fill: { isMore: false, spans: [span] } }
    expect(nextTask(filling, new Set(), true, now, settings).task?.kind).toBe('increment')
    expect(nextTask(filling, new Set(), false, now, settings).task).toEqual({ kind: 'fill', span })
    expect(nextTask(filling, new Set([span]), false, now, settings).task).toBeUndefined()
  })
})

describe('what is saved', () => {
  test('reads as it was written, and what another version wrote is nothing', () => {
    const whole = beginIncrement({ ...state, fill: { of: 7, isMore: false, spans: [] } }, now, settings)
    expect(readSyncState(writeSyncState(whole))).toEqual(whole)
    for (const text of [undefined, '', 'no JSON', '{}', JSON.stringify({ ...whole, version: 2 })]) {
      expect(readSyncState(text)).toBeUndefined()
    }
  })

  test('is read on from older orders when they are to be held for longer, and not otherwise', () => {
    expect(takenUp(state, now, { ...settings, retentionMonths: 6 })).toEqual(state)
    const more = takenUp(state, now, { ...settings, retentionMonths: 24 })
    expect(more.fill?.isMore).toBe(true)
    expect(more.fill?.spans[0]?.to).toBe(state.heldFrom + 1000)
    expect(more.fill?.spans.at(-1)?.from).toBe(more.heldFrom)
    expect(more.heldFrom).toBeLessThan(state.heldFrom)
  })
})

describe('orders that are held for shorter', () => {
  const bound = state.heldFrom + 90 * 24 * 60 * minute
  const less = letGo(state, bound)

  test('are no longer taken for held, but those of them that stay are asked after', () => {
    expect(less.heldFrom).toBe(bound)
    expect(less.through).toBe(state.through)
    expect(beginIncrement(less, now, settings).increment?.spans[0]?.from).toBe(state.heldFrom - twoYears)
    expect(readSyncState(writeSyncState(less))).toEqual(less)
  })

  test('are not taken for held by a fraction of a second either', () => {
    expect(letGo(state, bound - 500).heldFrom).toBe(bound)
  })

  test('are not read any more where they were still to come', () => {
    const spans = [
      { from: bound + 5_000, to: now, at: 14 },
      { from: bound - 5_000, to: bound + 6_000, at: 1 },
      { from: state.heldFrom, to: bound - 4_000, at: 1 },
    ]
    const filling = letGo({ ...state, fill: { of: 7, isMore: false, spans } }, bound)
    expect(filling.fill).toEqual({ of: 7, isMore: false, spans: [spans[0], { ...spans[1], from: bound }] })
    expect(letGo({ ...state, fill: { isMore: true, spans: spans.slice(2) } }, bound).fill).toBeUndefined()
  })

  test('are read again when they are to be held for longer after all', () => {
    const again = takenUp(less, now, settings)
    expect(again.fill?.spans[0]?.to).toBe(bound + 1000)
    expect(again.fill?.spans).toEqual(windowsBefore(less, now, settings))
    expect(again.heldFrom).toBeLessThanOrEqual(state.heldFrom + 24 * 60 * minute * 10)
    expect(beginIncrement(again, now, settings).increment?.spans[0]?.from).toBe(
      Math.min(again.heldFrom, state.heldFrom) - twoYears,
    )
  })

  test('stay as they are where nothing is shorter', () => {
    expect(letGo(state, state.heldFrom)).toBe(state)
    expect(letGo(less, state.heldFrom)).toBe(less)
    expect(windowsBefore(state, now, { ...settings, retentionMonths: 6 })).toEqual([])
  })
})

test.each([
  [0, undefined],
  [29_000, undefined],
  [-29_000, undefined],
  [90_000, 90_000],
  [-90_000, -88_000],
])('a desk that is %d ms ahead of the server is told to be %s', (ahead, told) => {
  const date = now - ahead
  expect(skewOf({ askedAt: now, answeredAt: now + 2_000, date }, 30_000)).toBe(told)
})
