import type { ProfileId } from '@shared/kernel/ids'
import { z } from 'zod'
import type { DocumentSpec, JsonDocument } from '../platform/json-document'

const wishSchema = z.enum(['kept', 'paused', 'off'])
/** What a person wants of the mirror of a profile. */
export type MirrorWish = z.infer<typeof wishSchema>

const documentSchema = z.object({ profiles: z.record(z.string(), wishSchema) })
type MirrorsDocument = z.infer<typeof documentSchema>

/** `mirrors.json`: for which profiles a mirror is kept. */
export const mirrorsSpec: DocumentSpec<MirrorsDocument> = {
  name: 'mirrors',
  schema: documentSchema,
  initial: () => ({ profiles: {} }),
}

/** What was chosen for each profile; `undefined` where nobody chose. */
export interface MirrorWishes {
  of(profile: ProfileId): MirrorWish | undefined
  keep(profile: ProfileId, wish: MirrorWish | undefined): void
}

export function mirrorWishes(document: JsonDocument<MirrorsDocument>): MirrorWishes {
  return {
    of: (profile) => {
      const { profiles } = document.read()
      return Object.hasOwn(profiles, profile) ? profiles[profile] : undefined
    },
    keep: (profile, wish) => {
      const { [profile]: _before, ...profiles } = document.read().profiles
      document.write({ profiles: wish === undefined ? profiles : { ...profiles, [profile]: wish } })
    },
  }
}
