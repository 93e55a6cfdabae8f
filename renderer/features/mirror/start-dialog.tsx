import { Button, Group } from '@mantine/core'
import type { Profile } from '@shared/features/profiles'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import { ipc } from '../../lib/ipc'
import { durationText } from '../../lib/time-left'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { LoadingBar } from '../../ui/loading-bar'
import { mirrorStateOptions } from './queries'

/** Says what a first fill costs before it begins (rules.md #77). */
export function StartDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t } = useTranslation('mirror')
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  const client = useQueryClient()
  const estimate = useQuery({
    queryKey: ['mirror', profile.id, 'estimate'],
    queryFn: () => ipc.mirror.estimateFill({ profile: profile.id }),
    gcTime: 0,
  })
  const start = useMutation({
    mutationFn: () => ipc.mirror.startMirror({ profile: profile.id }),
    onSuccess: (state) => {
      client.setQueryData(mirrorStateOptions(profile.id).queryKey, state)
      onClose()
    },
  })
  const error = estimate.error ?? start.error
  const { data } = estimate
  return (
    <Dialog onClose={onClose} title={t('estimate.title', { profile: profile.name })} size="md">
      <LoadingBar active={estimate.isFetching} />
      {error ? <ErrorNotice error={error} /> : null}
      {data ? (
        <p role="status">
          {t('estimate.cost', {
            orders: format.count(data.orders),
            calls: format.count(data.calls),
            duration: durationText(data.duration, ui),
          })}
        </p>
      ) : estimate.isFetching ? (
        <p role="status">{t('estimate.asking')}</p>
      ) : null}
      <p>{t('estimate.fairUse')}</p>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('estimate.cancel')}
        </Button>
        <Button disabled={!data} loading={start.isPending} onClick={() => start.mutate()}>
          {t('estimate.confirm')}
        </Button>
      </Group>
    </Dialog>
  )
}
