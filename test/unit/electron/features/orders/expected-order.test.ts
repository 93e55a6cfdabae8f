import { describe, expect, test } from 'vitest'
import {
  checkUnmoved,
  expectedState,
  isSameState,
} from '../../../../../electron/features/orders/expected-order'
import type { Entry } from '../../../../../electron/journal'

const seen = { orderVersion: 3, priceTotal: '44.00' }
const step = (from: number, to: number, change: Partial<Entry> = {}) =>
  ({
    before: { orderVersion: from, priceTotal: '44.00' },
    after: { orderVersion: to, priceTotal: '44.00' },
    ...change,
  }) as unknown as Entry

describe('the state an order should be in', () => {
  test('is what the person saw, when nothing of ours happened since', () => {
    expect(expectedState(seen, [])).toEqual(seen)
  })

  test('follows our own operations from one to the next', () => {
    expect(expectedState(seen, [step(3, 4), step(4, 5)])).toMatchObject({ orderVersion: 5 })
  })

  test.each([
    ['that began from another state', step(2, 3)],
    ['during which others changed the order', step(3, 5, { othersChanged: true })],
    ['whose readings were purged', step(3, 4, { before: null, after: null })],
  ])('does not follow an operation %s', (_, other) => {
    expect(expectedState(seen, [other])).toEqual(seen)
  })
})

test('amounts are compared as amounts, and what is missing is only the same as what is missing', () => {
  expect(isSameState(seen, { orderVersion: 3, priceTotal: '44.0' })).toBe(true)
  expect(isSameState(seen, { orderVersion: 3, priceTotal: '44.01' })).toBe(false)
  expect(isSameState(seen, { orderVersion: 4, priceTotal: '44.00' })).toBe(false)
  expect(isSameState(seen, { orderVersion: 3, priceTotal: null })).toBe(false)
  expect(
    isSameState({ orderVersion: null, priceTotal: null }, { orderVersion: null, priceTotal: null }),
  ).toBe(true)
})

test('an order that says neither its version nor its total is not taken for unmoved', () => {
  const nothing = { orderVersion: null, priceTotal: null }
  expect(checkUnmoved(nothing, nothing)).toMatchObject({
    ok: false,
    error: { code: 'UPSTREAM', changed: 'no' },
  })
  const totalOnly = { ...nothing, priceTotal: '44.00' }
  expect(checkUnmoved(totalOnly, totalOnly).ok).toBe(true)
})
