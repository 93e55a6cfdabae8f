import type { OrderRow, PaymentState } from '@shared/features/orders'
import type { CellPart } from '../../../grid/cell-part'
import type { Tone } from '../../../tokens'

/** What needs someone's attention stands out; the rest stays quiet. */
const tones: Partial<Record<PaymentState, Tone>> = {
  partlyPaid: 'pending',
  processing: 'processing',
  pending: 'pending',
  refundPending: 'processing',
  refundFailed: 'failed',
  failed: 'failed',
  chargeback: 'failed',
  mixed: 'pending',
  unknown: 'unknown',
}

export const paymentParts = (
  { payment }: OrderRow,
  words: Readonly<Record<PaymentState, string>>,
): CellPart[] => [{ text: words[payment], tone: tones[payment] }]
