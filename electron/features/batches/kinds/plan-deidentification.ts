import { holdReasons } from '@shared/features/privacy'
import { draftDeidentification } from '../../privacy'
import {
  type ActionOf,
  type OrderToPlan,
  type PlannedOrder,
  type ReadOrder,
  seenOf,
  splitByLevel,
} from './planned-order'

/** Tokens instead of the guests of an order, unless something holds it back (rules.md #197). */
export function planDeidentification(
  read: ReadOrder,
  plan: OrderToPlan,
  { request, rules, today, only, open = [] }: ActionOf<'deidentify'>,
): PlannedOrder {
  const { whole: line, parts: verdicts } = splitByLevel(plan)
  if (line === undefined) return { verdicts, drafts: [] }
  const { profile, order, readAt } = plan
  const [hold = open.includes(order) ? ({ kind: 'open-operation' } as const) : undefined] = holdReasons(
    read,
    {
      ...{ rules, today, now: readAt },
    },
  )
  if (hold) {
    const until = 'until' in hold ? { until: hold.until } : {}
    return {
      verdicts: [...verdicts, { line, why: 'HELD_BACK', params: { reason: hold.kind, ...until } }],
      drafts: [],
    }
  }
  const left = only?.find((one) => one.order === order)
  const intent = { request, seen: seenOf(read), ...(left ? { only: left.places } : {}) }
  const draft = draftDeidentification(read, { profile, order, ...intent }, readAt)
  return { verdicts: [...verdicts, { line, effect: { requests: 1 } }], drafts: [{ ...draft, line }] }
}
