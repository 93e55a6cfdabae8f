import {
  type AddressProblem,
  type ConfirmableName,
  type Environment,
  type Profile,
  type ProfileDraft,
  parseCustomAddress,
  secretOriginOf,
} from '@shared/features/profiles'

/** What the form holds. A secret is never among it unless it has just been typed. */
export interface ProfileFormValues {
  readonly name: string
  readonly environment: Environment
  /** Of a custom environment; kept while another one is chosen. */
  readonly baseAddress: string
  readonly clientId: string
  readonly clientSecret: string
  readonly distributorId: string
  readonly scope: string
  readonly apiKey: string
  readonly readOnly: boolean
  readonly confirmedNames: readonly ConfirmableName[]
  /** What becomes of a saved secret or key. */
  readonly secretIs: 'kept' | 'replaced'
  readonly apiKeyIs: 'kept' | 'replaced' | 'dropped'
}

/** Words for it stand under `profiles:invalid`. */
export type FieldProblem = AddressProblem

export function initialValues(profile: Profile | undefined): ProfileFormValues {
  return {
    name: profile?.name ?? '',
    environment: profile?.environment ?? 'staging',
    baseAddress: profile?.environment === 'custom' ? (profile.baseAddress ?? '') : '',
    clientId: profile?.environment === 'built-in-sandbox' ? '' : (profile?.clientId ?? ''),
    clientSecret: '',
    distributorId: profile?.environment === 'built-in-sandbox' ? '' : (profile?.distributorId ?? ''),
    scope: profile?.scope ?? '',
    apiKey: '',
    readOnly: profile?.readOnly ?? false,
    confirmedNames: profile?.confirmedNames ?? [],
    secretIs: 'kept',
    apiKeyIs: 'kept',
  }
}

/** Where the saved secret of a profile belongs, while the form still points there; see {@link hasMoved}. */
function originOf(profile: Profile): string | undefined {
  return secretOriginOf(profile.environment, profile.baseAddress)
}

/** True when saving would erase the saved secret, because the form points elsewhere. */
export function hasMoved(profile: Profile | undefined, values: ProfileFormValues): boolean {
  if (!profile || profile.secret === 'none') return false
  return originOf(profile) !== secretOriginOf(values.environment, values.baseAddress)
}

/** Whether the saved secret stays; otherwise there is a field to type one. */
export function keepsSecret(profile: Profile | undefined, values: ProfileFormValues): boolean {
  return (
    profile !== undefined &&
    profile.secret !== 'none' &&
    values.secretIs === 'kept' &&
    !hasMoved(profile, values)
  )
}

/** Fields that cannot be saved, by the rules that main applies as well. */
export function problemsOf(
  profile: Profile | undefined,
  values: ProfileFormValues,
): Partial<Record<keyof ProfileFormValues, FieldProblem>> {
  const problems: Partial<Record<keyof ProfileFormValues, FieldProblem>> = {}
  if (values.name.trim() === '') problems.name = 'empty'
  if (values.environment === 'built-in-sandbox') return problems
  if (values.environment === 'custom') {
    const parsed = parseCustomAddress(values.baseAddress)
    if ('problem' in parsed) problems.baseAddress = parsed.problem
  }
  if (values.clientId.trim() === '') problems.clientId = 'empty'
  if (values.distributorId.trim() === '') problems.distributorId = 'empty'
  const secretNeeded = profile === undefined || (profile.secret !== 'none' && values.secretIs === 'replaced')
  if (secretNeeded && values.clientSecret === '') problems.clientSecret = 'empty'
  return problems
}

/** What is sent to main. */
export function toDraft(
  profile: Profile | undefined,
  values: ProfileFormValues,
  keepIn: ProfileDraft['keepIn'],
): ProfileDraft {
  const { name, environment, clientId, distributorId, readOnly } = values
  const id = profile === undefined ? {} : { id: profile.id }
  if (environment === 'built-in-sandbox') {
    return { ...id, name, environment, clientId: '', distributorId: '', readOnly, keepIn }
  }
  const scope = values.scope.trim()
  return {
    ...id,
    name,
    environment,
    ...(environment === 'custom' ? { baseAddress: values.baseAddress } : {}),
    clientId,
    distributorId,
    ...(scope === '' ? {} : { scope }),
    ...(keepsSecret(profile, values) || values.clientSecret === ''
      ? {}
      : { clientSecret: values.clientSecret }),
    ...apiKeyOf(values),
    confirmedNames: [...values.confirmedNames],
    readOnly,
    keepIn,
  }
}

function apiKeyOf({ apiKey, apiKeyIs }: ProfileFormValues): Pick<ProfileDraft, 'apiKey'> {
  if (apiKeyIs === 'dropped') return { apiKey: null }
  return apiKey === '' ? {} : { apiKey }
}
