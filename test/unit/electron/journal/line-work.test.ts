import { appError } from '@shared/kernel/app-error'
import { err } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { goesOnWithin } from '../../../../electron/journal/batch-runner'
import type { LineResult } from '../../../../electron/journal/line-work'
import { SimulatedDesk } from '../../../support/simulated-desk'

const second = 1_000
const minute = 60 * second

const orders = (count: number) => Array.from({ length: count }, (_, index) => `PRI-FILES-${index}`)

/** A desk on which a line takes a second, and what was done to each. */
async function started(count: number, results: LineResult['error'][] = [], desk = new SimulatedDesk()) {
  const done: string[] = []
  const begun: string[] = []
  let most = 0
  let under = 0
  desk.runLine = async (_, { detail }) => {
    const order = String((detail as { order: string }).order)
    begun.push(order)
    most = Math.max(most, ++under)
    await new Promise<void>((resolve) => void desk.time.after(second, resolve))
    under--
    const error = results.shift()
    if (error) {
      const isClear = error.code === 'NO_VOUCHER' || error.code === 'UPSTREAM'
      return { state: isClear ? 'failed' : 'queued', detail, error }
    }
    done.push(order)
    return { state: 'done', detail }
  }
  const id = await desk.submitLines(orders(count))
  return { desk, id, done, begun, most: () => most, tally: () => desk.journal.batches.tally(id) }
}

describe('a batch of what changes nothing at the API', () => {
  test('runs at the pace of every batch, and leaves no operation behind', async () => {
    const { desk, id, done, most, tally } = await started(30)
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'finished', lines: 30, work: 'lines' })
    expect(tally()).toEqual({ done: 30 })
    expect(done).toEqual(orders(30))
    expect(most()).toBe(4)
    expect(desk.unsettled()).toEqual([])
    expect(desk.journal.list({ profile: desk.profile }, undefined, 10).entries).toEqual([])
    expect(desk.server.arrivals).toEqual([])
  })

  test('shares its places with batches of operations: four are under way, over both', async () => {
    const { desk, done } = await started(20)
    await desk.submitBatch(orders(20).map((order) => ({ order: `${order}-OTHER`, ticket: '1' })))
    await desk.time.pass(5.5 * second)
    // Each takes a second.
    expect(done.length + desk.server.ledger.length).toBeLessThanOrEqual(20)
    expect(done.length).toBeGreaterThan(5)
    expect(desk.server.ledger.length).toBeGreaterThan(5)
  })

  test('runs for a profile that may change nothing, as operations do not', async () => {
    const desk = new SimulatedDesk()
    desk.allowed = err(appError('READ_ONLY', 'this profile is read-only'))
    const { id, tally } = await started(5, [], desk)
    await desk.time.pass(minute)
    expect(desk.batch(id).state).toBe('finished')
    expect(tally()).toEqual({ done: 5 })
  })

  test('stops for another account: its orders are not those that were confirmed', async () => {
    const { desk, id, tally, begun } = await started(30)
    await desk.time.pass(1.5 * second)
    desk.account = 'somebody else'
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'not-allowed' })
    expect(tally()).toEqual({ done: begun.length, queued: 30 - begun.length })
    expect(await desk.runner.resume(id)).toMatchObject({ ok: false, error: { code: 'ANOTHER_ACCOUNT' } })
  })

  test('waits as a whole when the server asks to come later (rule 70), then does every line once', async () => {
    const { desk, id, done, tally } = await started(20, [undefined, { code: 'RATE_LIMITED' }])
    await desk.time.pass(3 * second)
    const before = done.length
    expect(desk.runner.progress(id).limitedUntil).toBeGreaterThan(desk.time.now())
    await desk.time.pass(20 * second)
    expect(done.length).toBe(before)
    await desk.time.pass(minute)
    expect(tally()).toEqual({ done: 20 })
    expect([...done].sort()).toEqual(orders(20).sort())
    expect(desk.batch(id).state).toBe('finished')
  })

  test.each([
    ['before the answer', 0],
    ['after the answer', 10 * second],
  ])('does nothing while it is paused, and what was under way again when it goes on %s', async (_, pause) => {
    const { desk, id, begun, tally } = await started(1, [{ code: 'RATE_LIMITED' }])
    await desk.time.pass(0.5 * second)
    await desk.runner.pause(id, 'by-hand')
    await desk.time.pass(pause)
    expect(begun).toHaveLength(1)
    await desk.runner.resume(id)
    await desk.time.pass(5 * minute)
    expect(tally()).toEqual({ done: 1 })
    expect(desk.batch(id).state).toBe('finished')
  })

  test('is not paused once more by what hindered it before it was told to go on', async () => {
    const gone = { code: 'FOLDER_GONE' } as const
    const { desk, id, begun, tally } = await started(4, [gone, gone, gone, gone])
    // All four were begun, none has answered.
    await desk.time.pass(0.9 * second)
    expect(begun).toHaveLength(4)
    await desk.runner.pause(id, 'by-hand')
    await desk.runner.resume(id)
    await desk.time.pass(minute)
    expect(desk.batch(id).state).toBe('finished')
    expect(tally()).toEqual({ done: 4 })
    expect(begun).toHaveLength(8)
  })

  test('stays paused when it is paused again before the answer to what hindered it', async () => {
    const { desk, id, begun, tally } = await started(1, [{ code: 'FOLDER_GONE' }])
    await desk.time.pass(0.5 * second)
    await desk.runner.pause(id, 'by-hand')
    await desk.runner.resume(id)
    await desk.runner.pause(id, 'by-hand')
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'by-hand' })
    expect(begun).toHaveLength(1)
    expect(tally()).toEqual({ queued: 1 })
  })

  test('does not go on by itself while it is paused, however long', async () => {
    const { desk, id, begun, tally } = await started(1, [{ code: 'RATE_LIMITED' }])
    await desk.time.pass(0.5 * second)
    await desk.runner.pause(id, 'by-hand')
    await desk.time.pass(30 * minute)
    expect(begun).toHaveLength(1)
    expect(tally()).toEqual({ queued: 1 })
  })

  test('is not told to come later for ever: a line that always is has failed, and can be tried again', async () => {
    const { desk, tally, begun } = await started(
      1,
      Array.from({ length: 20 }, () => ({ code: 'RATE_LIMITED' })),
    )
    await desk.time.pass(60 * minute)
    expect(tally()).toEqual({ failed: 1 })
    expect(begun).toHaveLength(9)
  })

  test.each([
    ['OFFLINE', 'offline'],
    ['SIGNED_OUT', 'signed-out'],
    ['DISK_FULL', 'disk-full'],
    ['FOLDER_GONE', 'folder-gone'],
    ['NOT_WRITABLE', 'not-writable'],
  ])(
    'pauses on %s instead of failing line by line, and does every line once it goes on',
    async (code, why) => {
      const { desk, id, done, tally } = await started(30, [
        undefined,
        undefined,
        { code },
        { code },
        { code },
      ])
      await desk.time.pass(minute)
      expect(desk.batch(id)).toMatchObject({ state: 'paused', why })
      const before = done.length
      expect(tally()).toEqual({ done: before, queued: 30 - before })
      await desk.runner.resume(id)
      await desk.time.pass(minute)
      expect(tally()).toEqual({ done: 30 })
      expect([...done].sort()).toEqual(orders(30).sort())
    },
  )

  test('goes on past lines that the server refuses, and pauses after five without a clear answer', async () => {
    const refused = Array.from({ length: 8 }, () => ({ code: 'NO_VOUCHER' }))
    const unclear = Array.from({ length: 5 }, () => ({ code: 'UPSTREAM' }))
    const { desk, id, tally } = await started(40, [...refused, ...unclear])
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'server' })
    expect(tally().failed).toBe(13)
    expect(tally().queued).toBeGreaterThan(20)
  })

  test('ends what is under way when it is stopped, and takes back the rest, also what was to be done again', async () => {
    const { desk, id, tally, begun } = await started(30, [undefined, undefined, { code: 'FOLDER_GONE' }])
    await desk.time.pass(0.5 * second)
    await desk.runner.stop(id, 'Bo')
    await desk.time.pass(minute)
    expect(begun).toHaveLength(4)
    expect(tally()).toEqual({ done: 3, withdrawn: 27 })
    expect(desk.batch(id).state).toBe('stopped')
    expect(await desk.runner.resume(id)).toMatchObject({ ok: false, error: { code: 'BATCH_ENDED' } })
  })

  test('is not taken back by the store dying under it: what was not noted is done again', async () => {
    const { desk, id, tally, done } = await started(4)
    desk.appendFaults.length = 0
    const { putLines } = desk.journal.batches
    let fails = 2
    desk.journal.batches.putLines = (batch, lines) => {
      if (fails-- > 0) throw new Error('the store is gone')
      putLines(batch, lines)
    }
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'not-allowed' })
    expect(tally()).toEqual({ done: 2, queued: 2 })
    await desk.runner.resume(id)
    await desk.time.pass(minute)
    expect(tally()).toEqual({ done: 4 })
    expect(new Set(done).size).toBe(4)
  })
})

describe('a batch of what changes nothing, after a kill', () => {
  test('goes on by itself: what was under way is done again, what is done is not', async () => {
    const { desk, id, done, tally } = await started(20)
    await desk.time.pass(2.5 * second)
    const before = [...done]
    desk.kill()
    await desk.time.pass(minute)
    expect(desk.batch(id).state).toBe('finished')
    expect(tally()).toEqual({ done: 20 })
    expect(done.slice(before.length).some((order) => before.includes(order))).toBe(false)
    expect(new Set(done).size).toBe(20)
  })

  test('asks first once an hour has passed, counted from the last line that was done', async () => {
    const { desk, id, tally } = await started(40)
    await desk.time.pass(2.5 * second)
    desk.time.sleep(goesOnWithin + minute)
    desk.kill()
    await desk.time.pass(minute)
    expect(desk.batch(id)).toMatchObject({ state: 'paused', why: 'restart' })
    const { done = 0, queued = 0 } = tally()
    expect(done + queued).toBe(40)
    await desk.runner.stop(id, 'Bo')
    expect(tally()).toEqual({ done, withdrawn: queued })
  })
})
