import type { App } from 'electron'

/** As much of Electron's `app` as is used. */
type Quitting = Pick<App, 'quit'> & {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown
}

/**
 * Lets the program end only after `work` is through, or after a while.
 * @param work called once; `undefined` when there is nothing to wait for
 * @param patienceMs how long to wait at most, in milliseconds: nobody should have to end a program twice
 */
export function finishBeforeQuit(
  app: Quitting,
  work: () => Promise<void> | undefined,
  patienceMs = 2000,
): void {
  let began = false
  app.on('will-quit', (event) => {
    if (began) return
    began = true
    const pending = work()
    if (!pending) return
    event.preventDefault()
    const enough = new Promise((resolve) => setTimeout(resolve, patienceMs))
    // Not while this event is still being told: quitting again would be lost.
    const quitAgain = () => void setImmediate(() => app.quit())
    void Promise.race([pending.catch(() => {}), enough]).then(quitAgain)
  })
}
