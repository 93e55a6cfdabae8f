import type { OperationState } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../tokens'
import { StatusChip } from '../../ui/status-chip'

const tones: Readonly<Record<OperationState, Tone>> = {
  queued: 'pending',
  sending: 'processing',
  'at-supplier': 'processing',
  unknown: 'unknown',
  'needs-review': 'failed',
  done: 'confirmed',
  failed: 'failed',
  withdrawn: 'cancelled',
}

/** Where an operation stands, as word, colour and shape. */
export function OperationChip({ state }: { state: OperationState }) {
  const { t } = useTranslation('operations')
  return <StatusChip tone={tones[state]} label={t(`state.${state}`)} />
}
