import { expect, test } from 'vitest'
import { nextZoom } from '../../../../electron/platform/zoom'

test.each([
  ['in', 1, 1.1],
  ['in', 1.25, 1.5],
  ['in', 1.03, 1.1],
  ['in', 3, 3],
  ['out', 1, 0.9],
  ['out', 1.03, 1],
  ['out', 0.5, 0.5],
  ['reset', 2.5, 1],
] as const)('zooming %s from %d leads to %d', (direction, from, to) => {
  expect(nextZoom(from, direction)).toBe(to)
})
