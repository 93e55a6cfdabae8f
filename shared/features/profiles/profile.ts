import { z } from 'zod'
import { profileIdSchema } from '../../kernel/ids'
import { environmentSchema } from './environment'

/**
 * Where a secret is kept: in the keychain, in memory until Gatehouse is closed, or nowhere yet.
 */
export const secretPlaceSchema = z.enum(['keychain', 'session', 'none'])
export type SecretPlace = z.infer<typeof secretPlaceSchema>

/** Why a profile can only read, or that it can do everything. */
export const profileAccessSchema = z.enum(['full', 'read-only', 'no-journal'])

/**
 * Guessed names (inferred-names.json) that a person may declare to be right for a profile. The preview is none of them:
 * under a wrong name the amendment would be performed (rules.md #156).
 */
export const confirmableNames = ['amendmentPriceAdjustment', 'amendmentPriceAdjustmentReseller'] as const
export const confirmedNamesSchema = z.array(z.enum(confirmableNames))
export type ConfirmableName = (typeof confirmableNames)[number]

/** A profile as the renderer sees it: never a secret, only where it is kept. */
export const profileSchema = z.object({
  id: profileIdSchema,
  name: z.string(),
  environment: environmentSchema,
  /** Absent for the built-in sandbox, whose port is new on every start. */
  baseAddress: z.string().optional(),
  clientId: z.string(),
  scope: z.string().optional(),
  distributorId: z.string(),
  readOnly: z.boolean(),
  /** Guessed names that may be sent with it. */
  confirmedNames: confirmedNamesSchema.optional(),
  secret: secretPlaceSchema,
  hasApiKey: z.boolean(),
  /** `no-journal`: without a durable secret and keychain there is no journal, hence no commands. */
  access: profileAccessSchema,
})
export type Profile = z.infer<typeof profileSchema>

/**
 * What the keychain of this computer can do. `missing`: there is none. `locked`: it is there and does not give
 * out what it holds. `unchecked`: nothing needed it yet.
 */
export const keychainStatusSchema = z.object({
  state: z.enum(['unchecked', 'ready', 'missing', 'locked']),
  /** The system's own words, for the details. */
  detail: z.string(),
})
export type KeychainStatus = z.infer<typeof keychainStatusSchema>

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, 'control characters are not allowed')

/** Longest texts that a person may fill in. Together the secrets stay below what Windows stores (2,560 bytes). */
export const profileLimits = {
  name: 80,
  baseAddress: 500,
  clientId: 200,
  clientSecret: 800,
  scope: 500,
  apiKey: 400,
  distributorId: 100,
} as const

/** What a person fills in. */
export const profileDraftSchema = z.strictObject({
  /** Absent: a new profile. */
  id: profileIdSchema.optional(),
  name: line(profileLimits.name).min(1),
  environment: environmentSchema,
  /** Used when the environment is `custom`. */
  baseAddress: line(profileLimits.baseAddress).optional(),
  clientId: line(profileLimits.clientId),
  /** Absent: the kept one stays. */
  clientSecret: line(profileLimits.clientSecret).min(1).optional(),
  scope: line(profileLimits.scope).optional(),
  /** Absent: the kept one stays; null: removed (rules.md #12). */
  apiKey: line(profileLimits.apiKey).min(1).nullable().optional(),
  distributorId: line(profileLimits.distributorId),
  readOnly: z.boolean(),
  /** Absent: those that are confirmed stay. */
  confirmedNames: confirmedNamesSchema.optional(),
  /** Where to keep what is secret in this draft. */
  keepIn: z.enum(['keychain', 'session']).default('keychain'),
})
export type ProfileDraft = z.output<typeof profileDraftSchema>
