import { z } from 'zod'
import { parseOffsetDateTime, toRequestDateTime } from '../../kernel/time'
import { countOf, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'

/** A time slot of a product as the API offers it. */
export const slotSchema = z.object({
  /** `availability_id`: what a booking is made with. */
  id: z.string(),
  /** Start in the activity's own offset, as it is sent back (rules.md #48, #49). */
  from: z.string(),
  to: z.string().optional(),
  label: z.string().optional(),
  /** `availability_spots_open`; absent where the API does not say. */
  open: z.number().int().optional(),
})
export type Slot = z.infer<typeof slotSchema>

/**
 * The slots that can be booked, earliest first; closed ones (rules.md #105) and such as say neither id nor start in a
 * readable way are left out. Full ones stay, with no place open (rules.md #103). Never throws.
 */
export function readSlots(items: unknown): Slot[] {
  return entriesOf(items)
    .map(fieldsOf)
    .flatMap((row) => {
      const id = textOf(row.availability_id)
      const from = parseOffsetDateTime(textOf(row.availability_from_date_time))
      if (id === undefined || !from || row.availability_active === false) return []
      const to = textOf(row.availability_to_date_time)
      const label = textOf(row.availability_label)
      const open = countOf(fieldsOf(row.availability_spots).availability_spots_open)
      const slot: Slot = {
        id,
        from: toRequestDateTime(from.epochMs, from.offset),
        ...(to === undefined ? {} : { to }),
        ...(label === undefined ? {} : { label }),
        ...(open === undefined ? {} : { open }),
      }
      return [{ slot, at: from.epochMs }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ slot }) => slot)
}
