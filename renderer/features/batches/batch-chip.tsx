import type { BatchState, LineState } from '@shared/features/batches'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../tokens'
import { StatusChip } from '../../ui/status-chip'

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

/** Where a line of a batch stands. */
export function LineChip({ row: { state } }: { row: { readonly state: LineState } }) {
  const { t } = useTranslation('batches')
  return <StatusChip tone={lineTones[state]} label={t(`lineState.${state}`)} />
}
