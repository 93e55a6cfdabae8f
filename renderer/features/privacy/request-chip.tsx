import type { ErasedOrder, RequestState, Surety } from '@shared/features/privacy'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../tokens'
import { StatusChip } from '../../ui/status-chip'

const ofRequest: Readonly<Record<RequestState, Tone>> = {
  open: 'pending',
  erasing: 'processing',
  incomplete: 'failed',
  completed: 'confirmed',
  withdrawn: 'cancelled',
}
const ofLine: Readonly<Record<ErasedOrder['state'], Tone>> = {
  waiting: 'pending',
  'under-way': 'processing',
  erased: 'confirmed',
  incomplete: 'failed',
  failed: 'failed',
  unclear: 'unknown',
}
const ofSurety: Readonly<Record<Surety, Tone>> = {
  sure: 'confirmed',
  likely: 'processing',
  possible: 'unknown',
  'someone-else': 'cancelled',
}

/** Where a request stands. */
export function RequestChip({ state }: { readonly state: RequestState }) {
  const { t } = useTranslation('privacy')
  return <StatusChip tone={ofRequest[state]} label={t(`state.${state}`)} />
}

/** Where the erasure of one order or contact stands. */
export function LineChip({ state }: { readonly state: ErasedOrder['state'] }) {
  const { t } = useTranslation('privacy')
  return <StatusChip tone={ofLine[state]} label={t(`line.${state}`)} />
}

/** How surely it is the same person. */
export function SuretyChip({ surety }: { readonly surety: Surety }) {
  const { t } = useTranslation('privacy')
  return <StatusChip tone={ofSurety[surety]} label={t(`surety.${surety}`)} />
}
