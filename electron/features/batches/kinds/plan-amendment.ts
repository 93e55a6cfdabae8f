import {
  type AmendableField,
  amendableGroups,
  amendmentChanges,
  type FieldValue,
  fieldProblem,
} from '@shared/features/amendments'
import type { BatchField } from '@shared/features/batches'
import { orderCurrency } from '@shared/features/orders'
import { textOf } from '@shared/kernel/tolerant'
import { draftAmendment } from '../../amendments'
import {
  type ActionOf,
  type OrderToPlan,
  type PlannedOrder,
  type ReadOrder,
  seenOf,
  splitByLevel,
} from './planned-order'

/** One field of an order, or a note to it, without mailing tickets. */
export function planAmendment(
  read: ReadOrder,
  plan: OrderToPlan,
  { field, wanted, note }: ActionOf<'amend'>,
): PlannedOrder {
  const { whole: line, parts: verdicts } = splitByLevel(plan)
  if (line === undefined) return { verdicts, drafts: [] }
  const refused = (why: string): PlannedOrder => ({ verdicts: [...verdicts, { line, why }], drafts: [] })
  const chosen = field && wanted !== undefined ? fieldOf(read, field, wanted) : undefined
  if (typeof chosen === 'string') return refused(chosen)
  const fields = chosen ? [{ path: chosen.path, seen: chosen.value, wanted: wanted ?? null }] : []
  const amendment = { fields, ...(note ? { note } : {}) }
  const { profile, order, readAt } = plan
  const draft = draftAmendment(read, { profile, order, ...amendment, seen: seenOf(read) }, readAt)
  if (!draft.ok) return refused(draft.error.code)
  const currency = orderCurrency(read)
  const total = textOf(read.order_pricing?.price_total)
  const effect = {
    requests: 1,
    ...(currency.kind === 'one' ? { currency: currency.code } : {}),
    ...(total === undefined ? {} : { totalBefore: total }),
    changes: amendmentChanges(read, amendment),
  }
  return { verdicts: [...verdicts, { line, effect }], drafts: [{ ...draft.value, line }] }
}

/** The one field that is meant, or why there is none to change. */
function fieldOf(
  read: ReadOrder,
  { section, title, name }: BatchField,
  wanted: FieldValue,
): AmendableField | string {
  const groups = amendableGroups(read).filter(
    (group) => group.section === section && (title === undefined || group.title === title),
  )
  const fields = groups.filter(({ locked }) => !locked).flatMap((group) => group.fields)
  const [field, another] = fields.filter((candidate) => candidate.name === name)
  if (!field) return groups.some(({ locked }) => locked) ? 'FIELD_LOCKED' : 'NO_SUCH_FIELD'
  if (another) return 'AMBIGUOUS_FIELD'
  if (field.value === wanted) return 'AS_WANTED'
  return fieldProblem(field, wanted) ?? field
}
