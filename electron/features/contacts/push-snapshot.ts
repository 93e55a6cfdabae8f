import { createHash } from 'node:crypto'
import { placeOnOrder } from '@shared/features/contacts'
import type { ContactUid } from '@shared/kernel/ids'
import { countOf, entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { OrderDocument } from '../../api'
import { readOnlyContactFields, savedOrderSchema, takeSnapshot } from '../amendments'
import type { Revision } from './contact-revision'

/** What the journal keeps of a contact and of an order's copy of it, around bringing the copy up to date. */
export const pushSnapshotSchema = savedOrderSchema.extend({
  contactVersion: z.number().int().nullable(),
  /** {@link fingerprintOf} the contact itself. */
  contact: z.string(),
  copyVersion: z.number().int().nullable(),
  /** The same of the order's copy; null where the contact is not on the order. */
  copy: z.string().nullable(),
})
export type PushSnapshot = z.infer<typeof pushSnapshotSchema>

export function takePushSnapshot(
  order: OrderDocument['value']['data']['order'],
  { contact }: Revision,
  uid: ContactUid,
): PushSnapshot {
  const at = placeOnOrder(order, uid)
  const copy = at === undefined ? undefined : fieldsOf(entriesOf(order.order_contacts)[at])
  return {
    ...takeSnapshot(order),
    contactVersion: countOf(contact.contact_version) ?? null,
    contact: fingerprintOf(contact),
    copyVersion: countOf(copy?.contact_version) ?? null,
    copy: copy ? fingerprintOf(copy) : null,
  }
}

/** Fields of a contact by itself that only the server writes, and that differ between two that say the same. */
const record = new Set(readOnlyContactFields.filter(({ length }) => length === 1).map(([name]) => name))

/** What a contact says, in a form that is compared: the order of fields and what only the server writes are left out. */
export function fingerprintOf(contact: unknown): string {
  const said = Object.entries(fieldsOf(contact)).filter(([name]) => !record.has(name))
  return createHash('sha256')
    .update(canonical(Object.fromEntries(said)))
    .digest('hex')
}

/** JSON with the names in one order; what is missing, null or empty is left out (rules.md #47). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null)
    return typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? '')
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined && inner !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
