import { ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import type { DistributorApi } from '../../../../../electron/api'
import { createPlanner } from '../../../../../electron/features/batches/planner'
import { booking, order, ticket } from '../../../../support/orders'

const lineCount = 1_000
/** Orders of 20 tickets, so that there is something to work out. */
const read = (reference: string) =>
  order(
    [
      booking(
        `B-${reference}`,
        Array.from({ length: 20 }, (_, at) => ticket(`${reference}-${at}`)),
      ),
    ],
    {
      order_reference: reference,
    },
  )

/**
 * An API that answers without waiting for anything: what is done between two answers is then done in one go, unless the
 * planner lets others have their turn.
 */
function hastyDesk() {
  let inTurn = 0
  let most = 0
  let reads = 0
  const answer = async (reference: string) => {
    reads += 1
    inTurn += 1
    most = Math.max(most, inTurn)
    const value = { data: { order: read(reference) } }
    return ok({ value, text: '', requestId: 'r' })
  }
  const orders = { get: answer }
  const planner = createPlanner({
    api: { for: () => ({ orders }) } as unknown as DistributorApi,
    now: () => Date.parse('2026-05-02T12:00:00+02:00'),
    accountOf: () => 'a',
    changed: () => {},
    report: () => {},
  })
  let isOver = false
  const turn = () => {
    inTurn = 0
    if (!isOver) setImmediate(turn)
  }
  turn()
  return {
    planner,
    end: () => {
      isOver = true
    },
    reads: () => reads,
    /** Most orders that were read and worked on before everything else in main had its turn. */
    most: () => most,
  }
}

describe(`a plan of ${lineCount} lines`, () => {
  test('lets everything else in main have its turn again and again, while it looks up and while it previews', async () => {
    const { planner, most, reads, end } = hastyDesk()
    const given = Array.from({ length: lineCount }, (_, at) => `ORDER-${10_000 + at}`)
    const plan = planner.begin({ profile: 'desk-1', kind: 'cancel', given })
    await planner.settled(plan)
    expect(plan.view()).toMatchObject({ stage: 'resolved', findings: { found: lineCount } })
    planner.dryRun(plan, { kind: 'cancel', refundToGuest: true, reason: 'The boat is broken' })
    await planner.settled(plan)
    end()
    expect(plan.view()).toMatchObject({ stage: 'planned', toSend: lineCount, requests: lineCount })
    expect(reads()).toBe(2 * lineCount)
    // Three of each of four readers.
    expect(most()).toBeLessThanOrEqual(12)
  })
})
