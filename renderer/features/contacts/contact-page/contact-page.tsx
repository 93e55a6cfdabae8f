import type { Profile } from '@shared/features/profiles'
import { type ContactUid, contactUidSchema } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { toAppError } from '../../../lib/present-error'
import { useShortcut } from '../../../lib/shortcuts'
import { useWindowTitle } from '../../../lib/window-title'
import { LoadFailed } from '../../../ui/load-failed'
import { LoadingBar } from '../../../ui/loading-bar'
import { contactsPath } from '../contact-paths'
import { contactQueries } from '../queries'
import { ContactView } from './contact-view'
import { NoSuchContact } from './no-such-contact'

interface ContactPageProps {
  readonly profile: Profile
  /** What the address names the contact by. */
  readonly address: string
}

/** One contact: read anew when it opens. The window is not named after a person: titles are seen by others. */
export function ContactPage({ profile, address }: ContactPageProps) {
  const { t } = useTranslation('contacts')
  const [, navigate] = useLocation()
  useWindowTitle(t('page.window'))
  useShortcut('closeOrder', () => navigate(contactsPath))
  const uid = contactUidSchema.safeParse(address)
  if (!uid.success) return <NoSuchContact />
  return <KnownContact profile={profile} uid={uid.data} />
}

function KnownContact({ profile, uid }: { readonly profile: Profile; readonly uid: ContactUid }) {
  const query = useQuery(contactQueries.history(profile.id, uid))
  const { data, error, isFetching, refetch } = query
  if (data) {
    return (
      <>
        <LoadingBar active={isFetching} />
        <ContactView
          profile={profile}
          uid={uid}
          versions={data.versions}
          error={error}
          onRefresh={() => void refetch()}
        />
      </>
    )
  }
  if (error && toAppError(error).code === 'NOT_FOUND') return <NoSuchContact />
  return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <LoadingBar active />
}
