import { areOrdersComing, type MirrorState } from '@shared/features/mirror'
import { IconDatabase } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import { timeLeftText } from '../../lib/time-left'
import { WorkChip, type WorkChipProps } from '../../ui/work-chip'
import { useActiveProfile } from '../profiles'
import { mirrorStateOptions } from './queries'

/** How far filling the copy is, from every screen; also that it waits. Nothing once it is through. */
export function MirrorProgress() {
  const { profile } = useActiveProfile()
  const { data } = useQuery(mirrorStateOptions(profile.id))
  const words = useProgressWords()
  if (!data || !areOrdersComing(data) || (data.state !== 'filling' && data.state !== 'paused')) return null
  return <WorkChip href="/settings" icon={IconDatabase} waiting={data.state === 'paused'} {...words(data)} />
}

function useProgressWords() {
  const { t } = useTranslation('mirror')
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  return ({
    state,
    why,
    orders,
    of,
    timeLeft,
  }: MirrorState): Pick<WorkChipProps, 'label' | 'longLabel' | 'hint'> => {
    if (state === 'paused') {
      return { label: t('progress.paused'), ...(why ? { hint: t(`why.${why}`) } : {}) }
    }
    const have = format.count(orders)
    if (!of) return { label: t('progress.fillingUnknown', { have }) }
    const label = t('progress.filling', { percent: Math.min(99, Math.floor((100 * orders) / of)) })
    const figures = { have, of: format.count(of) }
    if (timeLeft === undefined) return { label, longLabel: t('progress.long', figures) }
    const all = { ...figures, left: timeLeftText(timeLeft, ui) }
    return { label, longLabel: t('progress.longTimed', all), hint: t('progress.hint', all) }
  }
}
