import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileDraftSchema, profileSchema } from './profile'

/**
 * Adds or changes a profile. A changed origin erases the kept secret and API key, unless new ones come with it.
 * Switching read-only off asks in a native dialog; `DECLINED` when the answer is no. `KEYCHAIN_*`: the secret could
 * not be kept, and nothing was saved. `OPERATIONS_OPEN`, with `params.count`: it is to work elsewhere while operations of it
 * are not settled. `REQUESTS_OPEN`, with `params.count`: while requests to be forgotten were begun where it works now.
 */
export const saveProfile = operation({
  kind: 'local',
  input: profileDraftSchema,
  output: z.object({ profile: profileSchema, secretErased: z.boolean() }),
  errors: [
    'DECLINED',
    'OPERATIONS_OPEN',
    'REQUESTS_OPEN',
    'NO_JOURNAL',
    'KEYCHAIN_MISSING',
    'KEYCHAIN_LOCKED',
  ],
})
