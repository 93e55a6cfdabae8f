import type { Profile } from '@shared/features/profiles'
import type { ReactNode } from 'react'
import { useRoute } from 'wouter'
import { CoveredList } from '../list-screen'
import { useActiveProfile } from '../profiles'
import { ChecksPage } from './checks/checks-page'
import { checksPath, newRequestPath, privacyPath } from './paths'
import { NewRequestPage } from './request-form/new-request-page'
import { RequestPage } from './request-page/request-page'
import { RequestsList } from './requests-list/requests-list'

/** Requests to be forgotten of the profile that this window works with, and the page that the address names. */
export function PrivacyScreen() {
  const { profile } = useActiveProfile()
  const page = usePage(profile)
  return (
    <CoveredList
      key={profile.id}
      list={<RequestsList profile={profile} isCovered={page !== undefined} />}
      page={page}
    />
  )
}

function usePage(profile: Profile): ReactNode | undefined {
  const [isNew] = useRoute(newRequestPath)
  const [isChecks] = useRoute(checksPath)
  const [isRequest, params] = useRoute(`${privacyPath}/:request`)
  if (isNew) return <NewRequestPage profile={profile} />
  if (isChecks) return <ChecksPage profile={profile} />
  return isRequest ? (
    <RequestPage key={params.request} profile={profile} address={params.request} />
  ) : undefined
}
