import { z } from 'zod'
import { operation } from '../../../ipc/define'
import { profileIdSchema } from '../../../kernel/ids'
import { mostViews, savedViewSchema } from './saved-view'

const viewsSchema = z.object({ views: z.array(savedViewSchema) })

/** Own views of a profile, by name. They lie in the mirror's encrypted file: `NO_MIRROR` where there is none. */
export const listViews = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema }),
  output: viewsSchema,
  errors: ['NO_MIRROR'],
})

/** Keeps a view, in place of the one with its id if there is one. `NAME_TAKEN`: another view is called so. */
export const saveView = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, view: savedViewSchema }),
  output: viewsSchema,
  errors: ['NO_MIRROR', 'NAME_TAKEN', 'TOO_MANY_VIEWS', 'NOT_KEPT'],
})

export const removeView = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, view: z.uuid() }),
  output: viewsSchema,
  errors: ['NO_MIRROR', 'NOT_KEPT'],
})

/** Keeps several views beside those that are there: all or none. A name that is taken gets a number. */
export const addViews = operation({
  kind: 'local',
  input: z.strictObject({
    profile: profileIdSchema,
    views: z
      .array(savedViewSchema.omit({ id: true }))
      .min(1)
      .max(mostViews),
  }),
  output: viewsSchema,
  errors: ['NO_MIRROR', 'TOO_MANY_VIEWS', 'NOT_KEPT'],
})

/** Writes the own views of a profile to a file that main's dialog asks for. `savedAs` is absent when the person declined. */
export const exportViews = operation({
  kind: 'local',
  input: z.strictObject({
    profile: profileIdSchema,
    /** With what was searched for and filters that name a person. */
    withPersonal: z.boolean(),
  }),
  output: z.object({ savedAs: z.string().optional(), views: z.number().int() }),
  errors: ['NO_MIRROR', 'FILE_NOT_WRITTEN'],
})

/**
 * Reads views from a file that main's dialog asks for; nothing is kept yet. Absent when the person declined.
 * `VIEWS_FILE_REFUSED`: `params.reason` says why, `params.where` which part of it.
 */
export const readViewsFile = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: z.object({ views: z.array(savedViewSchema.omit({ id: true })).optional() }),
  errors: ['VIEWS_FILE_REFUSED'],
})
