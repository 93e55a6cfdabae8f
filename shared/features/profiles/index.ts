import { checkKeychain } from './check-keychain'
import { listProfiles } from './list-profiles'
import { removeProfile } from './remove-profile'
import { resetSandbox } from './reset-sandbox'
import { saveProfile } from './save-profile'
import { selectProfile } from './select-profile'
import { testConnection } from './test-connection'

export {
  type AddressProblem,
  baseAddressOf,
  type Environment,
  environmentSchema,
  environments,
  isLoopback,
  parseCustomAddress,
  sandboxBaseAddress,
  secretOriginOf,
} from './environment'
export type { ProfileList } from './list-profiles'
export {
  type ConfirmableName,
  confirmableNames,
  confirmedNamesSchema,
  type KeychainStatus,
  type Profile,
  type ProfileDraft,
  profileDraftSchema,
  profileLimits,
  type SecretPlace,
} from './profile'
export { type ConnectionProblem, connectionProblems } from './test-connection'

export const profilesOperations = {
  listProfiles,
  saveProfile,
  removeProfile,
  selectProfile,
  resetSandbox,
  checkKeychain,
  testConnection,
}
