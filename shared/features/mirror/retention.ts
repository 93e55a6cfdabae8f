import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { fillEstimateSchema, mirrorStateSchema } from './mirror-state'

/** For how many months orders may be held, by their creation. What is unsettled or still to come stays in any case. */
export const retentionBounds = { min: 1, max: 60 } as const

const monthsSchema = z.number().int().min(retentionBounds.min).max(retentionBounds.max)
const choice = z.strictObject({ profile: profileIdSchema, months: monthsSchema })

/** What it would mean to hold orders for so many months. Reads from the API where that is longer; changes nothing. */
export const weighRetention = operation({
  kind: 'query',
  input: choice,
  output: z.object({
    /** Orders that would be removed from this computer. */
    removes: z.number().int(),
    /** What reading the older ones would cost; absent where nothing is missing. */
    reads: fillEstimateSchema.optional(),
  }),
  errors: ['NO_MIRROR'],
})

/** Holds orders for so many months from now on: removes what is older and settled, reads what is missing. */
export const chooseRetention = operation({ kind: 'local', input: choice, output: mirrorStateSchema })
