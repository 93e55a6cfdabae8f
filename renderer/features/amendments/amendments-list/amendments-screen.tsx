import { useActiveProfile } from '../../profiles'
import { AmendmentsList } from './amendments-list'

/** The amendments of the profile that this window works with. */
export function AmendmentsScreen() {
  const { profile } = useActiveProfile()
  return <AmendmentsList key={profile.id} profile={profile.id} />
}
