import { repointAdvice } from '@shared/features/contacts'
import { draftRepoint, type Revision } from '../../contacts'
import {
  type ActionOf,
  type OrderToPlan,
  type PlannedOrder,
  type ReadOrder,
  seenOf,
  splitByLevel,
} from './planned-order'

/** One contact of the contacts module for an order in place of another (models.md, `contact_uid`). */
export function planRepoint(
  read: ReadOrder,
  plan: OrderToPlan,
  { from, to }: ActionOf<'repoint'>,
  revision: Revision,
): PlannedOrder {
  const { whole: line, parts: verdicts } = splitByLevel(plan)
  if (line === undefined) return { verdicts, drafts: [] }
  const { profile, order, readAt } = plan
  const draft = draftRepoint(read, revision, { profile, order, from, to, seen: seenOf(read) }, readAt)
  if (!draft.ok) return { verdicts: [...verdicts, { line, why: draft.error.code }], drafts: [] }
  const advice = repointAdvice(read, { from, to }, revision.contact)
  const effect = { requests: 1, changes: draft.value.intent.changes, ...(advice ? { advice } : {}) }
  return { verdicts: [...verdicts, { line, effect }], drafts: [{ ...draft.value, line }] }
}
