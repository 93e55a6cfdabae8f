import { z } from 'zod'

/** A field that still holds what it held before the erasure. Never its value. */
export const leftFieldSchema = z.object({
  /** The API's name of it, such as `note_value`. */
  field: z.string(),
  /** Where it stands, such as "/order_notes/0/note_value". */
  pointer: z.string(),
  /** The earlier version of the order, or revision of the contact, that holds it; absent for the newest. */
  version: z.number().int().optional(),
  /**
   * `kept`: a personal field as it was; `elsewhere`: an address, number or name of the person in a field that is not
   * a personal one.
   */
  how: z.enum(['kept', 'elsewhere']),
})
export type LeftField = z.infer<typeof leftFieldSchema>

/** Where something was left: in the newest version unless one is named. */
export const leftPlaceSchema = leftFieldSchema.pick({ pointer: true, version: true }).strict()
export type LeftPlace = z.infer<typeof leftPlaceSchema>
