import type { Result } from '@shared/kernel/result'
import type { Entry } from './entry'
import type { PlacedEvent } from './event'

type Appended<Refusal> = Result<readonly Entry[], Refusal>

interface Waiting<Refusal> {
  readonly events: readonly PlacedEvent[]
  settle(appended: Appended<Refusal>): void
  fail(thrown: unknown): void
}

/**
 * Group commit: one append is under way at a time, and those that come meanwhile go together in the next, so that a
 * batch waits for the disk once where it would have waited several times. Each is answered for itself.
 */
export function appendInTurn<Refusal>(
  appendAll: (appends: readonly (readonly PlacedEvent[])[]) => Promise<readonly Appended<Refusal>[]>,
): (events: readonly PlacedEvent[]) => Promise<Appended<Refusal>> {
  let waiting: Waiting<Refusal>[] = []
  let isUnderWay = false

  const appendWaiting = async (): Promise<void> => {
    if (isUnderWay || waiting.length === 0) return
    isUnderWay = true
    const group = waiting
    waiting = []
    try {
      const answers = await appendAll(group.map(({ events }) => events))
      for (const [index, { settle, fail }] of group.entries()) {
        const answer = answers[index]
        if (answer) settle(answer)
        else fail(new Error('the store answered fewer appends than it was asked for'))
      }
    } catch (thrown) {
      for (const { fail } of group) fail(thrown)
    } finally {
      isUnderWay = false
      void appendWaiting()
    }
  }

  return (events) =>
    new Promise((settle, fail) => {
      waiting.push({ events, settle, fail })
      void appendWaiting()
    })
}
