import { paymentStates } from '@shared/features/orders'
import type { TFunction } from 'i18next'
import { Temporal } from 'temporal-polyfill'
import type { FilterId } from './filter-values'

/** What can be chosen, where there is a list of it. Statuses and channels are those that the API's documents name. */
const choices = {
  status: [
    'ORDER_CONFIRMED',
    'ORDER_UPDATED',
    'ORDER_PENDING',
    'ORDER_PROCESSING',
    'ORDER_REVIEW',
    'ORDER_CANCELLED',
    'ORDER_FAILED',
  ],
  payment: paymentStates,
  channel: ['WPOS', 'DPOS', 'MPOS', 'CPOS', 'SPOS', 'PPOS', 'SSPOS', 'PARTNER', 'OTHER'],
  weekdays: ['1', '2', '3', '4', '5', '6', '7'],
  fee: ['with', 'without'],
  refund: ['with', 'without'],
  used: ['none', 'some', 'all'],
  review: ['needed'],
} as const satisfies Partial<Record<FilterId, readonly string[]>>

export type ChoiceId = keyof typeof choices
export const choicesOf = (id: ChoiceId): readonly string[] => choices[id]
export const isChoice = (id: FilterId): id is ChoiceId => Object.hasOwn(choices, id)

/** A Monday. */
const monday = Temporal.PlainDate.from('2024-01-01')

/** A choice in words; as it is when nobody told us about it. */
export function choiceLabel(
  id: ChoiceId,
  value: string,
  { t, locale }: { t: TFunction<'orders'>; locale: string },
): string {
  switch (id) {
    case 'status':
      return value === ''
        ? t('status.missing')
        : t(`status.${value as 'ORDER_CONFIRMED'}`, { defaultValue: value })
    case 'payment':
      return t(`payment.${value as 'paid'}`, { defaultValue: value })
    case 'channel':
      return value === '' ? t('channel.missing') : t(`channel.${value as 'OTHER'}`, { defaultValue: value })
    case 'weekdays':
      return monday.add({ days: Number(value) - 1 }).toLocaleString(locale, { weekday: 'long' })
    case 'fee':
      return t(`filters.feeChoice.${value as 'with'}`)
    case 'refund':
      return t(`filters.refundChoice.${value as 'with'}`)
    case 'used':
      return t(`filters.usedChoice.${value as 'none'}`)
    case 'review':
      return t(`filters.reviewChoice.${value as 'needed'}`)
  }
}
