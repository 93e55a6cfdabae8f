import type { ContactUid } from '@shared/kernel/ids'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { OrderDocument } from '../../api'
import { savedOrderSchema, takeSnapshot } from '../amendments'
import type { Revision } from './contact-revision'
import { fingerprintOf } from './push-snapshot'

/** What the journal keeps of an order and of the contact that it gets, around giving it one contact in place of another. */
export const repointSnapshotSchema = savedOrderSchema.extend({
  /** {@link fingerprintOf} the contact that comes. */
  contact: z.string(),
  /** How many contacts of the order are the one that goes, the one that comes, and neither. */
  from: z.number().int(),
  to: z.number().int(),
  others: z.number().int(),
})
export type RepointSnapshot = z.infer<typeof repointSnapshotSchema>

/** The two contacts, by their keys. */
export interface ContactPair {
  readonly from: ContactUid
  readonly to: ContactUid
}

export function takeRepointSnapshot(
  order: OrderDocument['value']['data']['order'],
  { contact }: Revision,
  { from, to }: ContactPair,
): RepointSnapshot {
  const uids = entriesOf(order.order_contacts).map((own) => textOf(fieldsOf(own).contact_uid))
  const count = (wanted: (uid: string | undefined) => boolean) => uids.filter(wanted).length
  return {
    ...takeSnapshot(order),
    contact: fingerprintOf(contact),
    from: count((uid) => uid === from),
    to: count((uid) => uid === to),
    others: count((uid) => uid !== from && uid !== to),
  }
}
