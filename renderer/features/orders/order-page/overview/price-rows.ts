import type { FeeLine, PriceBreakdown } from '@shared/features/orders'
import type { TFunction } from 'i18next'
import type { Words } from '../../../order-words'

/** One line of a price. */
export interface PriceRow {
  readonly label: string
  readonly note: string
  readonly amount: string
  /** Not part of the total. */
  readonly informational: boolean
}

/** What turns a price into words. */
export interface PriceWords {
  /** That of the namespace `order`. */
  readonly t: TFunction<'order'>
  readonly word: Words['word']
  readonly money: (amount: string) => string
}

/** The lines between nothing and the total, as the API tells them; those without an amount are left out. */
export function priceRows(price: PriceBreakdown, words: PriceWords): PriceRow[] {
  const { t, word } = words
  const lines = [
    { label: t('price.subtotal'), amount: price.subtotal },
    ...price.variations.map(({ label, type, amount }) => ({
      label: label ?? (type ? word('variation', type) : t('price.variations')),
      note: label && type ? word('variation', type) : '',
      amount,
    })),
    ...price.promoCodes.map(({ code = '', amount }) => ({ label: t('price.promoCode', { code }), amount })),
    ...price.taxes.map(({ id, name, rate, amount }) => ({
      label: name ?? t('price.tax'),
      note: joined(percentage(rate, words), name ? undefined : id),
      amount,
    })),
    ...price.fees.map((fee) => ({
      label: t('price.fee', { kind: fee.label ?? (fee.type ? word('fee', fee.type) : '') }),
      note: feeNote(fee, words),
      amount: fee.amount,
      informational: fee.included === false,
    })),
    ...price.margins.map(({ type, amount, taxAmount }) => ({
      label: t('price.margin', { kind: type ? word('fee', type) : '' }),
      note: taxNote(taxAmount, words),
      amount,
      informational: true,
    })),
  ]
  return lines.flatMap(({ amount, ...line }) =>
    amount === undefined ? [] : { note: '', informational: false, ...line, amount },
  )
}

function feeNote({ percentage: percent, taxAmount, included }: FeeLine, words: PriceWords): string {
  const { t } = words
  const counts =
    included === undefined
      ? t('price.feeUnclear')
      : t(included ? 'price.feeIncluded' : 'price.feeInformational')
  return joined(percentage(percent, words), counts, taxNote(taxAmount, words))
}

const percentage = (value: string | undefined, { t }: PriceWords) =>
  value === undefined ? '' : t('price.percentage', { value })

const taxNote = (amount: string | undefined, { t, money }: PriceWords) =>
  amount === undefined ? '' : t('price.feeTax', { amount: money(amount) })

const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ')
