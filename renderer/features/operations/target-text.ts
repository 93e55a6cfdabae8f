import type { Operation } from '@shared/features/operations'
import { contactOfKey } from '@shared/kernel/ids'
import type { TFunction } from 'i18next'

/** What an operation lays its hand on, in words: "Evening cruise · Adult · Ticket 15397…". */
export function targetText(
  { kind, order, target, recipient, payment, received, stock }: Operation,
  t: TFunction<'operations'>,
): string {
  if (stock) return t('target.stock', { what: stock.label ?? stock.id })
  if (recipient !== undefined && kind === 'send-tickets') return t('target.mail', { recipient })
  if (recipient !== undefined && kind === 'send-payment-email') return t('target.paymentMail', { recipient })
  if (received !== undefined) {
    const what = `${received.amount} ${received.currency}`
    return t('target.received', { what })
  }
  if (payment !== undefined) return t('target.payment', { reference: payment })
  if (contactOfKey(order) !== undefined) return t('target.contact')
  if (!target) return ''
  if (target.level === 'order') return t('target.order')
  const reference = target.level === 'booking' ? target.bookingReference : target.transactionId
  return [target.product, target.ticket, t(`target.${target.level}`, { reference })]
    .filter(Boolean)
    .join(' · ')
}

const kinds = [
  'cancel-payment',
  'record-payment',
  'refund-selection',
  'release-voucher',
  'amend-order',
  'edit-contact',
  'update-contact',
  'push-contact',
  'repoint-order',
  'cancel-order',
  'refund-payment',
  'send-payment-email',
  'send-tickets',
  'set-stock',
  'deidentify-order',
  'erase-contact',
] as const

/** The kind of an operation; one of a newer version in its own word. */
export function kindText(kind: string, t: TFunction<'operations'>): string {
  const known = kinds.find((one) => one === kind)
  return known ? t(`kind.${known}`) : kind
}
