import type { MirrorState } from '@shared/features/mirror'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { EmptyState } from '../../../ui/empty-state'

interface NoOverviewProps {
  readonly mirror: MirrorState
  /** The server is searched past a copy that is there. */
  readonly atServer: boolean
  readonly onBack: () => void
}

/** Says why there is nothing to count, and the one thing to do. */
export function NoOverview({ mirror, atServer, onBack }: NoOverviewProps) {
  const { t } = useTranslation(['overview', 'mirror', 'orders'])
  const [, navigate] = useLocation()
  const toSettings = { label: t('none.settings'), run: () => navigate('/settings') }
  if (mirror.state === 'off') {
    return (
      <EmptyState title={t('none.offTitle')} action={toSettings}>
        {t('none.off')}
      </EmptyState>
    )
  }
  if (atServer) {
    return (
      <EmptyState
        title={t('none.serverTitle')}
        action={{ label: t('orders:mirror.backToCopy'), run: onBack }}
      >
        {t('none.server')}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('none.emptyTitle')} action={toSettings}>
      {mirror.why === undefined ? t('none.filling') : t(`mirror:why.${mirror.why}`)}
    </EmptyState>
  )
}
