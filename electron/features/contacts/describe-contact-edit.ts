import type { FieldValue } from '@shared/features/amendments'
import type { Operation, OperationEffect, OperationField, OperationTarget } from '@shared/features/operations'
import type { Entry } from '../../journal'
import { orderFigures } from '../orders'
import {
  type ContactSnapshot,
  contactSnapshotSchema,
  type ReadRevision,
  readRevisionSchema,
} from './contact-snapshot'
import { type ContactIntent, contactIntentSchema } from './edit-contact-definition'
import { pushIntentSchema } from './push-contact-definition'
import { pushSnapshotSchema } from './push-snapshot'
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
  const currency = before?.currency ?? after?.currency
  return {
    ...(intent ? { target: { level: 'order' }, changes: intent.changes } : {}),
    effect: {
      ...(currency ? { currency } : {}),
      ...(before ? { before: orderFigures(before) } : {}),
      ...(after ? { after: orderFigures(after) } : {}),
      refunds: [],
      differences: [],
    },
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
  const currency = before?.currency ?? after?.currency
  return {
    ...(intent ? { target: { level: 'order' }, changes: intent.changes } : {}),
    effect: {
      ...(currency ? { currency } : {}),
      ...(before ? { before: orderFigures(before) } : {}),
      ...(after ? { after: orderFigures(after) } : {}),
      refunds: [],
      differences: [],
    },
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
