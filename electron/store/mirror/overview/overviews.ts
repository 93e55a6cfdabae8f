import type { OverviewQuestion } from '@shared/features/mirror'
import type { Sql } from '../../sql'
import type { MirrorOverview, OverviewAnswer } from '../protocol'
import type { Turns } from '../turns'
import { countOverview } from './count-overview'

/**
 * Overviews as they are counted. Each is counted only while it is asked for: what nobody asks about any more costs nothing.
 */
export interface Overviews {
  /** Counts on for a little, and answers how far it is. What was counted before holds until an order changes. */
  ask(sql: Sql, question: OverviewQuestion): Promise<OverviewAnswer>
  /** Orders are no longer what they were. */
  changed(): void
  /** Row ids are no longer what they were. */
  clear(): void
}

/** Overviews that are held: of several windows, each with the one before. */
const kept = 4

/** Milliseconds after which it is told how far it is. */
const tellAfter = 60

/** Behind every list and its sums. */
const leastOfAll = () => Number.NEGATIVE_INFINITY

interface Counting {
  readonly steps: Generator<number, MirrorOverview>
  /** Of the orders when it began. */
  readonly revision: number
  answer?: MirrorOverview
  counted: number
}

export function createOverviews(turns: Turns): Overviews {
  const overviews = new Map<string, Counting>()
  let revision = 0

  const find = (sql: Sql, question: OverviewQuestion): Counting => {
    const key = JSON.stringify(question)
    const held = overviews.get(key)
    // One that is under way is brought to its end: where orders come in all the time there would be none.
    const found =
      held && (!held.answer || held.revision === revision)
        ? held
        : { steps: countOverview(sql, question), revision, counted: 0 }
    overviews.delete(key)
    overviews.set(key, found)
    const [oldest] = overviews.keys()
    if (overviews.size > kept && oldest !== undefined) overviews.delete(oldest)
    return found
  }

  return {
    ask: async (sql, question) => {
      const counting = find(sql, question)
      const until = Date.now() + tellAfter
      try {
        // Two windows may be at it at once.
        while (!counting.answer && Date.now() < until) {
          const step = counting.steps.next()
          if (step.done) counting.answer = step.value
          else counting.counted = step.value
          await turns.next(leastOfAll)
        }
      } catch (thrown) {
        overviews.delete(JSON.stringify(question))
        throw thrown
      }
      const { answer, counted } = counting
      return answer ? { state: 'done', overview: answer } : { state: 'counting', counted }
    },
    changed: () => {
      revision++
    },
    clear: () => overviews.clear(),
  }
}
