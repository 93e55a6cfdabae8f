import { Button } from '@mantine/core'
import type { JournalState } from '@shared/features/operations'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner'
import { journalStatusOptions } from './queries'

/** Says why operations cannot be recorded, and what is still there. Nothing while all is well. */
export function JournalNotice() {
  const { t } = useTranslation('operations')
  const client = useQueryClient()
  const { data } = useQuery(journalStatusOptions)
  if (!data || data.state === 'ready') return null
  const retry = () => void client.invalidateQueries({ queryKey: ['operations'] })
  return (
    <Banner
      tone="broken"
      icon={<IconAlertTriangle size={16} aria-hidden />}
      action={
        data.state === 'damaged' ? undefined : (
          <Button size="compact-xs" variant="default" onClick={retry}>
            {t('journal.retry')}
          </Button>
        )
      }
    >
      {words(data, t)}
    </Banner>
  )
}

function words(status: Exclude<JournalState, { state: 'ready' }>, t: TFunction<'operations'>): string {
  if (status.state === 'locked') return t('journal.locked')
  if (status.state === 'unusable') return t(`journal.unusable.${status.why}`)
  const { firstFlaw, readableEntries } = status
  return firstFlaw === 0
    ? t('journal.damagedFile', { count: readableEntries })
    : t('journal.damaged', { seq: firstFlaw, count: readableEntries })
}
