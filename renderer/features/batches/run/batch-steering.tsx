import { Button } from '@mantine/core'
import { type Batch, changesNothing } from '@shared/features/batches'
import {
  IconDownload,
  IconFolder,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconReload,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ipc } from '../../../lib/ipc'
import { toastDone, toastError } from '../../../ui/toasts'
import { useActiveProfile } from '../../profiles'
import classes from '../batches.module.css'
import { planPath } from '../paths'
import { hasEnded, progressOf } from '../progress'
import { StopDialog } from './stop-dialog'
import { useSteering } from './use-steering'

/** What can be done with a batch as it stands. */
export function BatchSteering({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches')
  const { profile } = useActiveProfile()
  const { pause, resume, stop, isRunning } = useSteering(batch)
  const isBarred = profile.readOnly && !changesNothing(batch.kind)
  const [stopping, setStopping] = useState(false)
  const { left, failed } = progressOf(batch)
  return (
    <span className={classes.tools}>
      {batch.state === 'running' ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          disabled={isRunning}
          onClick={pause}
        >
          {t('steer.pause')}
        </Button>
      ) : null}
      {batch.state === 'paused' && !isBarred ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          disabled={isRunning}
          onClick={resume}
        >
          {t('steer.resume')}
        </Button>
      ) : null}
      {hasEnded(batch) || batch.state === 'recording' ? null : (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          disabled={isRunning}
          onClick={() => setStopping(true)}
        >
          {t('steer.stop')}
        </Button>
      )}
      {batch.folder === undefined ? null : <OpenFolder batch={batch} />}
      {hasEnded(batch) && failed > 0 && batch.action && !isBarred ? (
        <TryAgain batch={batch} failed={failed} />
      ) : null}
      <ExportLines batch={batch} />
      {stopping ? (
        <StopDialog
          left={left}
          isFiles={batch.kind === 'vouchers'}
          onStop={() => {
            setStopping(false)
            stop()
          }}
          onClose={() => setStopping(false)}
        />
      ) : null}
    </span>
  )
}

/** Leads what failed to a preview of its own. */
function TryAgain({ batch, failed }: { batch: Batch; failed: number }) {
  const { t } = useTranslation('batches')
  const [, navigate] = useLocation()
  const retry = useMutation({
    mutationFn: () => ipc.batches.retryFailed({ batch: batch.id }),
    onSuccess: ({ plan }) => navigate(planPath(plan)),
    onError: (error) => toastError(error),
  })
  return (
    <Button
      variant="default"
      leftSection={<IconReload size={16} aria-hidden />}
      loading={retry.isPending}
      onClick={() => retry.mutate()}
    >
      {t('steer.tryAgain', { count: failed })}
    </Button>
  )
}

/** Opens where the files of the batch are. */
function OpenFolder({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches')
  const open = useMutation({
    mutationFn: () => ipc.batches.openBatchFolder({ batch: batch.id }),
    onError: (error) => toastError(error),
  })
  return (
    <Button
      variant="default"
      leftSection={<IconFolder size={16} aria-hidden />}
      disabled={open.isPending}
      onClick={() => open.mutate()}
    >
      {t('steer.openFolder')}
    </Button>
  )
}

/** Saves all lines as a CSV file. */
function ExportLines({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches')
  const save = useMutation({
    mutationFn: () => ipc.batches.exportBatch({ batch: batch.id }),
    onSuccess: ({ savedAs }) => {
      if (savedAs) toastDone({ title: t('steer.saved', { file: savedAs }) })
    },
    onError: (error) => toastError(error),
  })
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      disabled={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('steer.export')}
    </Button>
  )
}
