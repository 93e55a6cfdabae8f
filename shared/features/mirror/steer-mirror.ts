import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { fillEstimateSchema, mirrorStateSchema } from './mirror-state'

const ofProfile = z.strictObject({ profile: profileIdSchema })

/** How the mirror of a profile stands. */
export const getMirror = operation({ kind: 'query', input: ofProfile, output: mirrorStateSchema })

/** Asks the server how much a first fill would be; a few requests, nothing is kept. */
export const estimateFill = operation({ kind: 'query', input: ofProfile, output: fillEstimateSchema })

/** Keeps a mirror of this profile from now on, or goes on with one that was paused. */
export const startMirror = operation({ kind: 'local', input: ofProfile, output: mirrorStateSchema })

/** Brings nothing in until told to go on; what is held can be searched. */
export const pauseMirror = operation({ kind: 'local', input: ofProfile, output: mirrorStateSchema })

/** Asks the server now for what has changed. */
export const refreshMirror = operation({ kind: 'local', input: ofProfile, output: mirrorStateSchema })

/**
 * What a window knows of the connection of this computer. Over a metered one nothing is brought in, unless a person said
 * otherwise.
 */
export const tellConnection = operation({
  kind: 'local',
  input: z.strictObject({ isMetered: z.boolean() }),
  output: z.object({}),
})

/** Keeps no mirror of this profile any more: the file and its key are deleted. */
export const forgetMirror = operation({ kind: 'local', input: ofProfile, output: mirrorStateSchema })
