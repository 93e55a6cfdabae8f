import { draftPush, type Revision } from '../../contacts'
import {
  type ActionOf,
  type OrderToPlan,
  type PlannedOrder,
  type ReadOrder,
  seenOf,
  splitByLevel,
} from './planned-order'

/** The newest version of a contact for an order that has an older one (rules.md #191). */
export function planContact(
  read: ReadOrder,
  plan: OrderToPlan,
  { contact }: ActionOf<'contact'>,
  revision: Revision,
): PlannedOrder {
  const { whole: line, parts: verdicts } = splitByLevel(plan)
  if (line === undefined) return { verdicts, drafts: [] }
  const { profile, order, readAt } = plan
  const draft = draftPush(read, revision, { profile, order, contact, seen: seenOf(read) }, readAt)
  if (!draft.ok) return { verdicts: [...verdicts, { line, why: draft.error.code }], drafts: [] }
  const effect = { requests: 1, changes: draft.value.intent.changes }
  return { verdicts: [...verdicts, { line, effect }], drafts: [{ ...draft.value, line }] }
}
