import { type RetentionRule, retentionRuleSchema } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { z } from 'zod'
import type { DocumentSpec, JsonDocument } from '../../platform/json-document'

const documentSchema = z.object({
  /** Profile → its rules. */
  profiles: z.record(z.string(), z.array(retentionRuleSchema)),
})
type Retention = z.infer<typeof documentSchema>

/** `retention.json`: for how long each profile keeps orders, and why. Holds nothing of any person. */
export const retentionSpec: DocumentSpec<Retention> = {
  name: 'retention',
  schema: documentSchema,
  initial: () => ({ profiles: {} }),
}

export interface RetentionRules {
  of(profile: ProfileId): RetentionRule[]
  save(profile: ProfileId, rules: readonly RetentionRule[]): void
}

export const retentionRules = (document: JsonDocument<Retention>): RetentionRules => ({
  of: (profile) => {
    const { profiles } = document.read()
    return Object.hasOwn(profiles, profile) ? [...(profiles[profile] ?? [])] : []
  },
  save: (profile, rules) => {
    document.write({ profiles: { ...document.read().profiles, [profile]: [...rules] } })
  },
})
