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

describe('an unknown outcome', () => {
  test('that the server will not let us look at goes to review after the schedule, not never', async () => {
    desk.server.sendFaults.push('lost-before')
    desk.server.readFaults.push('none', ...Array.from({ length: 20 }, () => 'forbidden' as const))
    desk.readAge = 10 * second
    const id = await submitOne('1')
    await desk.time.pass(64 * minute)
    expect(stateOf(id)).toBe('unknown')
    await desk.time.pass(4 * minute)
    expect(desk.entry(id)).toMatchObject({
      state: 'needs-review',
      lookUps: 9,
      lookUpError: { code: 'FORBIDDEN', status: 403 },
    })
    expect(desk.server.arrivals).toEqual([])
  })

  test('that a signed-out desk cannot look at goes to review after a day', async () => {
    desk.server.sendFaults.push('lost-before')
    desk.server.readFaults.push('none', ...Array.from({ length: 3_000 }, () => 'signed-out' as const))
    desk.readAge = 10 * second
    const id = await submitOne('1')
    await desk.time.pass(23 * hour)
    expect(stateOf(id)).toBe('unknown')
    await desk.time.pass(2 * hour)
    expect(desk.entry(id)).toMatchObject({ state: 'needs-review', lookUpError: { code: 'SIGNED_OUT' } })
    expect(eventsOf(id).length).toBeLessThan(10)
  })

  test('whose end cannot be recorded in a damaged journal is not looked up without a rest', async () => {
    desk.server.sendFaults.push('lost-after')
    desk.server.readFaults.push('offline', 'offline')
    desk.appendFaults.push(
      'none',
      'none',
      'none',
      'none',
      ...Array.from({ length: 50 }, () => 'damaged' as const),
    )
    const id = await submitOne('1')
    await desk.time.pass(10 * minute)
    expect(stateOf(id)).toBe('unknown')
    expect(desk.server.reads).toBeLessThan(30)
  })
})

describe('what needs review', () => {
  const toReview = async (): Promise<string> => {
    desk.server.sendFaults.push('lost-before')
    const id = await submitOne('1')
    await desk.time.pass(2 * hour)
    expect(stateOf(id)).toBe('needs-review')
    return id
  }
  const why = 'The supplier says so on the phone'

  test.each([
    [true, 'done'],
    [false, 'failed'],
  ] as const)(
    'is settled by hand: happened is %s, so it is %s, with who and why',
    async (happened, state) => {
      const id = await toReview()
      expect(await desk.engine.mark(id, { happened, why }, 'Bo')).toMatchObject({ ok: true })
      expect(desk.entry(id)).toMatchObject({ state, settledBy: 'hand', marked: { who: 'Bo', why } })
      // Its target is free again, and nothing was sent.
      expect(desk.server.arrivals).toEqual([])
      await submitOne('1')
      await desk.time.pass(2 * second)
      expect(desk.server.isCancelled(anOrder, '1')).toBe(true)
    },
  )

  test('only then: what is looked up still, or settled, cannot be marked', async () => {
    desk.server.sendFaults.push('lost-before')
    const id = await submitOne('1')
    await desk.time.pass(2 * minute)
    expect(await desk.engine.mark(id, { happened: true, why }, 'Bo')).toMatchObject({
      ok: false,
      error: { reason: 'out-of-place' },
    })
    expect(stateOf(id)).toBe('unknown')
    const [other = ''] = await submit('2')
    await desk.engine.withdraw(other, 'Bo')
    expect(await desk.engine.mark(other, { happened: true, why }, 'Bo')).toMatchObject({ ok: false })
    expect(stateOf(other)).toBe('withdrawn')
  })
})

describe('a profile that works elsewhere than when the operation was recorded', () => {
  test('does not send it: it is failed, and nothing reached the other server', async () => {
    desk.server.sendFaults.push('rate-limited')
    const id = await submitOne('1')
    await desk.time.pass(2 * second)
    expect(stateOf(id)).toBe('queued')
    desk.account = 'canal-tours somewhere else'
    await desk.time.pass(minute)
    expect(desk.entry(id)).toMatchObject({
      state: 'failed',
      error: { code: 'ANOTHER_ACCOUNT', changed: 'no' },
    })
    expect(desk.server.arrivals).toEqual([])
  })

  test.each([['canal-tours somewhere else'], [undefined]])(
    'does not look it up there (%s), and finds it once the profile is back',
    async (account) => {
      desk.server.sendFaults.push('lost-after')
      const id = await submitOne('1')
      await desk.time.pass(2 * second)
      desk.account = account
      await desk.time.pass(hour)
      expect(desk.entry(id)).toMatchObject({ state: 'unknown', lookUpError: { code: 'ANOTHER_ACCOUNT' } })
      expect(desk.server.reads).toBe(0)
      desk.account = 'canal-tours at the vendor'
      await desk.time.pass(hour)
      expect(stateOf(id)).toBe('done')
    },
  )
})

describe('the undo window', () => {
  beforeEach(() => {
    desk.undoWindow = 5 * second
  })

  test('keeps what cannot be taken back on disk and queued, then sends it', async () => {
    const id = await submitOne('1')
    await desk.time.pass(4_900)
    expect(desk.entry(id)).toMatchObject({ state: 'queued', attempts: [] })
    await desk.time.pass(2 * second)
    expect(stateOf(id)).toBe('done')
  })

  test('lets all operations of a command be undone: nothing is sent', async () => {
    const ids = await submit('1', '2')
    await desk.time.pass(4 * second)
    for (const id of ids) expect(await desk.engine.withdraw(id, 'Bo')).toMatchObject({ ok: true })
    await desk.time.pass(hour)
    expect(ids.map(stateOf)).toEqual(['withdrawn', 'withdrawn'])
    expect(desk.server.arrivals).toEqual([])
  })

  test('that the program ended in is asked about at the next start; nothing is sent by itself', async () => {
    const id = await submitOne('1')
    await desk.time.pass(second)
    desk.kill()
    await desk.time.pass(hour)
    expect(desk.entry(id)).toMatchObject({ state: 'queued', held: 'restart' })
    expect(desk.server.arrivals).toEqual([])
  })

  test('ends with a fresh look at the order: what changed in it meanwhile is not sent on', async () => {
    const id = await submitOne('1')
    desk.server.cancelByOthers(anOrder, '1')
    await desk.time.pass(10 * second)
    expect(desk.entry(id)).toMatchObject({ state: 'failed', error: { code: 'NOT_CANCELLABLE' } })
    expect(desk.server.arrivals).toEqual([])
  })
})
