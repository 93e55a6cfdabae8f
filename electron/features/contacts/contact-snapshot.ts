import { type AmendedField, fieldValueSchema, valueAt } from '@shared/features/amendments'
import { placeOnOrder } from '@shared/features/contacts'
import type { ContactUid } from '@shared/kernel/ids'
import { countOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { OrderDocument } from '../../api'
import { savedOrderSchema, takeSnapshot } from '../amendments'
import type { Revision } from './contact-revision'

/** What the journal keeps of a contact by itself, around an edit. */
export const readRevisionSchema = z.object({
  contactVersion: z.number().int().nullable(),
  /** `contact_modified`, which tells revisions apart where they have no numbers. */
  contactModified: z.string().nullable(),
  /** The edited fields of the contact itself, in the order of the intent. */
  values: z.array(fieldValueSchema),
})
export type ReadRevision = z.infer<typeof readRevisionSchema>

/** What the journal keeps of a contact and of the order it is on, around an edit. */
export const contactSnapshotSchema = savedOrderSchema.extend({
  ...readRevisionSchema.shape,
  /** The same of the order's copy; null where the contact is not on the order. */
  onOrder: z.array(fieldValueSchema).nullable(),
})
export type ContactSnapshot = z.infer<typeof contactSnapshotSchema>

type Order = OrderDocument['value']['data']['order']

interface Edit {
  readonly contact: ContactUid
  readonly fields: readonly AmendedField[]
}

export function takeContactSnapshot(
  order: Order,
  revision: Revision,
  { contact: uid, fields }: Edit,
): ContactSnapshot {
  const at = placeOnOrder(order, uid)
  return {
    ...takeSnapshot(order),
    ...readRevision(revision, fields),
    onOrder:
      at === undefined ? null : fields.map(({ path }) => valueAt(order, ['order_contacts', at, ...path])),
  }
}

/** What of it is the contact's own. */
export const readRevision = ({ contact }: Revision, fields: readonly AmendedField[]): ReadRevision => ({
  contactVersion: countOf(contact.contact_version) ?? null,
  contactModified: textOf(contact.contact_modified) ?? null,
  values: fields.map(({ path }) => valueAt(contact, path)),
})
