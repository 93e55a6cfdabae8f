import { isSettled } from '@shared/features/operations'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEvent, type Entry, foldEntry } from '../../../../electron/journal/entry'
import type { EntryError, JournalEvent } from '../../../../electron/journal/event'
import { placed, recordedEvent } from '../../../support/journal'

const id = 'a3f1c2d4-0000-4000-8000-000000000001'
const timeout: EntryError = { code: 'OUTCOME_UNKNOWN', message: 'no answer in 60 s', changed: 'unknown' }
const refusal: EntryError = { code: 'UPSTREAM', message: 'HTTP 422', changed: 'no', status: 422 }

const sending: JournalEvent = { type: 'sending', body: { attempt: 1 }, payload: { before: { v: 3 } } }
const unknown: JournalEvent = {
  type: 'unknown',
  body: { error: timeout, refused: false, nextLookUpAt: 5_000 },
  payload: { words: { description: 'Gateway time-out' } },
}
const lookedUp: JournalEvent = {
  type: 'looked-up',
  body: { answered: true, nextLookUpAt: 60_000 },
  payload: { now: { v: 3 } },
}
const unreadable: JournalEvent = {
  type: 'looked-up',
  body: { answered: false, error: { ...timeout, code: 'OFFLINE' }, nextLookUpAt: 70_000 },
}
const done: JournalEvent = {
  type: 'done',
  body: { by: 'evidence', othersChanged: false },
  payload: { after: { v: 4 } },
}
const failed: JournalEvent = { type: 'failed', body: { error: refusal } }
const accepted: JournalEvent = {
  type: 'accepted',
  body: { nextLookUpAt: 60_000, reviewAt: 900_000 },
  payload: { after: { v: 4 } },
}
const needsReview: JournalEvent = { type: 'needs-review', body: { lookUps: 9 }, payload: { now: { v: 3 } } }
const held: JournalEvent = { type: 'held', body: { why: 'restart' } }
const released: JournalEvent = { type: 'released', body: { who: 'Bo' } }
const withdrawn: JournalEvent = { type: 'withdrawn', body: { who: 'Bo' } }
const marked: JournalEvent = {
  type: 'marked',
  body: { happened: false, who: 'Bo' },
  payload: { why: 'The supplier says so' },
}
const requeued: JournalEvent = {
  type: 'requeued',
  body: { dueAt: 30_000, error: { ...refusal, code: 'RATE_LIMITED', status: 429 } },
}
const all = [
  sending,
  unknown,
  lookedUp,
  unreadable,
  done,
  failed,
  accepted,
  needsReview,
  held,
  released,
  withdrawn,
  requeued,
  marked,
]

const fold = (...events: JournalEvent[]) => foldEntry(placed(id, recordedEvent('ticket:1'), ...events))
const folded = (...events: JournalEvent[]): Entry => {
  const result = fold(...events)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('an entry', () => {
  test('begins queued, with what the person decided on and nothing sent', () => {
    expect(folded()).toMatchObject({ state: 'queued', before: { orderVersion: 3 }, attempts: [], lookUps: 0 })
  })

  test('that the server answered is done, with what was read before and after', () => {
    expect(folded(sending, done)).toMatchObject({
      state: 'done',
      before: { v: 3 },
      after: { v: 4 },
      attempts: [{ number: 1, sentAt: 2000, endedAt: 3000, result: 'done' }],
    })
  })

  test('that was refused is failed and keeps the error of its attempt', () => {
    const entry = folded(sending, failed)
    expect(entry).toMatchObject({ state: 'failed', error: refusal })
    expect(entry.attempts).toEqual([
      { number: 1, sentAt: 2000, endedAt: 3000, result: 'failed', error: refusal },
    ])
  })

  test('whose outcome is unknown stays so while look-ups show nothing, then needs review (rule 25)', () => {
    expect(folded(sending, unknown, lookedUp, lookedUp)).toMatchObject({
      state: 'unknown',
      lookUps: 2,
      nextLookUpAt: 60_000,
      words: { description: 'Gateway time-out' },
    })
    const entry = folded(sending, unknown, lookedUp, needsReview)
    expect(entry.state).toBe('needs-review')
    expect(entry.nextLookUpAt).toBeUndefined()
  })

  test('does not use up its schedule on look-ups that could not read anything', () => {
    expect(folded(sending, unknown, unreadable)).toMatchObject({
      lookUps: 0,
      nextLookUpAt: 70_000,
      error: { code: 'OUTCOME_UNKNOWN' },
      lookUpError: { code: 'OFFLINE' },
    })
    expect(folded(sending, unknown, unreadable, lookedUp).lookUpError).toBeUndefined()
  })

  test('at review is still settled by evidence that turns up', () => {
    expect(folded(sending, unknown, needsReview, lookedUp, done)).toMatchObject({
      state: 'done',
      settledBy: 'evidence',
    })
    expect(folded(sending, unknown, needsReview, done).error).toBeUndefined()
  })

  test('at review is settled by a person, and only there', () => {
    expect(folded(sending, unknown, needsReview, marked)).toMatchObject({
      state: 'failed',
      settledBy: 'hand',
      marked: { who: 'Bo', why: 'The supplier says so' },
      error: { code: 'OUTCOME_UNKNOWN' },
    })
    const happened: JournalEvent = { ...marked, body: { happened: true, who: 'Bo' } }
    expect(folded(sending, unknown, needsReview, happened)).toMatchObject({ state: 'done' })
    expect(folded(sending, unknown, needsReview, happened).error).toBeUndefined()
    expect(fold(sending, unknown, marked)).toMatchObject({ ok: false })
  })

  test('at the supplier is followed to either end (rules 29, 162)', () => {
    expect(folded(sending, accepted)).toMatchObject({ state: 'at-supplier', after: { v: 4 } })
    expect(folded(sending, accepted, lookedUp, done).state).toBe('done')
    expect(folded(sending, accepted, failed).state).toBe('failed')
  })

  test('that is held is not sent until a person releases it', () => {
    expect(fold(held, sending)).toEqual({ ok: false, error: 'sending while held' })
    expect(folded(held, released, sending).state).toBe('sending')
  })

  test('can be withdrawn only while nothing was sent', () => {
    expect(folded(held, withdrawn).state).toBe('withdrawn')
    for (const state of [[sending], [sending, unknown], [sending, accepted]]) {
      expect(fold(...state, withdrawn)).toMatchObject({ ok: false })
    }
  })

  test('that was told to come later waits, and its next attempt is another one', () => {
    const again: JournalEvent = { ...sending, body: { attempt: 2 } }
    expect(folded(sending, requeued)).toMatchObject({ state: 'queued', dueAt: 30_000 })
    expect(folded(sending, requeued, again).attempts.map(({ number, result }) => [number, result])).toEqual([
      [1, 'requeued'],
      [2, undefined],
    ])
  })

  test('whose payloads were purged keeps its state and keys', () => {
    const bare = placed(id, recordedEvent('ticket:1'), sending, done).map(({ event, ...place }) => {
      const { type, body } = event
      return { ...place, event: { type, body } as JournalEvent }
    })
    expect(foldEntry(bare)).toMatchObject({
      ok: true,
      value: { state: 'done', intent: null, before: null, after: null, who: 'Amara' },
    })
  })
})

describe('whatever happens to an entry', () => {
  const anyEvents = fc.array(fc.constantFrom(...all), { maxLength: 25 })
  /** Applies what fits and skips what is refused, as the store does. */
  const walk = (events: readonly JournalEvent[]): Entry[] => {
    const seen: Entry[] = []
    let entry: Entry | undefined
    for (const event of [recordedEvent('ticket:1'), ...events]) {
      const next = applyEvent(entry, {
        entry: id,
        ordinal: (entry?.ordinal ?? 0) + 1,
        at: seen.length,
        event,
      })
      if (next.ok) {
        entry = next.value
        seen.push(entry)
      }
    }
    return seen
  }

  test('settled is the end, and nothing unsettled is without a way on', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const states = walk(events)
        for (const [index, entry] of states.entries()) {
          if (isSettled(entry.state)) expect(index).toBe(states.length - 1)
          const fits = all.filter(
            (event) => applyEvent(entry, { entry: id, ordinal: entry.ordinal + 1, at: 0, event }).ok,
          )
          expect(fits.length > 0).toBe(!isSettled(entry.state))
        }
      }),
    )
  })

  test('it says that nothing changed only when no attempt is without a definite end', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const { state, attempts } of walk(events)) {
          if (state === 'withdrawn' || state === 'queued') {
            expect(attempts.every(({ result }) => result === 'requeued')).toBe(true)
          }
        }
      }),
    )
  })

  test('a due look-up exists exactly while one is to be made', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const { state, nextLookUpAt } of walk(events)) {
          if (state === 'unknown' || state === 'at-supplier') expect(nextLookUpAt).toBeTypeOf('number')
          if (isSettled(state)) expect(nextLookUpAt).toBeUndefined()
        }
      }),
    )
  })
})
