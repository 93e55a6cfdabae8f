import type { OrderChange, PathStep } from '@shared/features/orders'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { shortOffset } from '../activity-time'
import { keyed } from '../keyed'
import { useWords, type WordList, type Words } from '../words'
import classes from './history.module.css'

/** Differences, under what they belong to: the booking, the ticket, the contact. */
export function ChangeList({ changes, currency }: { changes: readonly OrderChange[]; currency: string }) {
  const { t } = useTranslation('order')
  const words = useWords()
  return (
    <ul className={classes.groups}>
      {groupByPlace(changes).map(({ place, changes: own }) => (
        <li key={placeKey(place)}>
          <div className={classes.place}>
            {place.length === 0 ? t('history.order') : place.map((step) => stepText(step, words)).join(' › ')}
          </div>
          <ul className={classes.changes}>
            {keyed(own).map(({ key, item }) => (
              <ChangeItem key={key} change={item} currency={currency} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function ChangeItem({ change, currency }: { change: OrderChange; currency: string }) {
  const { t } = useTranslation('order')
  const words = useWords()
  const value = useValueText(currency)
  const { path, kind, before, after } = change
  const last = path.at(-1)
  if (!last) return null
  const whole = before === undefined && after === undefined
  return (
    <li className={classes.change} data-kind={kind}>
      <span>{stepText(last, words)}</span>
      {whole ? (
        <span className={classes.kind}>{t(kind === 'added' ? 'history.added' : 'history.removed')}</span>
      ) : (
        <>
          <del>
            <span className={classes.spoken}>{t('history.was')} </span>
            {before === undefined ? t('history.empty') : value(last.field, before)}
          </del>
          <span aria-hidden>→</span>
          <ins>
            <span className={classes.spoken}>{t('history.is')} </span>
            {after === undefined ? t('history.empty') : value(last.field, after)}
          </ins>
        </>
      )}
    </li>
  )
}

/** "Booking Evening cruise BKG-1"; a field by its name alone. */
function stepText({ field, entry }: PathStep, words: Words): string {
  return [words.field(field), entry].filter(Boolean).join(' ')
}

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
}

const money = /^(price_(sub)?total|(variation|promo|tax|fee|fee_tax|margin|payment)_amount|payment_total)$/

/** A value as a person reads it: a status in words, a moment with its offset, an amount with its currency. */
function useValueText(currency: string): (field: string, value: string) => string {
  const { word } = useWords()
  const { t } = useTranslation('order')
  const format = useFormat()
  return (field, value) => {
    const list = Object.hasOwn(lists, field) ? lists[field] : undefined
    if (list) return word(list, value)
    if (money.test(field)) return format.money(value, currency)
    const moment = parseOffsetDateTime(value)
    if (!moment) return value
    return `${format.moment(value)} (${t('time.offset', { offset: shortOffset(moment.offset) })})`
  }
}

interface ChangeGroup {
  readonly place: readonly PathStep[]
  readonly changes: readonly OrderChange[]
}

function groupByPlace(changes: readonly OrderChange[]): ChangeGroup[] {
  const groups = new Map<string, { place: readonly PathStep[]; changes: OrderChange[] }>()
  for (const change of changes) {
    const place = change.path.slice(0, -1)
    const group = groups.get(placeKey(place)) ?? { place, changes: [] }
    group.changes.push(change)
    groups.set(placeKey(place), group)
  }
  return [...groups.values()]
}

const placeKey = (place: readonly PathStep[]) => JSON.stringify(place)
