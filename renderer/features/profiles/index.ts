export { followProfiles, profilesQuery } from './queries'
export { type ActiveProfile, useActiveProfile } from './use-active-profile'
