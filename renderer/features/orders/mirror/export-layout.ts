import { type ExportLayout, exportColumns } from '@shared/features/mirror'
import { type OrderRow, type PaymentState, paymentStates } from '@shared/features/orders'
import type { TFunction } from 'i18next'
import type { GridColumn } from '../../../grid/column'
import { arrangeColumns, type ColumnLayout } from '../../../grid/column-layout'

interface LayoutOptions {
  readonly columns: readonly GridColumn<OrderRow>[]
  readonly arranged: readonly ColumnLayout[]
  readonly t: TFunction<['orders', 'mirror']>
}

/** The columns on screen, in their order and under their headings, and the words that a file needs beside them. */
export function exportLayout({ columns, arranged, t }: LayoutOptions): ExportLayout {
  const shown = arrangeColumns(columns, arranged).filter(({ hidden }) => !hidden)
  return {
    columns: shown.flatMap(({ id }) => {
      const known = exportColumns.find((column) => column === id)
      const header = columns.find((column) => column.id === id)?.header
      return known && header !== undefined ? [{ id: known, header }] : []
    }),
    beside: { currency: t('orders:columns.currency'), offset: t('mirror:export.offset') },
    payments: Object.fromEntries(
      paymentStates.map((state) => [state, t(`orders:payment.${state}`)]),
    ) as Record<PaymentState, string>,
    ticketKindMissing: t('orders:ticketKindMissing'),
  }
}
