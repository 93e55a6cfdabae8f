import { describe, expect, test } from 'vitest'
import { createGate } from '../../../../../electron/api/flow/gate'

/** A clock that moves only when told to. */
function handClock() {
  let now = 0
  const waiting: { until: number; done: () => void }[] = []
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5))
  return {
    clock: {
      now: () => now,
      wait: (ms: number) => new Promise<void>((done) => void waiting.push({ until: now + ms, done })),
    },
    moveTo: async (time: number) => {
      now = time
      for (const { until, done } of waiting) if (until <= now) done()
      await settle()
    },
    settle,
  }
}

function setUp() {
  const { clock, moveTo, settle } = handClock()
  const gate = createGate({ concurrency: 2, pacing: { requests: 1_000, perMs: 1 }, clock })
  const ran: string[] = []
  const run = (name: string, options?: { priority?: number; signal?: AbortSignal }) =>
    gate.run(async () => {
      ran.push(name)
      return name
    }, options)
  return { gate, run, ran, moveTo, settle }
}

describe('a pause', () => {
  test('holds back everything until it is over', async () => {
    const { gate, run, ran, moveTo } = setUp()
    gate.pauseFor(100)
    void run('a')
    await moveTo(99)
    expect(ran).toEqual([])
    await moveTo(100)
    expect(ran).toEqual(['a'])
  })

  test.each([
    ['a shorter one does not shorten it', [100, 20], 100],
    ['a longer one lengthens it', [100, 500], 500],
    ['a shorter one does not take back a longer one', [100, 500, 20], 500],
  ])('is the longest of those asked for: %s', async (_, pauses, end) => {
    const { gate, run, ran, moveTo } = setUp()
    for (const pause of pauses) gate.pauseFor(pause)
    void run('a')
    if (end > 100) await moveTo(100)
    await moveTo(end - 1)
    expect(ran).toEqual([])
    await moveTo(end)
    expect(ran).toEqual(['a'])
  })

  test('may be asked for again after the last one ended', async () => {
    const { gate, run, ran, moveTo } = setUp()
    gate.pauseFor(100)
    await moveTo(100)
    gate.pauseFor(100)
    void run('a')
    await moveTo(199)
    expect(ran).toEqual([])
    await moveTo(200)
    expect(ran).toEqual(['a'])
  })
})

describe('a task', () => {
  test('of higher priority goes first', async () => {
    const { gate, run, ran, moveTo } = setUp()
    gate.pauseFor(10)
    const all = [run('low'), run('high', { priority: 1 })]
    await moveTo(10)
    await Promise.all(all)
    expect(ran).toEqual(['high', 'low'])
  })

  test('that is withdrawn while it waits answers at once and never runs', async () => {
    const { gate, run, ran, moveTo } = setUp()
    gate.pauseFor(100)
    const withdrawal = new AbortController()
    const task = run('a', { signal: withdrawal.signal })
    withdrawal.abort()
    expect(await task).toBeUndefined()
    await moveTo(100)
    expect(ran).toEqual([])
    expect(await run('late', { signal: AbortSignal.abort() })).toBeUndefined()
  })

  test('that fails does not hold up the next', async () => {
    const { gate, run } = setUp()
    const failures = Promise.all(
      [1, 2, 3].map(() => gate.run(() => Promise.reject(new Error('no'))).catch(String)),
    )
    expect(await failures).toEqual(['Error: no', 'Error: no', 'Error: no'])
    expect(await run('a')).toBe('a')
  })
})
