import { z } from 'zod'

/** Names a list: the same in every profile. */
export const gridIdSchema = z.string().regex(/^[a-z][a-z-]{0,39}$/)
export type GridId = z.infer<typeof gridIdSchema>

const columnSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** CSS pixels; absent: as wide as it comes. */
  width: z.number().min(20).max(4000).optional(),
  hidden: z.boolean().optional(),
})

/** Values of filters as the screen keeps them; what is personal data stays out (docs/decisions/0005). */
const filterValueSchema = z.union([
  z.string().max(500),
  z.array(z.string().max(200)).max(100),
  z.record(z.string().max(20), z.string().max(40)),
])

/**
 * How a person left a list. Everything may be absent; keys of rows are references, never names. What was typed into a
 * quick search is personal data and is not kept.
 */
export const gridStateSchema = z.strictObject({
  /** All columns, in order. */
  columns: z.array(columnSchema).max(100).optional(),
  sort: z.strictObject({ columnId: z.string().max(64), direction: z.enum(['asc', 'desc']) }).optional(),
  filters: z.record(z.string().max(40), filterValueSchema).optional(),
  /** The saved view that it was last set to: an id, which says nothing of what is in it. */
  view: z.string().max(64).optional(),
  /** Keys of the selected rows. */
  selection: z.array(z.string().max(128)).max(10_000).optional(),
  /** Share of the width for what is open beside the list, in percent. */
  besideSize: z.number().min(0).max(100).optional(),
})
export type GridState = z.infer<typeof gridStateSchema>
