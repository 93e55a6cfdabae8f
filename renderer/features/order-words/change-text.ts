import type { OrderChange, PathStep } from '@shared/features/orders'
import { parseOffsetDateTime } from '@shared/kernel/time'
import type { TFunction } from 'i18next'
import type { Format } from '../../lib/format'
import { shortOffset } from './activity-time'
import { isolated } from './isolated'
import type { WordList, Words } from './words'

/** What turns changes into words. */
export interface ChangeWords extends Words {
  /** That of the namespace `order`. */
  readonly t: TFunction<'order'>
  readonly format: Format
  /** Of the order; empty when it has no clear one. */
  readonly currency: string
}

/** Fields whose values have words of their own. */
const lists: Readonly<Record<string, WordList>> = {
  booking_status: 'bookingStatus',
  product_type_status: 'ticketStatus',
  product_type_redemption_status: 'redemption',
  product_type_payment_status: 'paymentStatus',
  payment_status: 'paymentStatus',
  payment_type: 'paymentType',
  payment_method: 'paymentMethod',
  payment_refund_type: 'refundType',
  order_settlement_type: 'settlement',
  contact_type: 'contactType',
  contact_gender: 'gender',
  product_admission_type: 'admission',
  fee_type: 'fee',
  margin_type: 'fee',
  variation_type: 'variation',
}

const money = /^(price_(sub)?total|(variation|promo|tax|fee|fee_tax|margin|payment)_amount|payment_total)$/

/** A value as a person reads it: a status in words, a moment with its offset, an amount with its currency. */
export function valueText(field: string, value: string, words: ChangeWords): string {
  const { word, t, format, currency } = words
  const list = Object.hasOwn(lists, field) ? lists[field] : undefined
  if (list) return word(list, value)
  if (money.test(field)) return format.money(value, currency)
  const moment = parseOffsetDateTime(value)
  if (!moment) return value
  return `${format.moment(value)} (${t('time.offset', { offset: shortOffset(moment.offset) })})`
}

/** "Booking Evening cruise BKG-1"; a field by its name alone. */
export function stepText({ field, entry = [] }: PathStep, words: ChangeWords): string {
  const labels = entry.map((label) => isolated(valueText(label.field, label.value, words)))
  return [words.field(field), ...labels].join(' ')
}

/** A change in one line: "External reference: WEB-1 → BK-2", "Note Late: added". */
export function changeText({ path, kind, before, after }: OrderChange, words: ChangeWords): string {
  const { t } = words
  const place = path.map((step) => stepText(step, words)).join(' › ')
  const shown = (value: string | undefined) =>
    value === undefined ? t('history.empty') : isolated(valueText(path.at(-1)?.field ?? '', value, words))
  if (before === undefined && after === undefined) {
    return `${place}: ${t(kind === 'added' ? 'history.added' : 'history.removed')}`
  }
  return `${place}: ${shown(before)} → ${shown(after)}`
}

/** Changes under what they belong to. */
export interface ChangeGroup {
  readonly place: readonly PathStep[]
  readonly changes: readonly OrderChange[]
}

/** The changes a person looks for, and apart from them how the prices below the total came about. */
export function groupChanges(changes: readonly OrderChange[]): {
  readonly main: readonly ChangeGroup[]
  readonly prices: readonly ChangeGroup[]
} {
  return {
    main: byPlace(changes.filter((change) => !isPriceDetail(change))),
    prices: byPlace(changes.filter(isPriceDetail)),
  }
}

/** Anything inside a price but the total of the order. */
function isPriceDetail({ path }: OrderChange): boolean {
  const inPrice = path.some(({ field }) => /^(order|booking|product_type)_pricing$/.test(field))
  const [first, second] = path
  return inPrice && !(first?.field === 'order_pricing' && second?.field === 'price_total')
}

function byPlace(changes: readonly OrderChange[]): ChangeGroup[] {
  const groups = new Map<string, { place: readonly PathStep[]; changes: OrderChange[] }>()
  for (const change of changes) {
    const place = change.path.slice(0, -1)
    const key = JSON.stringify(place)
    const group = groups.get(key) ?? { place, changes: [] }
    group.changes.push(change)
    groups.set(key, group)
  }
  return [...groups.values()]
}
