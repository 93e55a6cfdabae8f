import { type BatchLine, changesNothing, type RunKind } from '@shared/features/batches'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { useFormat } from '../../../lib/format'
import { differenceText, useMoments } from '../../operations'
import { changeText, OrderCell, useWords } from '../../order-words'
import { LineStateCell } from '../batch-chip'
import { ReferenceCell } from '../reference-cell'
import { whyText } from '../words'

/** The columns of a batch's lines, in their first order. */
export function useLineColumns(kind: RunKind, namesOrders: boolean): readonly GridColumn<BatchLine>[] {
  const { t } = useTranslation('batches')
  const { t: operationWords } = useTranslation('operations')
  const format = useFormat()
  const moments = useMoments()
  const words = useWords()
  const { t: order } = useTranslation('order')
  return useMemo(() => {
    const headers = t('lineColumns', { returnObjects: true })
    const column = (
      id: keyof typeof headers,
      rest: Omit<GridColumn<BatchLine>, 'id' | 'header'>,
    ): GridColumn<BatchLine> => ({ id, header: headers[id], ...rest })
    const money = (id: 'totalBefore' | 'totalAfter' | 'refunded') =>
      column(id, {
        raw: (line) => line[id] ?? '',
        text: (line) => (line[id] === undefined ? '' : format.money(line[id], line.currency ?? '')),
        width: 104,
        align: 'end',
      })
    const changes = (line: BatchLine) =>
      (line.changes ?? [])
        .map((one) => changeText(one, { ...words, t: order, format, currency: '' }))
        .join(', ')
    const files = (line: BatchLine) => line.files?.join(', ') ?? ''
    const problem = ({ error, why, differences = [], currency = '' }: BatchLine) =>
      [
        whyText(error?.code ?? why, t),
        ...differences.map((one) => differenceText(one, currency, operationWords, format)),
      ]
        .filter((text) => text !== '')
        .join(' ')
    return [
      column('line', { raw: ({ line }) => String(line), width: 52, align: 'end' }),
      column('reference', {
        raw: ({ reference }) => reference,
        ...(namesOrders ? { cell: ReferenceCell } : {}),
        width: 132,
        mono: true,
      }),
      column('state', { raw: ({ state }) => t(`lineState.${state}`), cell: LineStateCell, width: 132 }),
      ...(namesOrders
        ? []
        : [column('order', { raw: ({ order }) => order ?? '', cell: OrderCell, width: 140, mono: true })]),
      column('booking', { raw: ({ booking }) => booking ?? '', width: 140, mono: true, hidden: true }),
      ...(changesNothing(kind)
        ? [column('files', { raw: files, hint: files, width: 260, mono: true })]
        : kind === 'stock'
          ? [
              column('name', { raw: ({ name }) => name ?? '', width: 220 }),
              column('changes', { raw: changes, hint: changes, width: 190 }),
            ]
          : [money('totalBefore'), money('totalAfter'), money('refunded')]),
      column('problem', { raw: problem, hint: problem, width: 150, grows: true }),
      column('updatedAt', {
        raw: ({ updatedAt }) => (updatedAt === undefined ? '' : new Date(updatedAt).toISOString()),
        text: ({ updatedAt }) => (updatedAt === undefined ? '' : moments.short(updatedAt)),
        width: 110,
      }),
    ]
  }, [t, operationWords, order, words, format, moments, kind, namesOrders])
}
