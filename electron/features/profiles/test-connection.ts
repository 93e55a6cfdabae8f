import { baseAddressOf, type ProfileDraft, type profilesOperations } from '@shared/features/profiles'
import type { Handler } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { Connection, DistributorApi } from '../../api'
import type { createConnect } from './connect'
import type { StoredProfile } from './profile-document'
import { draftProblems, draftSecret, fromDraft, sameOrigin } from './profile-draft'
import type { ProfileRegistry } from './profile-registry'
import type { ProfileSecrets } from './profile-secrets'

/** Stands for a profile that has no id yet; nothing is kept under it. */
const unsaved = 'unsaved'

export function testConnection(deps: {
  readonly registry: Pick<ProfileRegistry, 'find'>
  readonly secrets: Pick<ProfileSecrets, 'read'>
  readonly connection: ReturnType<typeof createConnect>
  readonly check: DistributorApi['check']
}): Handler<typeof profilesOperations.testConnection> {
  return async (draft) => {
    const fields = draftProblems(draft)
    if (Object.keys(fields).length > 0) {
      return err(appError('INVALID_INPUT', 'the profile is not complete', { fields }))
    }
    const connection = await connectionOf(draft)
    if (!connection.ok) return connection
    const { problem, error, clockSkewSeconds } = await deps.check(connection.value)
    return ok({
      ...(problem === undefined ? {} : { problem }),
      ...(error?.upstream === undefined ? {} : { upstream: error.upstream }),
      ...(clockSkewSeconds === undefined ? {} : { clockSkewSeconds }),
    })
  }

  async function connectionOf(draft: ProfileDraft) {
    const before = draft.id === undefined ? undefined : deps.registry.find(draft.id)
    const next = fromDraft(draft, before?.id ?? unsaved)
    const sameHome = before !== undefined && sameOrigin(before, next) ? before : undefined
    const secret = await draftSecret(deps.secrets, draft, sameHome)
    if (!secret.ok) return secret
    if (secret.value) return fromParts(next, secret.value)
    // Nothing secret is new: the kept one, for the other fields as they are filled in now.
    if (!sameHome) return err(noSecret())
    const kept = await deps.connection(sameHome.id)
    if (!kept.ok || next.environment === 'built-in-sandbox') return kept
    return fromParts(next, kept.value)
  }
}

function fromParts(
  { id, environment, address, clientId, scope, distributorId }: StoredProfile,
  { clientSecret, apiKey }: Pick<Connection, 'clientSecret' | 'apiKey'>,
) {
  const baseAddress = baseAddressOf(environment, address)
  if (baseAddress === undefined) return err(noSecret())
  return ok<Connection>({
    profileId: id,
    baseAddress,
    clientId,
    clientSecret,
    scope,
    apiKey,
    distributorId,
    inferredNames: false,
  })
}

const noSecret = () =>
  appError('INVALID_INPUT', 'the client secret is needed', { fields: { clientSecret: 'empty' } })
