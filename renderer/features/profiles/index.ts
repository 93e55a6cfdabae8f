export { followProfiles, profilesQuery } from './queries'
export { takesGuessedNames, takesName } from './takes-guessed-names'
export { type ActiveProfile, useActiveProfile } from './use-active-profile'
