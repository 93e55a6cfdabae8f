import type { OrderPaymentRecord } from '@shared/features/orders'
import type { Words } from './words'

/** How a payment was made, in words: "Capture · Online · VISA". */
export const paymentHow = (
  { type, method, scheme }: Pick<OrderPaymentRecord, 'type' | 'method' | 'scheme'>,
  { word }: Words,
): string =>
  [type && word('paymentType', type), method && word('paymentMethod', method), scheme]
    .filter(Boolean)
    .join(' · ')
