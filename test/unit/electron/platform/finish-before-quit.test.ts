import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { finishBeforeQuit } from '../../../../electron/platform/finish-before-quit'

/** An app that quits as Electron's does: it asks first, and ends unless somebody prevents it; asked to meanwhile, it forgets. */
class QuittingApp extends EventEmitter {
  ended = false
  #isAsking = false
  quit = () => {
    if (this.#isAsking) return
    this.#isAsking = true
    setImmediate(() => {
      this.#isAsking = false
    })
    let prevented = false
    this.emit('will-quit', {
      preventDefault: () => {
        prevented = true
      },
    })
    this.ended ||= !prevented
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('with nothing to finish the program ends at once', () => {
  const app = new QuittingApp()
  finishBeforeQuit(app, () => undefined)
  app.quit()
  expect(app.ended).toBe(true)
})

test('the program ends after the work is through, which is done once, also when it fails', async () => {
  const app = new QuittingApp()
  const work = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100))
    throw new Error('the keychain is locked')
  })
  finishBeforeQuit(app, work)
  app.quit()
  expect(app.ended).toBe(false)
  await vi.advanceTimersByTimeAsync(101)
  expect(app.ended).toBe(true)
  expect(work).toHaveBeenCalledOnce()
})

test('the program ends also after work that is through at once', async () => {
  const app = new QuittingApp()
  finishBeforeQuit(app, async () => {})
  app.quit()
  await vi.advanceTimersByTimeAsync(10)
  expect(app.ended).toBe(true)
})

test('work that does not end does not keep the program', async () => {
  const app = new QuittingApp()
  finishBeforeQuit(app, () => new Promise(() => {}))
  app.quit()
  await vi.advanceTimersByTimeAsync(1999)
  expect(app.ended).toBe(false)
  await vi.advanceTimersByTimeAsync(2)
  expect(app.ended).toBe(true)
})
