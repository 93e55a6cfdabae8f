import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../../../../electron/journal/system-clock'

const hour = 3_600_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a wait ends when its time has come, and not before', () => {
  const run = vi.fn()
  systemClock.after(2 * hour, run)
  vi.advanceTimersByTime(2 * hour - 1)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledOnce()
})

test('what became due while the machine slept runs within a minute of its waking up', () => {
  const run = vi.fn()
  systemClock.after(2 * hour, run)
  vi.advanceTimersByTime(90_000)
  // Timers stand still while the machine sleeps; the clock does not.
  vi.setSystemTime(Date.now() + 8 * hour)
  vi.advanceTimersByTime(60_000)
  expect(run).toHaveBeenCalledOnce()
})

test('a wait is no longer because the clock is set back meanwhile', () => {
  const run = vi.fn()
  systemClock.after(2 * hour, run)
  vi.advanceTimersByTime(90_000)
  vi.setSystemTime(Date.now() - 8 * hour)
  vi.advanceTimersByTime(2 * hour - 90_001)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(run).toHaveBeenCalledOnce()
})

test('a wait that is called off never ends', () => {
  const run = vi.fn()
  const callOff = systemClock.after(2 * hour, run)
  vi.advanceTimersByTime(hour)
  callOff()
  vi.advanceTimersByTime(9 * hour)
  expect(run).not.toHaveBeenCalled()
})
