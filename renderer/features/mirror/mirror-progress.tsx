import type { MirrorState } from '@shared/features/mirror'
import { IconDatabase } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import { timeLeftText } from '../../lib/time-left'
import { WorkChip } from '../../ui/work-chip'
import { useActiveProfile } from '../profiles'
import { mirrorStateOptions } from './queries'

/** How far the first fill is, from every screen; also that it waits. Nothing once it is through. */
export function MirrorProgress() {
  const { profile } = useActiveProfile()
  const { data } = useQuery(mirrorStateOptions(profile.id))
  const words = useProgressWords()
  if (!data || data.isFilled || (data.state !== 'filling' && data.state !== 'paused')) return null
  return <WorkChip href="/settings" icon={IconDatabase} waiting={data.state === 'paused'} {...words(data)} />
}

function useProgressWords() {
  const { t } = useTranslation('mirror')
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  return ({ state, why, orders, of, timeLeft }: MirrorState): { label: string; hint?: string } => {
    if (state === 'paused') {
      return { label: t('progress.paused'), ...(why ? { hint: t(`why.${why}`) } : {}) }
    }
    const have = format.count(orders)
    if (!of) return { label: t('progress.fillingUnknown', { have }) }
    const label = t('progress.filling', { percent: Math.min(99, Math.floor((100 * orders) / of)) })
    if (timeLeft === undefined) return { label }
    const left = timeLeftText(timeLeft, ui)
    return { label, hint: t('progress.hint', { have, of: format.count(of), left }) }
  }
}
