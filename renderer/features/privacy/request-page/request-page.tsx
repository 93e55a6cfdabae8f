import { requestIdSchema } from '@shared/features/privacy'
import type { Profile } from '@shared/features/profiles'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { toAppError } from '../../../lib/present-error'
import { useShortcut } from '../../../lib/shortcuts'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailed } from '../../../ui/load-failed'
import { LoadingBar } from '../../../ui/loading-bar'
import { privacyPath } from '../paths'
import { privacyQueries } from '../queries'
import { RequestView } from './request-view'

/** One request: read from the journal, where it also is after a restart. */
export function RequestPage({ profile, address }: { readonly profile: Profile; readonly address: string }) {
  const [, navigate] = useLocation()
  useShortcut('closeOrder', () => navigate(privacyPath))
  const id = requestIdSchema.safeParse(address)
  return id.success ? <KnownRequest profile={profile} id={id.data} /> : <NoSuchRequest />
}

function KnownRequest({ profile, id }: { readonly profile: Profile; readonly id: string }) {
  const { data, error, isFetching, refetch } = useQuery(privacyQueries.request(profile.id, id))
  const retry = () => void refetch()
  if (data) {
    return (
      <>
        <LoadingBar active={isFetching} />
        {error ? <LoadFailed error={error} onRetry={retry} /> : null}
        <RequestView profile={profile} request={data.request} />
      </>
    )
  }
  if (error && toAppError(error).code === 'NOT_FOUND') return <NoSuchRequest />
  return error ? <LoadFailed error={error} onRetry={retry} /> : <LoadingBar active />
}

function NoSuchRequest() {
  const { t } = useTranslation('privacy')
  const [, navigate] = useLocation()
  return (
    <EmptyState title={t('page.none')} action={{ label: t('page.back'), run: () => navigate(privacyPath) }}>
      {t('page.noneReason')}
    </EmptyState>
  )
}
