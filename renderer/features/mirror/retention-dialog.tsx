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

interface RetentionDialogProps {
  readonly profile: Profile
  readonly before: number
  readonly months: number
  readonly onClose: () => void
}

/** Says what is removed from this computer, or read from the server (rules.md #77), before another number of months holds. */
export function RetentionDialog({ profile, before, months, onClose }: RetentionDialogProps) {
  const { t } = useTranslation('mirror')
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  const client = useQueryClient()
  const weight = useQuery({
    queryKey: ['mirror', profile.id, 'retention', months],
    queryFn: () => ipc.mirror.weighRetention({ profile: profile.id, months }),
    gcTime: 0,
  })
  const choose = useMutation({
    mutationFn: () => ipc.mirror.chooseRetention({ profile: profile.id, months }),
    onSuccess: (state) => {
      client.setQueryData(mirrorStateOptions(profile.id).queryKey, state)
      onClose()
    },
  })
  const error = weight.error ?? choose.error
  const { data } = weight
  const removes =
    data && data.removes > 0 ? { count: data.removes, number: format.count(data.removes) } : undefined
  const reads = data?.reads && {
    orders: format.count(data.reads.orders),
    calls: format.count(data.reads.calls),
    duration: durationText(data.reads.duration, ui),
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('retention.title', { months: t('retention.months', { count: months }), before })}
      size="md"
    >
      <LoadingBar active={weight.isFetching} />
      {error ? <ErrorNotice error={error} /> : null}
      <div role="status">
        {weight.isFetching ? <p>{t('retention.asking')}</p> : null}
        {removes ? <p>{t('retention.removes', removes)}</p> : null}
        {reads ? <p>{t('retention.reads', reads)}</p> : null}
        {data && !removes && !reads ? <p>{t('retention.nothing')}</p> : null}
      </div>
      <p>{t(months < before ? 'retention.stays' : 'estimate.fairUse')}</p>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('retention.cancel', { count: before })}
        </Button>
        <Button disabled={!data} loading={choose.isPending} onClick={() => choose.mutate()}>
          {removes ? t('retention.confirmRemoving', removes) : t('retention.confirm', { count: months })}
        </Button>
      </Group>
    </Dialog>
  )
}
