import { inferredNamesOnByDefault } from '@shared/api/inferred-names'
import type { ConfirmableName, Profile } from '@shared/features/profiles'

/** Whether one of the parameters may be sent that a person can confirm. */
export const takesName = (
  profile: Pick<Profile, 'environment' | 'confirmedNames'>,
  name: ConfirmableName,
): boolean => takesGuessedNames(profile) || profile.confirmedNames?.includes(name) === true

/** Whether parameters whose names are guesses may be sent with this profile (inferred-names.json). */
export const takesGuessedNames = ({ environment }: Pick<Profile, 'environment'>): boolean =>
  environment === 'built-in-sandbox'
    ? inferredNamesOnByDefault.builtInSandbox
    : inferredNamesOnByDefault.otherProfiles
