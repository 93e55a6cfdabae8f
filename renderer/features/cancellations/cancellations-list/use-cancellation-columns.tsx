import type { Operation } from '@shared/features/operations'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { useFormat } from '../../../lib/format'
import { OperationChip, refundsText, useMoments } from '../../operations'
import { OrderCell } from '../../order-words'
import { feeOf, linesOf, refundExpected, tellsOfAll } from './cancellation-figures'
import classes from './cancellations-list.module.css'

const StateCell = ({ row }: { row: Operation }) => <OperationChip state={row.state} />

function DifferenceCell({ row }: { row: Operation }) {
  const { t } = useTranslation('cancellations')
  if (row.effect.differences.length === 0) return null
  return (
    <span className={classes.differs}>
      <IconAlertTriangleFilled size={12} aria-hidden />
      {t('list.differs')}
    </span>
  )
}

/** The columns of the cancellations, in their first order. The journal answers newest first. */
export function useCancellationColumns(): readonly GridColumn<Operation>[] {
  const { t } = useTranslation('cancellations')
  const { t: states } = useTranslation('operations')
  const format = useFormat()
  const moments = useMoments()
  return useMemo(() => {
    const headers = t('list.columns', { returnObjects: true })
    const column = (
      id: keyof typeof headers,
      rest: Omit<GridColumn<Operation>, 'id' | 'header'>,
    ): GridColumn<Operation> => ({ id, header: headers[id], ...rest })
    /** What is told of the whole command stands on its last row alone, so that no amount is there twice. */
    const together = (text: (row: Operation) => string) => (row: Operation) => {
      if (tellsOfAll(row)) return text(row)
      return t('list.withOthers', { count: (row.command?.size ?? 1) - 1 })
    }
    return [
      column('state', { raw: ({ state }) => states(`state.${state}`), cell: StateCell, width: 132 }),
      column('order', { raw: ({ order }) => order, cell: OrderCell, width: 150, mono: true }),
      column('level', {
        raw: ({ target }) => target?.level ?? '',
        text: ({ target }) => (target ? t(`list.level.${target.level}`) : ''),
        width: 84,
      }),
      column('lines', {
        raw: (row) => linesOf(row).join(' · '),
        text: (row) => (row.target?.level === 'order' ? t('list.wholeOrder') : linesOf(row).join(' · ')),
        hint: (row) => linesOf(row).join(' · '),
        width: 240,
        grows: true,
      }),
      column('fee', { raw: together((row) => feeOf(row, format)), width: 110, align: 'end' }),
      column('refundExpected', {
        raw: together((row) => refundExpected(row, format)),
        width: 140,
        align: 'end',
      }),
      column('refundReceived', { raw: (row) => refundsText(row, format), width: 140, align: 'end' }),
      column('difference', {
        raw: ({ effect }) => (effect.differences.length > 0 ? t('list.differs') : ''),
        cell: DifferenceCell,
        width: 130,
      }),
      column('reason', { raw: ({ reason = '' }) => reason, width: 180 }),
      column('who', { raw: ({ who }) => who, width: 110 }),
      column('recordedAt', {
        raw: ({ recordedAt }) => new Date(recordedAt).toISOString(),
        text: ({ recordedAt }) => moments.full(recordedAt),
        width: 160,
      }),
      column('id', { raw: ({ id }) => id, width: 280, mono: true, hidden: true }),
    ]
  }, [t, states, format, moments])
}
