import { type StockRules, type stockOperations, stockRulesSchema } from '@shared/features/stock'
import type { Handlers } from '@shared/ipc/define'
import type { ProfileId } from '@shared/kernel/ids'
import { ok } from '@shared/kernel/result'
import { z } from 'zod'
import type { DocumentSpec, JsonDocument } from '../../platform/json-document'

const documentSchema = z.object({ profiles: z.record(z.string(), stockRulesSchema) })
type RulesOfProfiles = z.infer<typeof documentSchema>

/** `stock.json`: what persons set for stock. Ids of rows and numbers, nothing personal, so it is not encrypted. */
export const stockRulesSpec: DocumentSpec<RulesOfProfiles> = {
  name: 'stock',
  schema: documentSchema,
  initial: () => ({ profiles: {} }),
}

/** What was set for a profile. */
export function rulesOf(document: JsonDocument<RulesOfProfiles>, profile: ProfileId): StockRules {
  const { profiles } = document.read()
  return (Object.hasOwn(profiles, profile) ? profiles[profile] : undefined) ?? { lows: {} }
}

/** Forgets what was set for a profile that is gone. */
export function forgetStockRules(document: JsonDocument<RulesOfProfiles>, profile: ProfileId): void {
  const { [profile]: _gone, ...profiles } = document.read().profiles
  document.write({ profiles })
}

export const stockRulesHandlers = (
  document: JsonDocument<RulesOfProfiles>,
): Handlers<Pick<typeof stockOperations, 'getStockRules' | 'saveStockRules'>> => ({
  getStockRules: ({ profile }) => ok(rulesOf(document, profile)),
  saveStockRules: ({ profile, rules }) => {
    document.write({ profiles: { ...document.read().profiles, [profile]: rules } })
    return ok({})
  },
})
