import {
  type Amendment,
  applyAmendment,
  fieldValueSchema,
  ticketsObstacle,
  ticketsRecipient,
  valueAt,
} from '@shared/features/amendments'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { OrderDocument } from '../../api'
import { savedOrderSchema, takeSnapshot } from './order-snapshot'

/**
 * What the journal keeps of an order around an amendment. `recipient` and `obstacle` are those of the order with the
 * amendment in it: an address that is amended gets the mail that goes with it.
 */
export const amendedOrderSchema = savedOrderSchema.extend({
  /** The amended fields as they were read, in the order of the intent. */
  values: z.array(fieldValueSchema),
  /** Notes with the text of the new one. */
  notes: z.number().int(),
})
export type AmendedOrder = z.infer<typeof amendedOrderSchema>

type Order = OrderDocument['value']['data']['order']

export function takeAmendedSnapshot(order: Order, amendment: Amendment): AmendedOrder {
  const { fields, note } = amendment
  const amended = applyAmendment(order, amendment)
  const notes = entriesOf(fieldsOf(order).order_notes).map((entry) => textOf(fieldsOf(entry).note_value))
  return {
    ...takeSnapshot(order),
    recipient: ticketsRecipient(amended)?.email ?? null,
    obstacle: ticketsObstacle(amended) ?? null,
    values: fields.map(({ path }) => valueAt(order, path)),
    notes: note ? notes.filter((text) => text === textOf(note.text)).length : 0,
  }
}
