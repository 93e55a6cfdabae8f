import { retentionBounds } from '@shared/features/mirror'
import { type ProfileId, profileIdSchema } from '@shared/kernel/ids'
import { z } from 'zod'
import type { DocumentSpec, JsonDocument } from '../platform/json-document'

const wishSchema = z.enum(['kept', 'paused', 'off'])
/** What a person wants of the mirror of a profile. */
export type MirrorWish = z.infer<typeof wishSchema>

const documentSchema = z.object({
  profiles: z.record(z.string(), wishSchema),
  /** For how many months orders are held, where somebody chose. */
  retentionMonths: z
    .record(z.string(), z.number().int().min(retentionBounds.min).max(retentionBounds.max))
    .default({}),
  /** Profiles that were removed while what is held of them may still be there. */
  leaving: z.array(profileIdSchema).default([]),
})
type MirrorsDocument = z.infer<typeof documentSchema>

/** `mirrors.json`: for which profiles a mirror is kept, and how far back. */
export const mirrorsSpec: DocumentSpec<MirrorsDocument> = {
  name: 'mirrors',
  schema: documentSchema,
  initial: () => ({ profiles: {}, retentionMonths: {}, leaving: [] }),
}

/** What was chosen for each profile; `undefined` where nobody chose. */
export interface MirrorWishes {
  of(profile: ProfileId): MirrorWish | undefined
  keep(profile: ProfileId, wish: MirrorWish): void
  monthsOf(profile: ProfileId): number | undefined
  keepMonths(profile: ProfileId, months: number): void
  /** Profiles of which everything is to be deleted. */
  leaving(): readonly ProfileId[]
  setLeaving(profile: ProfileId, isLeaving: boolean): void
  /** Nothing that was chosen for it holds any more, and nothing is left to be deleted. */
  forget(profile: ProfileId): void
}

export function mirrorWishes(document: JsonDocument<MirrorsDocument>): MirrorWishes {
  const allBut = (profile: ProfileId) => document.read().leaving.filter((other) => other !== profile)
  return {
    of: (profile) => own(document.read().profiles, profile),
    keep: (profile, wish) => {
      const { profiles, ...rest } = document.read()
      document.write({ ...rest, profiles: { ...profiles, [profile]: wish } })
    },
    monthsOf: (profile) => own(document.read().retentionMonths, profile),
    keepMonths: (profile, months) => {
      const { retentionMonths, ...rest } = document.read()
      document.write({ ...rest, retentionMonths: { ...retentionMonths, [profile]: months } })
    },
    leaving: () => document.read().leaving,
    setLeaving: (profile, isLeaving) => {
      const others = allBut(profile)
      document.write({ ...document.read(), leaving: isLeaving ? [...others, profile] : others })
    },
    forget: (profile) => {
      const { [profile]: _wish, ...profiles } = document.read().profiles
      const { [profile]: _months, ...retentionMonths } = document.read().retentionMonths
      document.write({ profiles, retentionMonths, leaving: allBut(profile) })
    },
  }
}

const own = <T>(chosen: Readonly<Record<string, T>>, profile: ProfileId): T | undefined =>
  Object.hasOwn(chosen, profile) ? chosen[profile] : undefined
