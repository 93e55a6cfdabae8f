import { Button, Tooltip } from '@mantine/core'
import type { MirrorState } from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { IconDatabase, IconDatabaseExclamation } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ipc } from '../../../lib/ipc'
import { useShortcut } from '../../../lib/shortcuts'
import { toastError } from '../../../ui/toasts'
import { mirrorStateOptions } from '../../mirror'

/** Says that the list is the local copy, how far it goes and why not further; a click asks the server for changes. */
export function MirrorAge({ profile, mirror }: { profile: ProfileId; mirror: MirrorState }) {
  const { t } = useTranslation(['orders', 'mirror'])
  const { locale } = useFormat()
  const client = useQueryClient()
  const refresh = useMutation({
    mutationFn: () => ipc.mirror.refreshMirror({ profile }),
    onSuccess: (state) => client.setQueryData(mirrorStateOptions(profile).queryKey, state),
    onError: toastError,
  })
  const run = () => {
    if (!refresh.isPending) refresh.mutate()
  }
  useShortcut('reload', run)
  const { through, state, why, inMemory, leftOut } = mirror
  const age = through === undefined ? t('mirror.held') : t('mirror.upTo', { time: momentAt(through, locale) })
  const isWaiting = state === 'paused'
  const prefix = isWaiting ? [t(why === 'offline' ? 'mirror.offline' : 'mirror.paused')] : []
  const Icon = isWaiting ? IconDatabaseExclamation : IconDatabase
  const hints = [
    ...(why ? [t(`mirror:why.${why}`)] : []),
    t('mirror.hint'),
    ...(inMemory ? [t('mirror:inMemory')] : []),
    ...(leftOut ? [t('mirror:leftOut')] : []),
    t('mirror.refresh'),
  ]
  return (
    <Tooltip label={hints.join('\n')} multiline w={320} style={{ whiteSpace: 'pre-line' }}>
      <Button
        variant="subtle"
        fw={400}
        color="gray"
        size="compact-xs"
        aria-busy={refresh.isPending}
        aria-description={t('mirror.refresh')}
        leftSection={<Icon size={14} aria-hidden />}
        onClick={run}
      >
        {[...prefix, age].join(' · ')}
      </Button>
    </Tooltip>
  )
}

/** "14:02" at the desk, with the day where that is not today. */
function momentAt(epochMs: number, locale: string): string {
  const moment = new Date(epochMs)
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const isToday = moment.toDateString() === new Date().toDateString()
  return moment.toLocaleString(locale, isToday ? time : { ...time, day: 'numeric', month: 'short' })
}
