import type { BatchKind, LineEffect, PlanLine } from '@shared/features/batches'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { type Format, useFormat } from '../../../lib/format'
import { changeText, OrderCell, useWords } from '../../order-words'
import { ReferenceCell } from '../reference-cell'
import { FindingChip } from './finding-chip'
import { problemText } from './problem-text'

/** Columns that say something for an action, beside those of every one. */
const columnsOf: Readonly<Record<BatchKind, readonly string[]>> = {
  cancel: ['totalBefore', 'fee', 'refund', 'totalAfter'],
  refund: ['refund', 'requests'],
  amend: ['changes'],
  'payment-email': ['recipient', 'totalBefore'],
  contact: ['changes'],
  repoint: ['changes'],
  vouchers: ['files'],
  deidentify: ['requests'],
}

/**
 * The columns of a plan: a line for each reference, with what would happen to it.
 * @param namesOrders the references are those of their orders
 */
export function usePlanColumns(kind: BatchKind, namesOrders: boolean): readonly GridColumn<PlanLine>[] {
  const { t } = useTranslation('batches')
  const { t: orderWords } = useTranslation('order')
  const words = useWords()
  const format = useFormat()
  return useMemo(() => {
    const headers = t('columns', { returnObjects: true })
    const column = (
      id: keyof typeof headers,
      rest: Omit<GridColumn<PlanLine>, 'id' | 'header'>,
    ): GridColumn<PlanLine> => ({ id, header: headers[id], ...rest })
    const amount =
      (id: 'totalBefore' | 'fee' | 'refund' | 'totalAfter') =>
      ({ effect }: PlanLine) =>
        amountText(effect?.[id], effect?.currency, format)
    const money = (id: 'totalBefore' | 'fee' | 'refund' | 'totalAfter') =>
      column(id, {
        raw: ({ effect }) => rawAmount(effect?.[id]),
        text: amount(id),
        hint: amount(id),
        width: id === 'totalBefore' ? 88 : 116,
        align: 'end',
      })
    const changesFrom =
      (level: number) =>
      ({ effect }: PlanLine) =>
        (effect?.changes ?? [])
          .map(({ path, ...change }) => {
            const below = path.length > level ? path.slice(level) : path
            const all = { ...words, t: orderWords, format, currency: effect?.currency ?? '' }
            return changeText({ ...change, path: below }, all)
          })
          .join('; ')
    const changes = changesFrom(0)
    const special = [
      money('totalBefore'),
      money('fee'),
      money('refund'),
      money('totalAfter'),
      column('requests', {
        raw: ({ effect }) => (effect ? String(effect.requests) : ''),
        width: 90,
        align: 'end',
      }),
      column('files', {
        raw: ({ effect }) => (effect ? String(effect.vouchers?.length ?? 0) : ''),
        width: 90,
        align: 'end',
      }),
      column('changes', {
        raw: changes,
        // Every line of this kind is about the same contact: its name would push out of sight what changes.
        text: kind === 'contact' ? changesFrom(1) : changes,
        hint: changes,
        width: 320,
        grows: true,
      }),
      column('recipient', { raw: ({ effect }) => effect?.recipient ?? '', width: 220 }),
    ]
    const problem = (line: PlanLine) => problemText(line, t)
    return [
      column('line', { raw: ({ line }) => String(line), width: 52, align: 'end' }),
      column('reference', {
        raw: ({ reference }) => reference,
        ...(namesOrders ? { cell: ReferenceCell } : {}),
        width: 130,
        mono: true,
      }),
      column('finding', { raw: ({ finding }) => t(`finding.${finding}`), cell: FindingChip, width: 124 }),
      ...(namesOrders
        ? []
        : [column('order', { raw: ({ order }) => order ?? '', cell: OrderCell, width: 132, mono: true })]),
      column('booking', {
        raw: ({ booking }) => booking ?? '',
        width: 140,
        mono: true,
        hidden: true,
      }),
      ...special.filter(({ id }) => columnsOf[kind].includes(id)),
      column('problem', { raw: problem, hint: problem, width: 96, grows: true }),
    ]
  }, [t, orderWords, words, format, kind, namesOrders])
}

type Amount = LineEffect['fee'] | string

const rawAmount = (amount: Amount): string => {
  if (amount === undefined || typeof amount === 'string') return amount ?? ''
  return amount.low === amount.high ? amount.low : `${amount.low}–${amount.high}`
}

function amountText(amount: Amount, currency: string | undefined, format: Format): string {
  if (amount === undefined) return ''
  if (typeof amount === 'string') return format.money(amount, currency ?? '')
  return format.range(amount, currency ?? '')
}
