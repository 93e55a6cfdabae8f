import type { PlanFinding, PlanLine } from '@shared/features/batches'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../../tokens'
import { StatusChip } from '../../../ui/status-chip'

const tones: Readonly<Record<PlanFinding, Tone>> = {
  waiting: 'pending',
  found: 'confirmed',
  doubled: 'pending',
  'not-found': 'failed',
  ambiguous: 'unknown',
  'not-allowed': 'failed',
  unreadable: 'failed',
}

/** What became of a reference, as word, colour and shape. */
export function FindingChip({ row: { finding, excluded } }: { row: PlanLine }) {
  const { t } = useTranslation('batches')
  if (excluded) return <StatusChip tone="cancelled" label={t('finding.excluded')} />
  return <StatusChip tone={tones[finding]} label={t(`finding.${finding}`)} />
}
