import { z } from 'zod'

/** Places that were searched, and how that went. */
export const searchedPlaceSchema = z.object({
  place: z.enum(['api-orders', 'api-contacts', 'mirror', 'journal']),
  state: z.enum(['searched', 'partly', 'not-searched']),
  /** Code of what kept it from being searched whole. */
  why: z.string().optional(),
  /** Orders, contacts or operations that were looked at. */
  looked: z.number().int(),
})
export type SearchedPlace = z.infer<typeof searchedPlaceSchema>
