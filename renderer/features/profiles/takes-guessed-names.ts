import { inferredNamesOnByDefault } from '@shared/api/inferred-names'
import type { Profile } from '@shared/features/profiles'

/** Whether parameters whose names are guesses may be sent with this profile (inferred-names.json). */
export const takesGuessedNames = ({ environment }: Pick<Profile, 'environment'>): boolean =>
  environment === 'built-in-sandbox'
    ? inferredNamesOnByDefault.builtInSandbox
    : inferredNamesOnByDefault.otherProfiles
