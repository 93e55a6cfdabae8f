import { describe, expect, test } from 'vitest'
import { cascadeFrom, placeWindow } from '../../../../electron/platform/window-state'

const laptop = { x: 0, y: 0, width: 1920, height: 1040 }
const beside = { x: 1920, y: -200, width: 2560, height: 1400 }
const state = (over: Partial<Parameters<typeof placeWindow>[0]> = {}) => ({
  x: 100,
  y: 80,
  width: 1440,
  height: 900,
  maximized: false,
  ...over,
})

describe('a window opens', () => {
  test('where it was, maximized if it was', () => {
    expect(placeWindow(state({ maximized: true }), [laptop])).toEqual(state({ maximized: true }))
  })

  test('on the second screen where it was there', () => {
    expect(placeWindow(state({ x: 2000, y: -150 }), [laptop, beside])).toEqual(state({ x: 2000, y: -150 }))
  })

  test.each([
    ['its screen is gone', { x: 2000, y: -150 }],
    ['it lies left of everything', { x: -1400, y: 80 }],
    ['its title bar is above the screen', { x: 100, y: -40 }],
    ['its title bar is below the screen', { x: 100, y: 1030 }],
  ])('in the middle, as large as before, where %s', (_, at) => {
    const placed = placeWindow(state(at), [laptop])
    expect(placed).toEqual({ width: 1440, height: 900, maximized: false })
  })

  test('where it was though part of it hangs over the edge', () => {
    expect(placeWindow(state({ x: -1300 }), [laptop])).toEqual(state({ x: -1300 }))
  })

  test('no larger than its screen and no smaller than the layout is made for', () => {
    expect(placeWindow(state({ width: 5000, height: 5000 }), [laptop])).toMatchObject({
      width: 1920,
      height: 1040,
    })
    expect(placeWindow(state({ width: 10, height: 10 }), [laptop])).toMatchObject({ width: 720, height: 480 })
  })

  test('in the middle the first time, when no place is remembered', () => {
    expect(placeWindow({ width: 1440, height: 900, maximized: false }, [laptop])).not.toHaveProperty('x')
  })
})

test('a further window stands a little off the one in front and is not maximized', () => {
  const front = { x: 100, y: 80, width: 1000, height: 700 }
  expect(cascadeFrom(front, state({ maximized: true }))).toEqual(state({ x: 128, y: 108 }))
})
