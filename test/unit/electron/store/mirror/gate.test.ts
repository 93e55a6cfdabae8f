import { expect, test } from 'vitest'
import { createGate } from '../../../../../electron/store/mirror/gate'

/** Something that lasts until it is told to end. */
function lasting() {
  let end = () => {}
  const promise = new Promise<void>((resolve) => {
    end = resolve
  })
  return { promise, end }
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

test('a change waits for what must not see it, and changes come in the order in which they were asked for', async () => {
  const gate = createGate()
  const done: string[] = []
  const [first, second] = [lasting(), lasting()]
  gate.hold(first.promise)
  const changes = ['one', 'two'].map((name) => gate.change(() => done.push(name)))
  gate.hold(second.promise)
  first.end()
  await soon()
  expect(done).toEqual([])
  second.end()
  await Promise.all(changes)
  expect(done).toEqual(['one', 'two'])
})

test('a newcomer goes ahead of a change, unless that has waited for too long', async () => {
  for (const [patience, goesAhead] of [
    [60_000, true],
    [0, false],
  ] as const) {
    const gate = createGate({ patienceMs: patience, quietMs: 0, breathMs: 0 })
    const list = lasting()
    gate.hold(list.promise)
    const change = gate.change(() => {})
    await soon()
    let entered = false
    const newcomer = gate.enter().then(() => {
      entered = true
    })
    await soon()
    expect(entered).toBe(goesAhead)
    list.end()
    await Promise.all([change, newcomer])
  }
})

test('nothing changes while a newcomer that waited for a change holds it back, however many changes wait', async () => {
  const gate = createGate({ patienceMs: 0, quietMs: 0, breathMs: 0 })
  const done: string[] = []
  const list = lasting()
  gate.hold(list.promise)
  const names = ['one', 'two', 'three', 'four']
  const changes = names.map((name) => gate.change(() => done.push(name)))
  await soon()
  const own = lasting()
  const newcomer = gate.enter().then(() => {
    gate.hold(own.promise)
    return [...done]
  })
  list.end()
  const before = await newcomer
  expect(before.length).toBeLessThan(names.length)
  await soon()
  expect(done).toEqual(before)
  own.end()
  await Promise.all(changes)
  expect(done).toEqual(names)
})

test('a change that fails tells who asked for it, and the next one comes all the same', async () => {
  const gate = createGate()
  const failed = gate.change(() => {
    throw new Error('no')
  })
  const next = gate.change(() => 'done')
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('done')
})

test('quiet comes when nobody has asked for a moment, however often that is put off, and at the latest when it must', async () => {
  const gate = createGate({ patienceMs: 60_000, quietMs: 60, breathMs: 0 })
  expect(gate.isIdle(60)).toBe(true)
  const asking = setInterval(() => gate.notice(), 10)
  try {
    gate.notice()
    const inTime = Date.now() + 150
    let isQuiet = false
    const quiet = gate.quiet(Number.POSITIVE_INFINITY).then(() => {
      isQuiet = true
    })
    await gate.quiet(inTime)
    expect(Date.now()).toBeGreaterThanOrEqual(inTime)
    expect(isQuiet).toBe(false)
    expect(gate.isIdle(60)).toBe(false)
    clearInterval(asking)
    await quiet
    expect(gate.isIdle(60)).toBe(true)
  } finally {
    clearInterval(asking)
  }
})

test('something short is done once in the pause after each question, and freely when nobody asks', async () => {
  const gate = createGate({ patienceMs: 60_000, quietMs: 60_000, breathMs: 10 })
  const never = Number.POSITIVE_INFINITY
  await gate.breath(never)
  await gate.breath(never)
  const askedAt = Date.now()
  gate.notice()
  await gate.breath(never)
  expect(Date.now() - askedAt).toBeGreaterThanOrEqual(10)
  let isDone = false
  const next = gate.breath(never).then(() => {
    isDone = true
  })
  // Who cannot wait for the next question is let through.
  const inTime = Date.now() + 50
  await gate.breath(inTime)
  expect(Date.now()).toBeGreaterThanOrEqual(inTime)
  expect(isDone).toBe(false)
  gate.notice()
  await next
  expect(gate.isIdle(60_000)).toBe(false)
})

test('a part of what nobody waits for gives way to who asks, but not for ever: then to the next one', async () => {
  const gate = createGate({ breathMs: 20, stillMs: 80 })
  const still = gate.still()
  await still()
  const askedAt = Date.now()
  gate.notice()
  await still()
  expect(Date.now() - askedAt).toBeGreaterThanOrEqual(20)

  const asking = setInterval(() => gate.notice(), 5)
  try {
    for (let part = 0; part < 2; part++) {
      gate.notice()
      const begun = Date.now()
      await still()
      expect(Date.now() - begun).toBeGreaterThanOrEqual(80)
    }
  } finally {
    clearInterval(asking)
  }
})

test('all parts of it together give way for so long at most, however many they are; those of other work as before', async () => {
  const gate = createGate({ breathMs: 60_000, stillMs: 40, stillInAllMs: 60 })
  const [still, other] = [gate.still(), gate.still()]
  const begun = Date.now()
  gate.notice()
  await still()
  await still()
  expect(Date.now() - begun).toBeGreaterThanOrEqual(60)
  let parts = 0
  const rest = async () => {
    for (; parts < 100; parts++) await still()
  }
  const all = rest()
  // No timer is waited for.
  await new Promise((resolve) => setImmediate(resolve))
  expect(parts).toBe(100)
  await all
  const otherBegun = Date.now()
  await other()
  expect(Date.now() - otherBegun).toBeGreaterThanOrEqual(40)
})
