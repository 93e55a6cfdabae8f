import { useRoute } from 'wouter'
import { useActiveProfile } from '../profiles'
import { ChecksPage } from './checks/checks-page'
import { checksPath, newRequestPath, privacyPath } from './paths'
import classes from './privacy.module.css'
import { NewRequestPage } from './request-form/new-request-page'
import { RequestPage } from './request-page/request-page'
import { RequestsList } from './requests-list/requests-list'

/** Requests to be forgotten of the profile that this window works with, and the page that the address names. */
export function PrivacyScreen() {
  const { profile } = useActiveProfile()
  const [isNew] = useRoute(newRequestPath)
  const [isChecks] = useRoute(checksPath)
  const [isPage, params] = useRoute(`${privacyPath}/:request`)
  return (
    <div className={classes.workspace} key={profile.id}>
      {/* Covered, but kept as it is: its scroll position, its focus row. */}
      <div className={classes.list} inert={isPage}>
        <RequestsList profile={profile} isCovered={isPage} />
      </div>
      {isPage ? (
        <div className={classes.page}>
          {isNew ? (
            <NewRequestPage profile={profile} />
          ) : isChecks ? (
            <ChecksPage profile={profile} />
          ) : (
            <RequestPage key={params.request} profile={profile} address={params.request} />
          )}
        </div>
      ) : null}
    </div>
  )
}
