import { z } from 'zod'

/** Where this computer may hold copies of what was erased. */
export const copyPlaces = [
  'mirror',
  'word-index',
  'journal',
  'api-cache',
  'screens',
  'recent',
  'kept-searches',
  'window-titles',
  'opened-vouchers',
  'saved-vouchers',
  'exports',
] as const
export const copyPlaceSchema = z.enum(copyPlaces)
export type CopyPlace = z.infer<typeof copyPlaceSchema>

/** A file outside the program's own folder. */
export const outsideFileSchema = z.object({
  id: z.uuid(),
  /** Full path, to look at. */
  path: z.string(),
  /** `unreachable`: its disk or network share does not answer, so it may be there still. */
  state: z.enum(['there', 'gone', 'deleted', 'not-deleted', 'unreachable']),
})
export type OutsideFile = z.infer<typeof outsideFileSchema>

/** What became of the copies at one place. */
export const copyResultSchema = z.object({
  place: copyPlaceSchema,
  /** `by-hand`: somebody has to do it, `why` and the files say what. */
  result: z.enum(['done', 'nothing-there', 'by-hand']),
  /** Copies that were removed, where they can be counted. */
  removed: z.number().int().optional(),
  why: z.string().optional(),
  files: z.array(outsideFileSchema).optional(),
})
export type CopyResult = z.infer<typeof copyResultSchema>
