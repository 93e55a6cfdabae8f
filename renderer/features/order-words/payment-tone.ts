import { type PaymentState, paymentStatusState } from '@shared/features/orders'
import type { Tone } from '../../tokens'

const tones: Partial<Record<PaymentState, Tone>> = {
  paid: 'confirmed',
  partlyPaid: 'pending',
  authorized: 'processing',
  processing: 'processing',
  pending: 'pending',
  refunded: 'cancelled',
  partlyRefunded: 'cancelled',
  failed: 'failed',
  chargeback: 'failed',
  notRequired: 'confirmed',
}

/** The tone of a payment's status. A refund that says REFUNDED has done what it was for. */
export const paymentTone = (status: string, type: string | undefined): Tone =>
  type === 'REFUND' && status === 'REFUNDED' ? 'confirmed' : (tones[paymentStatusState(status)] ?? 'unknown')
