import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Banner } from '../../ui/banner'
import { useJournalWords } from './journal-words'
import { journalStatusOptions } from './queries'

/** Says why operations cannot be recorded, and what is still there. Nothing while all is well. */
export function JournalNotice() {
  const { t } = useTranslation('operations')
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const words = useJournalWords()
  const { data } = useQuery(journalStatusOptions)
  if (!data || data.state === 'ready') return null
  const retry = () => void client.invalidateQueries({ queryKey: ['operations'] })
  const isDamaged = data.state === 'damaged'
  return (
    <Banner
      tone="broken"
      icon={<IconAlertTriangle size={16} aria-hidden />}
      action={
        <Button size="compact-xs" variant="default" onClick={isDamaged ? () => navigate('/settings') : retry}>
          {isDamaged ? t('journal.settings') : t('journal.retry')}
        </Button>
      }
    >
      {words(data)}
    </Banner>
  )
}
