import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAnchorKeeper } from '../../../../electron/journal/anchor-keeper'
import { AnchorShelf } from '../../../support/anchor-place'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const mark = (seq: number) => ({ seq, mac: seq.toString(16).padStart(64, '0'), entries: seq })

describe('the anchor', () => {
  test('is kept about a second after a commit; many commits are one write of the newest', async () => {
    const shelf = new AnchorShelf()
    const keeper = shelf.keeper()
    for (let seq = 1; seq <= 50; seq++) keeper.note(mark(seq))
    expect(shelf.writes).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(shelf.writes).toHaveLength(1)
    expect(shelf.anchor).toEqual({ ...mark(50), at: 0 })
  })

  test('is written again only when the chain has grown', async () => {
    const shelf = new AnchorShelf()
    shelf.text = JSON.stringify({ ...mark(4), at: 0 })
    const keeper = shelf.keeper()
    expect(await keeper.read()).toEqual(ok({ ...mark(4), at: 0 }))
    keeper.note(mark(4))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(shelf.writes).toEqual([])
    expect(keeper.flush()).toBeUndefined()
    keeper.note(mark(5))
    await vi.advanceTimersByTimeAsync(1000)
    expect(shelf.anchor?.seq).toBe(5)
  })

  test('is kept at once at the end, and a write that is under way is waited for, so that the newest stays', async () => {
    const shelf = new AnchorShelf()
    const landings: (() => void)[] = []
    const keeper = createAnchorKeeper({
      place: {
        ...shelf.place,
        write: async (text) => {
          await new Promise<void>((land) => landings.push(land))
          return shelf.place.write(text)
        },
      },
      now: () => 0,
      failed: () => {},
    })
    keeper.note(mark(1))
    await vi.advanceTimersByTimeAsync(1000)
    keeper.note(mark(2))
    const flushed = keeper.flush()
    expect(landings).toHaveLength(1)
    landings[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    landings[1]?.()
    await flushed
    expect(shelf.anchor?.seq).toBe(2)
  })

  test('that the keychain does not take is told and tried again; the one that is kept stays', async () => {
    const shelf = new AnchorShelf()
    shelf.text = JSON.stringify({ ...mark(1), at: 0 })
    const failed = vi.fn()
    let locked = true
    const keeper = createAnchorKeeper({
      place: {
        ...shelf.place,
        write: async (text) =>
          locked ? err(appError('KEYCHAIN_LOCKED', 'locked')) : shelf.place.write(text),
      },
      now: () => 0,
      failed,
    })
    keeper.note(mark(2))
    await vi.advanceTimersByTimeAsync(1000)
    expect(failed).toHaveBeenCalledOnce()
    expect(shelf.anchor?.seq).toBe(1)
    locked = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect(shelf.anchor?.seq).toBe(2)
  })

  test('that is no anchor is an error, and so is a keychain that does not answer: neither means "none"', async () => {
    const shelf = new AnchorShelf()
    expect(await shelf.keeper().read()).toEqual(ok(undefined))
    shelf.text = '{"seq":1}'
    expect(await shelf.keeper().read()).toMatchObject({ ok: false, error: { code: 'KEYCHAIN_LOCKED' } })
    const locked = err(appError('KEYCHAIN_LOCKED', 'locked'))
    const place = { ...shelf.place, read: async () => locked }
    const keeper = createAnchorKeeper({ place, now: () => 0, failed: () => {} })
    expect(await keeper.read()).toEqual(locked)
  })
})
