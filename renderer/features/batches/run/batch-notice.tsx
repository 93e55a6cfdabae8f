import { Button } from '@mantine/core'
import { type Batch, changesNothing } from '@shared/features/batches'
import { IconAlertTriangle, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../../ui/banner'
import { useMoments } from '../../operations'
import { useActiveProfile } from '../../profiles'
import { isAsking } from '../progress'
import { useSteering } from './use-steering'

/** Why a batch waits or did not go on, and what to do about it. Nothing while it runs. */
export function BatchNotice({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches')
  const moments = useMoments()
  const { profile } = useActiveProfile()
  const steering = useSteering(batch)
  const { state, why, limitedUntil, startsAt } = batch
  const clock = <IconClock size={16} aria-hidden />
  if (state === 'running') {
    const now = Date.now()
    if (startsAt !== undefined && startsAt > now) {
      return (
        <Banner tone="plain" icon={clock}>
          {t('notice.startsAt', { time: moments.short(startsAt) })}
        </Banner>
      )
    }
    if (limitedUntil === undefined || limitedUntil <= now) return null
    return (
      <Banner tone="heed" icon={clock}>
        {t('notice.limited', { time: moments.short(limitedUntil) })}
      </Banner>
    )
  }
  if (state === 'stopped') {
    return (
      <Banner tone="plain">{t(why === 'not-recorded' ? 'notice.not-recorded' : 'notice.stopped')}</Banner>
    )
  }
  if (state !== 'paused') return null
  const isBarred = profile.readOnly && !changesNothing(batch.kind)
  const words = t(`notice.${why ?? 'by-hand'}`)
  if (!isAsking(batch)) return <Banner tone="plain">{words}</Banner>
  return (
    <Banner
      tone="heed"
      icon={<IconAlertTriangle size={16} aria-hidden />}
      action={
        isBarred ? undefined : (
          <Button size="compact-sm" variant="default" loading={steering.isRunning} onClick={steering.resume}>
            {t('notice.goOn')}
          </Button>
        )
      }
    >
      {words}
    </Banner>
  )
}
