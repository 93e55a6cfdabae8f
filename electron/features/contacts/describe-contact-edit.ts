import type { FieldValue } from '@shared/features/amendments'
import type { Operation, OperationEffect, OperationField, OperationTarget } from '@shared/features/operations'
import type { Entry } from '../../journal'
import { checkTotal } from '../amendments'
import { savedEffect } from '../orders'
import {
  type ContactSnapshot,
  contactSnapshotSchema,
  type ReadRevision,
  readRevisionSchema,
} from './contact-snapshot'
import { type ContactIntent, contactIntentSchema } from './edit-contact-definition'
import { pushIntentSchema } from './push-contact-definition'
import { pushSnapshotSchema } from './push-snapshot'
import { repointIntentSchema } from './repoint-order-definition'
import { repointSnapshotSchema } from './repoint-snapshot'
import { updateIntentSchema } from './update-contact-definition'

/** What an edit of a contact was to do and did, for the Operations screen. What was purged is left out. */
export interface ContactEditDescription {
  readonly target?: OperationTarget
  readonly changes?: Operation['changes']
  readonly effect: OperationEffect
  readonly fields?: readonly OperationField[]
}

export function describeContactEdit(entry: Entry): ContactEditDescription {
  const intent = contactIntentSchema.safeParse(entry.intent).data
  const before = contactSnapshotSchema.safeParse(entry.before).data
  const after = contactSnapshotSchema.safeParse(entry.after).data
  const found = contactSnapshotSchema.safeParse(entry.found).data
  return {
    ...(intent ? { target: { level: 'order' }, changes: intent.changes } : {}),
    effect: savedEffect(before, after),
    ...(entry.state === 'needs-review' && intent ? { fields: editedFields(intent, after) } : {}),
    ...(found && intent ? { fields: editedFields(intent, found) } : {}),
  }
}

/** The same of a contact by itself. */
export function describeContactUpdate(entry: Entry): ContactEditDescription {
  const intent = updateIntentSchema.safeParse(entry.intent).data
  const after = readRevisionSchema.safeParse(entry.after).data
  const found = readRevisionSchema.safeParse(entry.found).data
  const now = found ?? (entry.state === 'needs-review' ? after : undefined)
  const isTold = found !== undefined || entry.state === 'needs-review'
  return {
    ...(intent ? { changes: intent.changes } : {}),
    effect: { refunds: [], differences: [] },
    ...(intent && isTold ? { fields: editedFields(intent, now) } : {}),
  }
}

/** Bringing an order's copy of a contact to the newest version. */
export function describePush(entry: Entry): ContactEditDescription {
  const intent = pushIntentSchema.safeParse(entry.intent).data
  const before = pushSnapshotSchema.safeParse(entry.before).data
  const after = pushSnapshotSchema.safeParse(entry.after).data
  return {
    ...(intent ? { target: { level: 'order' }, changes: intent.changes } : {}),
    effect: savedEffect(before, after),
  }
}

/** Giving an order one contact in place of another; where that is not certain, which of them it was found to have. */
export function describeRepoint(entry: Entry): ContactEditDescription {
  const intent = repointIntentSchema.safeParse(entry.intent).data
  const before = repointSnapshotSchema.safeParse(entry.before).data
  const after = repointSnapshotSchema.safeParse(entry.after).data
  const found = repointSnapshotSchema.safeParse(entry.found).data
  const now = found ?? (entry.state === 'needs-review' ? after : undefined)
  const isTold = found !== undefined || entry.state === 'needs-review'
  const path = [{ field: 'order_contacts' }, { field: 'contact_uid' }]
  const { from, to } = { from: 0, to: 0, ...now }
  const has = intent && [from > 0 ? intent.from : [], to > 0 ? intent.to : []].flat().join(', ')
  return {
    ...(intent ? { target: { level: 'order' }, changes: intent.changes } : {}),
    effect: savedEffect(
      before,
      after,
      entry.state === 'done' && before && after ? checkTotal(before, after) : [],
    ),
    ...(intent && isTold
      ? { fields: [{ path, before: intent.from, wanted: intent.to, ...(has ? { now: has } : {}) }] }
      : {}),
  }
}

/** Each field of the contact, and beside it of the order's copy where that reads otherwise. */
function editedFields(
  { fields, changes }: Pick<ContactIntent, 'fields' | 'changes'>,
  now: (ReadRevision & Partial<Pick<ContactSnapshot, 'onOrder'>>) | undefined,
): OperationField[] {
  return fields.flatMap(({ path, seen, wanted }, at) => {
    const shown = changes[at]?.path ?? [{ field: String(path.at(-1)) }]
    const [onContact, onOrder] = [now?.values[at] ?? null, now?.onOrder?.[at] ?? null]
    const row = (is: FieldValue, place: OperationField['path']): OperationField => ({
      path: place,
      ...(seen === null ? {} : { before: String(seen) }),
      ...(wanted === null ? {} : { wanted: String(wanted) }),
      ...(is === null ? {} : { now: String(is) }),
    })
    const rows = [row(onContact, shown)]
    // One level out: the same contact, as the order has it.
    if (now?.onOrder !== undefined && onOrder !== onContact)
      rows.push(row(onOrder, [{ field: 'order_reference' }, ...shown]))
    return rows
  })
}
