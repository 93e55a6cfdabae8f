import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLateSaver } from '../../../../renderer/grid/late-saver'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const written: string[] = []
  const saver = createLateSaver<string>(300)
  return {
    saver,
    written,
    save: (key: string, value: string) => saver.save(key, value, (v) => written.push(v)),
  }
}

describe('saving late', () => {
  it('writes the last of a burst, once it is quiet', () => {
    const { save, written } = setUp()
    for (const width of ['100', '110', '120']) save('orders', width)
    vi.advanceTimersByTime(299)
    expect(written).toEqual([])
    vi.advanceTimersByTime(1)
    expect(written).toEqual(['120'])
  })

  it('keeps lists apart', () => {
    const { save, written } = setUp()
    save('orders', 'a')
    save('payments', 'b')
    vi.advanceTimersByTime(300)
    expect(written).toEqual(['a', 'b'])
  })

  it('writes at once when the window closes, and not again later', () => {
    const { saver, save, written } = setUp()
    save('orders', 'a')
    saver.flush()
    vi.advanceTimersByTime(1000)
    expect(written).toEqual(['a'])
  })
})
