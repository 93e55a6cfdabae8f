import { type StockRules, type stockOperations, stockRulesSchema, withRule } from '@shared/features/stock'
import type { Handlers } from '@shared/ipc/define'
import type { ProfileId } from '@shared/kernel/ids'
import { ok } from '@shared/kernel/result'
import { z } from 'zod'
import type { DocumentSpec, JsonDocument } from '../../platform/json-document'

const keptSchema = stockRulesSchema.extend({
  /** That they were set for; without one where they were set before that was kept. */
  account: z.string().optional(),
  /** Those of other accounts that the profile worked as before: it may come back to one. */
  others: z.record(z.string(), stockRulesSchema).optional(),
})
type Kept = z.infer<typeof keptSchema>
const documentSchema = z.object({ profiles: z.record(z.string(), keptSchema) })
type RulesOfProfiles = z.infer<typeof documentSchema>

export interface StockRulesDeps {
  /** What persons set, kept on this computer. */
  readonly rules: JsonDocument<RulesOfProfiles>
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: ProfileId) => string | undefined
  /** Tells every window that what was set for a profile is other than before. */
  readonly rulesChanged: (profile: ProfileId) => void
}

/** `stock.json`: what persons set for stock. Ids of rows and numbers, nothing personal, so it is not encrypted. */
export const stockRulesSpec: DocumentSpec<RulesOfProfiles> = {
  name: 'stock',
  schema: documentSchema,
  initial: () => ({ profiles: {} }),
}

/** What was set for a profile, as the account that it works as: limits of one are none of another's. */
export function rulesOf(
  { rules, accountOf }: Pick<StockRulesDeps, 'rules' | 'accountOf'>,
  profile: ProfileId,
): StockRules {
  const { profiles } = rules.read()
  const kept = Object.hasOwn(profiles, profile) ? profiles[profile] : undefined
  return kept ? rulesFor(kept, accountOf(profile)) : { lows: {} }
}

function rulesFor({ account, others, ...set }: Kept, wanted: string | undefined): StockRules {
  if (account === undefined || account === wanted) return set
  return (wanted === undefined ? undefined : others?.[wanted]) ?? { lows: {} }
}

/** Accounts besides the one that a profile works as whose rules are kept. */
const mostOthers = 5

/** Rules in the place of those that an account had, beside those of others; the ones that were left last stay. */
function keptWith(before: Kept | undefined, account: string | undefined, set: StockRules): Kept {
  const { account: left, others = {}, ...rules } = before ?? { lows: {} }
  const isOther = left !== undefined && left !== account
  const all = Object.entries({ ...others, ...(isOther && { [left]: rules }) })
  const kept = all.filter(([other]) => other !== account).slice(-mostOthers)
  return {
    ...set,
    ...(account !== undefined && { account }),
    ...(kept.length > 0 && { others: Object.fromEntries(kept) }),
  }
}

/**
 * Rules of a file from before accounts were kept are those of the account that their profile works as by now, so that they
 * do not hold for another one that it works as later.
 */
function adoptRules({ rules, accountOf }: Pick<StockRulesDeps, 'rules' | 'accountOf'>): void {
  const { profiles } = rules.read()
  const unowned = Object.entries(profiles).flatMap(([profile, kept]) => {
    const account = kept.account ?? accountOf(profile)
    return kept.account === account ? [] : [[profile, { ...kept, account }] as const]
  })
  if (unowned.length === 0) return
  try {
    rules.write({ profiles: { ...profiles, ...Object.fromEntries(unowned) } })
  } catch {
    // A disk that refuses is reported by the first change that a person makes; until then they hold as before.
  }
}

/** Forgets what was set for a profile that is gone. */
export function forgetStockRules(document: JsonDocument<RulesOfProfiles>, profile: ProfileId): void {
  const { [profile]: _gone, ...profiles } = document.read().profiles
  document.write({ profiles })
}

export const stockRulesHandlers = (
  deps: StockRulesDeps,
): Handlers<Pick<typeof stockOperations, 'getStockRules' | 'setStockRule'>> => {
  adoptRules(deps)
  return {
    getStockRules: ({ profile }) => ok(rulesOf(deps, profile)),
    setStockRule: ({ profile, set }) => {
      const { rules, accountOf, rulesChanged } = deps
      const { profiles } = rules.read()
      const before = Object.hasOwn(profiles, profile) ? profiles[profile] : undefined
      const next = keptWith(before, accountOf(profile), withRule(rulesOf(deps, profile), set))
      rules.write({ profiles: { ...profiles, [profile]: next } })
      rulesChanged(profile)
      return ok({})
    },
  }
}
