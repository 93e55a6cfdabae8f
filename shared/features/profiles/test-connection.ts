import { z } from 'zod'
import { operation } from '../../ipc/define'
import { upstreamDetailSchema } from '../../kernel/app-error'
import { profileDraftSchema } from './profile'

/** What is wrong with a connection, as precisely as can be told from outside. Words for each are in the locales. */
export const connectionProblems = [
  'address',
  'dns',
  'refused',
  'proxy',
  'tls',
  'timeout',
  'server',
  'credentials',
  'scope',
  'distributor',
  'clock',
] as const
export type ConnectionProblem = (typeof connectionProblems)[number]

/**
 * Tries what is filled in, saved or not: ping, sign-in and one read. A secret that is not in the draft is taken from
 * the keychain, if it is bound to the same origin; `SIGNED_OUT` with `params.reason` when there is none.
 */
export const testConnection = operation({
  kind: 'query',
  input: profileDraftSchema,
  output: z.object({
    /** Absent: everything works. */
    problem: z.enum(connectionProblems).optional(),
    /** What the server said, for the details. */
    upstream: upstreamDetailSchema.optional(),
    /** The server's clock minus ours; absent when it does not tell the time. */
    clockSkewSeconds: z.number().int().optional(),
  }),
  errors: ['KEYCHAIN_MISSING', 'KEYCHAIN_LOCKED'],
})
