/** What {@link PatientQueue.run} rejects with when there is no answer in time. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer; the system may be asking its owner')
  }
}

/** Runs calls one at a time, and stops waiting for one that does not come back. */
export interface PatientQueue {
  /**
   * @param call not started any more once its caller has been told that there is no answer
   * @param undo takes back what a call did after its caller had been told so
   */
  run<T>(call: () => Promise<T>, undo?: () => Promise<unknown>): Promise<T>
  /** A call was started and has not come back. */
  isWaiting(): boolean
}

/**
 * For calls that block a thread for as long as a person takes to answer a question of the system. One at a time,
 * because the threads are few and everything else needs them; and while one does not come back the others are told
 * at once.
 * @param onReturn is called when a call came back after its caller had stopped waiting
 */
export function createPatientQueue(patienceMs: number, onReturn: () => void): PatientQueue {
  let last: Promise<unknown> = Promise.resolve()
  let started = false
  let isStuck = false

  function run<T>(call: () => Promise<T>, undo: () => Promise<unknown> = async () => {}): Promise<T> {
    if (isStuck) return Promise.reject(new NoAnswer())
    let gaveUp = false
    const answer = last.then(async () => {
      if (gaveUp) throw new NoAnswer()
      started = true
      try {
        return await call()
      } finally {
        started = false
      }
    })
    last = answer.then(
      async () => {
        if (gaveUp) await undo().catch(() => {})
      },
      () => {},
    )
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        gaveUp = true
        isStuck = started
        reject(new NoAnswer())
        void last.then(() => {
          if (!isStuck) return
          isStuck = false
          onReturn()
        })
      }, patienceMs)
      answer.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }

  return { run, isWaiting: () => started }
}
