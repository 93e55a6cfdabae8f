import { useState } from 'react'
import { useActiveProfile } from '../../profiles'
import type { AmendmentView } from './amendments-frame'
import { AmendmentsList } from './amendments-list'
import { ChangedElsewhereList } from './changed-elsewhere-list'

/** The amendments of the profile that this window works with, and what changed without them. */
export function AmendmentsScreen() {
  const { profile } = useActiveProfile()
  const [view, setView] = useState<AmendmentView>('here')
  const shared = { profile: profile.id, view, onView: setView }
  return view === 'here' ? (
    <AmendmentsList key={profile.id} {...shared} />
  ) : (
    <ChangedElsewhereList key={profile.id} {...shared} />
  )
}
