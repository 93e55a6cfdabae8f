import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state'
import { journalStatusOptions } from './queries'

/** Why a list of operations is empty: nothing was asked for yet, as `children` say, or the journal that holds them is not whole. */
export function JournalEmpty({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('operations')
  const { data } = useQuery(journalStatusOptions)
  if (!data || data.state === 'ready') return children
  if (data.state !== 'damaged')
    return <EmptyState title={t('empty.unread')}>{t('empty.unreadReason')}</EmptyState>
  const what = data.gap?.what ?? 'damaged'
  return <EmptyState title={t(`empty.missing.${what}`)}>{t('empty.missingReason')}</EmptyState>
}
