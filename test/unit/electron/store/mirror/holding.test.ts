import { expect, test } from 'vitest'
import { createHolding } from '../../../../../electron/store/mirror/holding'

/** Writes some orders that take so many milliseconds each. */
function writing() {
  let clock = 0
  const holding = createHolding(() => clock)
  return {
    holding,
    write: (count: number, msEach: number) =>
      holding.measure(count, () => {
        clock += count * msEach
        return 'written'
      }),
  }
}

test('fewer orders are written in one go the longer each takes, and more again when they are quick', () => {
  const { holding, write } = writing()
  expect(holding.orders()).toBe(25)
  for (let page = 0; page < 200; page++) expect(write(holding.orders(), 2)).toBe('written')
  expect(holding.orders()).toBe(6)
  for (let page = 0; page < 200; page++) write(holding.orders(), 100)
  expect(holding.orders()).toBe(4)
  for (let page = 0; page < 300; page++) write(holding.orders(), 0.1)
  expect(holding.orders()).toBe(25)
})

test('a single one that took long changes little, and nothing written tells nothing', () => {
  const { holding, write } = writing()
  write(1, 200)
  expect(holding.orders()).toBeGreaterThan(20)
  const before = holding.orders()
  write(0, 0)
  expect(holding.orders()).toBe(before)
})
