import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../electron/journal'
import { maxWait, nextStep } from '../../../../electron/journal/next-step'

const now = 1_000_000_000
let made = 0
const entry = (state: Entry['state'], change: Partial<Entry> = {}): Entry =>
  ({ id: `e${++made}`, state, updatedAt: now, ...change }) as Entry
const step = (...entries: Entry[]) =>
  nextStep(entries, {
    now,
    lookUpAt: ({ nextLookUpAt }) => nextLookUpAt,
    isLeftOver: ({ kind }) => kind === 'left-over',
  })

describe('the next step on an order', () => {
  test('is to send the oldest that is queued', () => {
    const [first, second] = [entry('queued'), entry('queued')]
    expect(step(first, second)).toEqual({ act: 'send', entry: first })
  })

  test('is to wait until the oldest is due, also when a later one is due before', () => {
    expect(step(entry('queued', { dueAt: now + 500 }), entry('queued'))).toEqual({
      act: 'wait',
      until: now + 500,
    })
  })

  test('is to send past one that is held', () => {
    const free = entry('queued')
    expect(step(entry('queued', { held: 'restart' }), free)).toEqual({ act: 'send', entry: free })
  })

  test('is never to send while the outcome of another is unknown', () => {
    expect(step(entry('unknown', { nextLookUpAt: now + 60_000 }), entry('queued'))).toEqual({
      act: 'wait',
      until: now + 60_000,
    })
  })

  test.each(['at-supplier', 'needs-review'] as const)('is to send past one that is %s', (state) => {
    const queued = entry('queued')
    expect(step(entry(state), queued)).toEqual({ act: 'send', entry: queued })
  })

  test('is to look up what is due before anything is sent', () => {
    const due = entry('at-supplier', { nextLookUpAt: now })
    expect(step(due, entry('queued'))).toEqual({ act: 'look-up', entry: due })
  })

  test('is first of all to find out about what was being sent when the program ended', () => {
    const sending = entry('sending')
    expect(step(entry('unknown', { nextLookUpAt: 0 }), sending)).toEqual({ act: 'recover', entry: sending })
  })

  test('is to hold what an earlier run left, and what waited too long since it was due', () => {
    const left = entry('queued', { kind: 'left-over' })
    expect(step(left)).toEqual({ act: 'hold', entry: left, why: 'restart' })
    const late = entry('queued', { updatedAt: now - maxWait - 1 })
    expect(step(late)).toEqual({ act: 'hold', entry: late, why: 'waited-long' })
    const justDue = entry('queued', { updatedAt: now - 10 * maxWait, dueAt: now - 1 })
    expect(step(justDue)).toEqual({ act: 'send', entry: justDue })
  })

  test('is nothing where nothing is open', () => {
    expect(step()).toEqual({ act: 'wait', until: undefined })
    expect(step(entry('needs-review'))).toEqual({ act: 'wait', until: undefined })
  })
})
