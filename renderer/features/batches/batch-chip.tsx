import type { BatchLine, BatchState, LineState } from '@shared/features/batches'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../tokens'
import { StatusChip } from '../../ui/status-chip'
import classes from './batches.module.css'

const batchTones: Readonly<Record<BatchState, Tone>> = {
  recording: 'processing',
  running: 'processing',
  paused: 'pending',
  stopped: 'cancelled',
  finished: 'confirmed',
}

/** Where a batch stands, as word, colour and shape. */
export function BatchChip({ state }: { state: BatchState }) {
  const { t } = useTranslation('batches')
  return <StatusChip tone={batchTones[state]} label={t(`state.${state}`)} />
}

const lineTones: Readonly<Record<LineState, Tone>> = {
  queued: 'pending',
  sending: 'processing',
  'at-supplier': 'processing',
  unknown: 'unknown',
  'needs-review': 'failed',
  done: 'confirmed',
  failed: 'failed',
  withdrawn: 'cancelled',
  'partly-done': 'unknown',
  'not-sent': 'cancelled',
}

/** Where a line of a batch stands, with a sign where it came back otherwise than was forecast. */
export function LineStateCell({ row: { state, differences } }: { row: BatchLine }) {
  const { t } = useTranslation('batches')
  return (
    <span className={classes.state}>
      <StatusChip tone={lineTones[state]} label={t(`lineState.${state}`)} />
      {differences ? (
        <span className={classes.differing} title={t('group.differing')}>
          <IconAlertTriangleFilled size={12} role="img" aria-label={t('group.differing')} />
        </span>
      ) : null}
    </span>
  )
}
