import {
  baseAddressOf,
  type ProfileDraft,
  parseCustomAddress,
  secretOriginOf,
} from '@shared/features/profiles'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { KeychainError } from '../../platform/keychain'
import { type StoredProfile, sandboxAccount } from './profile-document'
import type { ProfileSecret, ProfileSecrets } from './profile-secrets'

/** Fields that cannot be used, and why; the renderer has checked them before with the same rules. */
export function draftProblems(draft: ProfileDraft): Record<string, string> {
  if (draft.environment === 'built-in-sandbox') return {}
  const problems: Record<string, string> = {}
  if (draft.environment === 'custom') {
    const parsed = parseCustomAddress(draft.baseAddress ?? '')
    if ('problem' in parsed) problems.baseAddress = parsed.problem
  }
  if (draft.clientId === '') problems.clientId = 'empty'
  if (draft.distributorId === '') problems.distributorId = 'empty'
  return problems
}

/** The profile that a draft describes, with `id`; where its secret is kept is not decided here. */
export function fromDraft(draft: ProfileDraft, id: string): StoredProfile {
  const { name, environment, readOnly } = draft
  const common = { id, name, environment, readOnly, inKeychain: false, hasApiKey: false }
  if (environment === 'built-in-sandbox') return { ...common, ...sandboxAccount }
  const { clientId, distributorId, scope, confirmedNames } = draft
  const address = environment === 'custom' ? baseAddressOf('custom', draft.baseAddress) : undefined
  return {
    ...common,
    clientId,
    distributorId,
    ...(scope ? { scope } : {}),
    ...(confirmedNames?.length ? { confirmedNames } : {}),
    ...(address === undefined ? {} : { address }),
  }
}

/** True when secrets of one may be sent to where the other points. */
export function sameOrigin(a: StoredProfile, b: StoredProfile): boolean {
  return secretOriginOf(a.environment, a.address) === secretOriginOf(b.environment, b.address)
}

/**
 * The secret that a draft amounts to: what is new in it, and for the rest what is kept for the same origin.
 * `undefined`: the draft changes nothing that is secret.
 */
export async function draftSecret(
  secrets: Pick<ProfileSecrets, 'read'>,
  draft: ProfileDraft,
  before: StoredProfile | undefined,
): Promise<Result<ProfileSecret | undefined, AppError<'KEYCHAIN_MISSING' | 'KEYCHAIN_LOCKED'>>> {
  const isNew = draft.clientSecret !== undefined || draft.apiKey !== undefined
  if (!isNew || draft.environment === 'built-in-sandbox') return ok(undefined)
  const kept = await keptPart(secrets, draft, before)
  if (!kept.ok) return kept
  const clientSecret = draft.clientSecret ?? kept.value?.clientSecret
  if (clientSecret === undefined) {
    return err(
      appError('INVALID_INPUT', 'the client secret is needed', { fields: { clientSecret: 'empty' } }),
    )
  }
  const apiKey = draft.apiKey === null ? undefined : (draft.apiKey ?? kept.value?.apiKey)
  return ok({ clientSecret, apiKey })
}

async function keptPart(
  secrets: Pick<ProfileSecrets, 'read'>,
  draft: ProfileDraft,
  before: StoredProfile | undefined,
): Promise<Result<ProfileSecret | undefined, KeychainError>> {
  const needed = draft.clientSecret === undefined || (draft.apiKey === undefined && before?.hasApiKey)
  if (!before || !needed) return ok(undefined)
  const kept = await secrets.read(before)
  // For this session only, what the keychain does not give out can be left behind.
  return !kept.ok && draft.keepIn === 'session' ? ok(undefined) : kept
}
