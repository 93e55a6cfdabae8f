import { z } from 'zod'
import { operation } from '../../../ipc/define'
import { profileIdSchema } from '../../../kernel/ids'

/** Searches that are remembered. */
export const mostSearches = 10

const searchTextSchema = z.string().trim().min(1).max(200)
const searchesSchema = z.object({
  /** The latest first. */
  searches: z.array(searchTextSchema),
})

/** What was searched for lately. It lies in the mirror's encrypted file: `NO_MIRROR` where there is none. */
export const listSearches = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema }),
  output: searchesSchema,
  errors: ['NO_MIRROR'],
})

/** Remembers what was searched for as the latest. */
export const rememberSearch = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, text: searchTextSchema }),
  output: searchesSchema,
  errors: ['NO_MIRROR', 'NOT_KEPT'],
})

/** Forgets one of them, or all. */
export const forgetSearches = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, text: searchTextSchema.optional() }),
  output: searchesSchema,
  errors: ['NO_MIRROR', 'NOT_KEPT'],
})

/** What is remembered once this was searched for as well. */
export const remembering = (searches: readonly string[], text: string): string[] =>
  [text, ...forgetting(searches, text)].slice(0, mostSearches)

/** What is left when this is forgotten. */
export const forgetting = (searches: readonly string[], text: string): string[] =>
  searches.filter((search) => search.toLocaleLowerCase() !== text.toLocaleLowerCase())
