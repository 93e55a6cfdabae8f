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
    const gate = createGate(patience)
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

test('a change that fails tells who asked for it, and the next one comes all the same', async () => {
  const gate = createGate()
  const failed = gate.change(() => {
    throw new Error('no')
  })
  const next = gate.change(() => 'done')
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('done')
})
