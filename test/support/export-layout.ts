import { type ExportColumnId, type ExportLayout, exportColumns } from '@shared/features/mirror'
import { type PaymentState, paymentStates } from '@shared/features/orders'

/** All columns, or these, headed by their own names. */
export function layoutOf(columns: readonly ExportColumnId[] = exportColumns): ExportLayout {
  return {
    columns: columns.map((id) => ({ id, header: id })),
    beside: { currency: 'currency', offset: 'UTC offset' },
    payments: Object.fromEntries(paymentStates.map((state) => [state, `the word for ${state}`])) as Record<
      PaymentState,
      string
    >,
    ticketKindMissing: 'of unknown kind',
  }
}
