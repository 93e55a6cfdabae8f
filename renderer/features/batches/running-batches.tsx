import { IconPlayerPlay, IconQuestionMark } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAfterStart } from '../../lib/use-after-start'
import { WorkChip } from '../../ui/work-chip'
import { useActiveProfile } from '../profiles'
import { batchesPath, batchPath } from './paths'
import { isAsking, percentThrough } from './progress'
import { newestBatchesOptions } from './queries'

/** Batches that run, and those that ask whether to go on, from every screen. Nothing while there are none. */
export function RunningBatches() {
  const { t } = useTranslation('batches')
  const { profile } = useActiveProfile()
  const { data } = useQuery({ ...newestBatchesOptions(profile.id), enabled: useAfterStart() })
  const asking = data?.batches.filter(isAsking) ?? []
  const running = data?.batches.filter(({ state }) => state === 'running' || state === 'recording') ?? []
  const shown = asking.length > 0 ? asking : running
  const [first, another] = shown
  if (!first) return null
  const isAsked = asking.length > 0
  const percent = percentThrough(first)
  const label = isAsked
    ? t('running.asking', { count: shown.length })
    : another
      ? t('running.several', { count: shown.length })
      : t('running.one', { percent })
  return (
    <WorkChip
      href={another ? batchesPath : batchPath(first.id)}
      icon={isAsked ? IconQuestionMark : IconPlayerPlay}
      label={label}
      waiting={isAsked}
    />
  )
}
