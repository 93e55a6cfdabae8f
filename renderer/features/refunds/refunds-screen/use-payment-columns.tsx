import { ageInDays, orderMoneyOf, type PaymentRow } from '@shared/features/refunds'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { missing, useFormat } from '../../../lib/format'
import { StatusChip } from '../../../ui/status-chip'
import { OrderCell, paymentTone, useWords } from '../../order-words'

function StatusCell({ row: { status, type } }: { row: PaymentRow }) {
  const { word } = useWords()
  if (status === undefined) return null
  return <StatusChip tone={paymentTone(status, type)} label={word('paymentStatus', status)} title={status} />
}

/** The columns of the payments list, in their first order. */
export function usePaymentColumns(): readonly GridColumn<PaymentRow>[] {
  const { t } = useTranslation('refunds')
  const { word } = useWords()
  const format = useFormat()
  return useMemo(() => {
    const headers = t('columns', { returnObjects: true })
    const column = (
      id: keyof typeof headers,
      rest: Omit<GridColumn<PaymentRow>, 'id' | 'header'>,
    ): GridColumn<PaymentRow> => ({ id, header: headers[id], ...rest })
    const plain = (value: (row: PaymentRow) => string | undefined) => (row: PaymentRow) => value(row) ?? ''
    return [
      column('created', {
        raw: plain(({ created }) => created),
        text: ({ created }) => format.moment(created),
        width: 168,
      }),
      column('type', {
        raw: plain(({ type }) => type),
        text: ({ type }) => (type ? word('paymentType', type) : ''),
        width: 104,
      }),
      column('status', { raw: plain(({ status }) => status), cell: StatusCell, width: 132 }),
      column('order', { raw: plain(({ order }) => order), cell: OrderCell, width: 144, mono: true }),
      column('paid', {
        raw: plain(({ paid }) => paid.amount),
        text: ({ paid }) => format.money(paid.amount, paid.currency ?? ''),
        copy: [
          { header: headers.paid, value: plain(({ paid }) => paid.amount) },
          { header: t('currency'), value: plain(({ paid }) => paid.currency) },
        ],
        width: 120,
        align: 'end',
      }),
      column('amount', {
        raw: plain(({ amount }) => amount),
        text: (row) => {
          const money = orderMoneyOf(row)
          return money ? format.money(money.amount, money.currency) : missing
        },
        width: 112,
        align: 'end',
        headerHint: t('amountHint'),
      }),
      column('rate', { raw: plain(({ rate }) => rate), width: 84, align: 'end' }),
      column('age', {
        raw: (row) => `${ageInDays(row, Date.now()) ?? ''}`,
        text: (row) => {
          const days = ageInDays(row, Date.now())
          return days === undefined ? missing : t('age', { count: days })
        },
        width: 84,
        align: 'end',
      }),
      column('method', {
        raw: plain(({ method }) => method),
        text: ({ method }) => (method ? word('paymentMethod', method) : ''),
        width: 110,
      }),
      column('scheme', { raw: plain(({ scheme }) => scheme), width: 130 }),
      column('gateway', { raw: plain(({ gateway }) => gateway), width: 100 }),
      column('pspReference', { raw: plain(({ pspReference }) => pspReference), width: 170, mono: true }),
      column('reason', { raw: plain(({ reason }) => reason), width: 180, grows: true }),
      column('merchantReference', {
        raw: plain(({ merchantReference }) => merchantReference),
        width: 180,
        mono: true,
        hidden: true,
      }),
      column('id', { raw: ({ id }) => id, width: 280, mono: true, hidden: true }),
      column('originalId', {
        raw: plain(({ originalId }) => originalId),
        width: 170,
        mono: true,
      }),
    ]
  }, [t, word, format])
}
