import { beforeEach, describe, expect, test } from 'vitest'
import { anOrder } from '../../../support/journal'
import { SimulatedDesk } from '../../../support/simulated-desk'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

let desk: SimulatedDesk

beforeEach(async () => {
  desk = new SimulatedDesk()
  await desk.time.settle()
})

async function submit(...tickets: string[]): Promise<string[]> {
  const submitted = await desk.submit(anOrder, ...tickets)
  if (!submitted.ok) throw new Error(submitted.error.reason)
  return [...submitted.value]
}
const submitOne = async (ticket: string): Promise<string> => (await submit(ticket))[0] ?? ''
const stateOf = (id: string) => desk.entry(id).state
const eventsOf = (id: string) => desk.journal.history(id).map(({ event }) => event.type)

describe('an operation', () => {
  test('is on disk before its request leaves, and done once it is answered', async () => {
    const id = await submitOne('1')
    expect(eventsOf(id)[0]).toBe('recorded')
    await desk.time.pass(0)
    expect(stateOf(id)).toBe('sending')
    expect(desk.server.arrivals).toEqual([])
    await desk.time.pass(2 * second)
    expect(desk.entry(id)).toMatchObject({ state: 'done', settledBy: 'answer', after: { cancelled: ['1'] } })
    expect(desk.server.ledger).toEqual([id])
  })

  test('that cannot be recorded is not sent', async () => {
    desk.appendFaults.push('refused')
    expect(await desk.submit(anOrder, '1')).toMatchObject({ ok: false, error: { reason: 'unavailable' } })
    await desk.time.pass(hour)
    expect(desk.server.arrivals).toEqual([])
    expect(desk.journal.unsettled()).toEqual([])
  })

  test('whose sending cannot be recorded is not sent; it waits until the disk takes it', async () => {
    desk.appendFaults.push('none', 'refused', 'refused')
    const id = await submitOne('1')
    await desk.time.pass(30 * second)
    expect(stateOf(id)).toBe('queued')
    expect(desk.server.arrivals).toEqual([])
    await desk.time.pass(minute)
    expect(stateOf(id)).toBe('done')
    expect(desk.server.ledger).toEqual([id])
  })

  test('is sent although its order waits for the disk, on account of one that was taken back meanwhile', async () => {
    desk.appendFaults.push('none', 'refused')
    const takenBack = await submitOne('1')
    await desk.time.pass(0)
    await desk.engine.withdraw(takenBack, 'Bo')
    // Whatever is due next is found out anew, while nothing of that order is.
    await desk.submit('PRI0000002', '1')
    await desk.time.pass(2 * second)
    const id = await submitOne('2')
    await desk.time.pass(minute)
    expect(stateOf(id)).toBe('done')
    expect(stateOf(takenBack)).toBe('withdrawn')
    expect(desk.server.arrivals).not.toContain(takenBack)
  })

  test('whose outcome cannot be recorded is recorded as soon as the disk takes it, and not sent again', async () => {
    desk.appendFaults.push('none', 'none', 'refused', 'refused', 'refused')
    const id = await submitOne('1')
    await desk.time.pass(2 * second)
    expect(stateOf(id)).toBe('sending')
    await desk.time.pass(20 * second)
    expect(stateOf(id)).toBe('done')
    expect(desk.server.arrivals).toEqual([id])
  })

  test('that is the same as an unsettled one is refused, with the id of that one, and nothing is recorded', async () => {
    desk.server.sendFaults.push('lost-before')
    const id = await submitOne('1')
    const again = await desk.submit(anOrder, '2', '1')
    expect(again).toMatchObject({ ok: false, error: { reason: 'claimed', holder: id } })
    expect(desk.journal.unsettled()).toHaveLength(1)
  })

  test.each(['refused', 'offline'] as const)('that is %s is failed, once and for all', async (fault) => {
    desk.server.sendFaults.push(fault)
    const id = await submitOne('1')
    await desk.time.pass(hour)
    expect(desk.entry(id)).toMatchObject({ state: 'failed', error: { changed: 'no' } })
    expect(desk.server.arrivals).toEqual([])
  })

  test('that turns out to be no longer possible before it is sent is failed and not sent', async () => {
    await submit('1')
    await desk.time.pass(2 * second)
    // Read while the first one was under way, so it counts for nothing.
    desk.readAge = 1_500
    const id = await submitOne('1')
    await desk.time.pass(2 * second)
    expect(desk.entry(id)).toMatchObject({
      state: 'failed',
      error: { code: 'NOT_CANCELLABLE' },
      attempts: [],
    })
    expect(desk.server.arrivals).toHaveLength(1)
  })
})

describe('a 429 (rule 70)', () => {
  test('queues the operation again for as long as the server asks', async () => {
    desk.server.sendFaults.push('rate-limited')
    const id = await submitOne('1')
    await desk.time.pass(2 * second)
    expect(desk.entry(id)).toMatchObject({ state: 'queued', error: { code: 'RATE_LIMITED' } })
    await desk.time.pass(18 * second)
    expect(desk.server.arrivals).toEqual([])
    await desk.time.pass(5 * second)
    expect(stateOf(id)).toBe('done')
    expect(desk.entry(id).attempts.map(({ result }) => result)).toEqual(['requeued', 'done'])
  })

  test('without end is failed in the end', async () => {
    desk.server.sendFaults.push(...Array.from({ length: 20 }, () => 'rate-limited' as const))
    const id = await submitOne('1')
    await desk.time.pass(hour)
    expect(desk.entry(id)).toMatchObject({ state: 'failed', error: { code: 'RATE_LIMITED' } })
    expect(desk.server.ledger).toEqual([])
  })
})

describe('an unknown outcome (rules 23, 25)', () => {
  test('is looked up at once, and evidence makes it done', async () => {
    desk.server.sendFaults.push('lost-after')
    const id = await submitOne('1')
    await desk.time.pass(62 * second)
    expect(desk.entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence', othersChanged: false })
    expect(desk.server.arrivals).toEqual([id])
  })

  test('that shows nothing stays unknown through 5 looks a minute apart and 4 a quarter apart, then needs review', async () => {
    desk.server.sendFaults.push('lost-before')
    const id = await submitOne('1')
    const looks: number[] = []
    const start = desk.time.now() + minute + second
    for (let n = 0; n < 70 * 2; n++) {
      await desk.time.pass(30 * second)
      const looked = desk.journal
        .history(id)
        .filter(({ event }) => ['looked-up', 'needs-review'].includes(event.type))
        .map(({ at }) => Math.round((at - start) / minute))
      looks.splice(0, looks.length, ...looked)
      if (looked.length < 10) expect(['sending', 'unknown']).toContain(stateOf(id))
    }
    expect(looks).toEqual([0, 1, 2, 3, 4, 5, 20, 35, 50, 65])
    expect(stateOf(id)).toBe('needs-review')
    expect(desk.server.arrivals).toEqual([])
  })

  test('whose request is carried out late is found on a later look', async () => {
    desk.server.sendFaults.push('late')
    const id = await submitOne('1')
    await desk.time.pass(2 * minute)
    expect(stateOf(id)).toBe('unknown')
    await desk.time.pass(4 * minute)
    expect(desk.entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence' })
    expect(desk.server.ledger).toEqual([id])
  })

  test('is not settled by a stale reading', async () => {
    desk.server.sendFaults.push('lost-after')
    desk.server.readFaults.push('stale', 'stale')
    const id = await submitOne('1')
    await desk.time.pass(90 * second)
    expect(stateOf(id)).toBe('unknown')
    await desk.time.pass(2 * minute)
    expect(stateOf(id)).toBe('done')
  })

  test('that cannot be looked up, because the desk is offline, does not use up the schedule', async () => {
    desk.server.sendFaults.push('lost-after')
    desk.server.readFaults.push(...Array.from({ length: 600 }, () => 'offline' as const))
    const id = await submitOne('1')
    await desk.time.pass(9 * hour)
    expect(desk.entry(id)).toMatchObject({ state: 'unknown', lookUps: 0, lookUpError: { code: 'OFFLINE' } })
    expect(eventsOf(id).length).toBeLessThan(10)
    await desk.time.pass(2 * hour)
    expect(stateOf(id)).toBe('done')
  })

  test('at review is looked up when a person asks, and settled by evidence', async () => {
    desk.server.sendFaults.push('lost-before')
    const id = await submitOne('1')
    await desk.time.pass(2 * hour)
    expect(await desk.engine.lookUpNow(id)).toMatchObject({ state: 'needs-review', lookUps: 10 })
    const [other] = await submit('2')
    await desk.time.pass(2 * second)
    expect(stateOf(other ?? '')).toBe('done')
    expect(await desk.engine.lookUpNow(id)).toMatchObject({ state: 'needs-review', lookUps: 11 })
  })

  test('of a conflict (rule 68) is failed when the order shows that it did not happen', async () => {
    desk.server.sendFaults.push('conflict')
    const id = await submitOne('1')
    await desk.time.pass(2 * second)
    expect(desk.entry(id)).toMatchObject({ state: 'failed', error: { code: 'CONFLICT', changed: 'no' } })
    expect(eventsOf(id)).toEqual(['recorded', 'sending', 'unknown', 'failed'])
  })
})

describe('a slow supplier (rules 29, 162)', () => {
  test('is followed until it is through', async () => {
    desk.server.sendFaults.push('slow-supplier')
    const id = await submitOne('1')
    await desk.time.pass(2 * second)
    expect(stateOf(id)).toBe('at-supplier')
    await desk.time.pass(89 * minute)
    expect(stateOf(id)).toBe('at-supplier')
    await desk.time.pass(hour)
    expect(stateOf(id)).toBe('done')
  })

  test('that cannot be looked up is left to a person in the end', async () => {
    desk.server.sendFaults.push('slow-supplier')
    desk.server.readFaults.push('none', ...Array.from({ length: 300 }, () => 'forbidden' as const))
    desk.readAge = 10 * second
    const id = await submitOne('1')
    await desk.time.pass(7 * 24 * hour - minute)
    expect(stateOf(id)).toBe('at-supplier')
    await desk.time.pass(3 * hour)
    expect(stateOf(id)).toBe('needs-review')
  })

  test('that gives it back unchanged makes it failed', async () => {
    desk.server.sendFaults.push('declined-by-supplier')
    const id = await submitOne('1')
    await desk.time.pass(3 * hour)
    expect(desk.entry(id)).toMatchObject({ state: 'failed', error: { code: 'DECLINED_BY_SUPPLIER' } })
  })

  test('does not hold up the next operation on the order', async () => {
    desk.server.sendFaults.push('slow-supplier')
    const [first, second] = await submit('1', '2')
    await desk.time.pass(minute)
    expect([stateOf(first ?? ''), stateOf(second ?? '')]).toEqual(['at-supplier', 'done'])
  })
})

describe('operations on one order', () => {
  test('run one after the other, in the order they were recorded', async () => {
    const ids = await submit('1', '2', '3')
    await desk.time.pass(1_500)
    expect(ids.map(stateOf)).toEqual(['done', 'sending', 'queued'])
    await desk.time.pass(minute)
    expect(desk.server.ledger).toEqual(ids)
  })

  test('wait while the outcome of an earlier one is open, and are held when that takes long', async () => {
    desk.server.sendFaults.push('lost-before')
    const [first, second] = await submit('1', '2')
    await desk.time.pass(20 * minute)
    expect([stateOf(first ?? ''), stateOf(second ?? '')]).toEqual(['unknown', 'queued'])
    await desk.time.pass(hour)
    expect(stateOf(first ?? '')).toBe('needs-review')
    expect(desk.entry(second ?? '')).toMatchObject({ state: 'queued', held: 'waited-long', attempts: [] })
    expect(await desk.engine.release(second ?? '', 'Bo')).toMatchObject({ ok: true })
    await desk.time.pass(2 * 1000)
    expect(stateOf(second ?? '')).toBe('done')
    expect(desk.server.ledger).toEqual([second])
  })

  test('on different orders do not wait for each other', async () => {
    desk.server.sendFaults.push('lost-before')
    await submit('1')
    const other = await desk.submit('PRI0000000002', '1')
    await desk.time.pass(2 * second)
    expect(other.ok && other.value.map(stateOf)).toEqual(['done'])
  })
})

describe('a program that was killed', () => {
  test('before the request left: the operation is queued, held, and sent only when a person says so', async () => {
    desk.appendFaults.push('none', 'killed-before')
    const id = await submitOne('1')
    await desk.time.pass(hour)
    expect(desk.entry(id)).toMatchObject({ state: 'queued', held: 'restart' })
    expect(desk.server.arrivals).toEqual([])
    await desk.engine.release(id, 'Bo')
    await desk.time.pass(minute)
    expect(stateOf(id)).toBe('done')
  })

  test('between "recorded" and "answered": the outcome is unknown, looked up and settled by evidence', async () => {
    const id = await submitOne('1')
    await desk.time.pass(500)
    desk.kill()
    await desk.time.settle()
    expect(desk.entry(id)).toMatchObject({ state: 'unknown', error: { params: { reason: 'interrupted' } } })
    await desk.time.pass(2 * minute)
    expect(desk.entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence' })
    expect(desk.server.arrivals).toEqual([id])
  })

  test('and a request that never arrived: needs review in the end, never sent again', async () => {
    desk.appendFaults.push('none', 'killed-after')
    const id = await submitOne('1')
    await desk.time.pass(2 * hour)
    expect(stateOf(id)).toBe('needs-review')
    expect(desk.server.arrivals).toEqual([])
  })

  test('goes on with look-ups when they are due, not from the start', async () => {
    desk.server.sendFaults.push('lost-before')
    const id = await submitOne('1')
    await desk.time.pass(10 * minute)
    const made = desk.entry(id).lookUps
    desk.kill()
    await desk.time.pass(minute)
    expect(desk.entry(id).lookUps).toBe(made)
  })
})

describe('taking back', () => {
  test('is possible while it is queued', async () => {
    desk.server.sendFaults.push('lost-before')
    const [, waiting] = await submit('1', '2')
    expect(await desk.engine.withdraw(waiting ?? '', 'Bo')).toMatchObject({
      ok: true,
      value: { state: 'withdrawn' },
    })
    await desk.time.pass(2 * hour)
    expect(stateOf(waiting ?? '')).toBe('withdrawn')
    expect(desk.server.ledger).toEqual([])
  })

  test('is refused once it is being sent', async () => {
    const id = await submitOne('1')
    await desk.time.pass(500)
    expect(await desk.engine.withdraw(id, 'Bo')).toMatchObject({ ok: false })
    await desk.time.pass(minute)
    expect(stateOf(id)).toBe('done')
  })
})

test('a machine that slept looks up what became due, and does not send what waited', async () => {
  desk.server.sendFaults.push('rate-limited')
  const id = await submitOne('1')
  await desk.time.pass(2 * second)
  // The timers stood still: only the clock went on.
  desk.time.sleep(8 * hour)
  desk.engine.wake()
  await desk.time.pass(second)
  expect(desk.entry(id)).toMatchObject({ state: 'queued', held: 'waited-long' })
})
