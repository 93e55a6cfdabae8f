export { followProfiles, profilesQuery } from './queries'
export { takesGuessedNames } from './takes-guessed-names'
export { type ActiveProfile, useActiveProfile } from './use-active-profile'
