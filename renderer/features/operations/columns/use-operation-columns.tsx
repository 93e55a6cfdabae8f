import type { Operation } from '@shared/features/operations'
import { contactOfKey } from '@shared/kernel/ids'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { useFormat } from '../../../lib/format'
import { useMoments } from '../moments'
import { OperationChip } from '../operation-chip'
import { kindText, targetText } from '../target-text'
import { EffectCell, effectText, refundsText } from './effect-cell'
import { SubjectCell } from './subject-cell'

const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString())

const StateCell = ({ row }: { row: Operation }) => <OperationChip state={row.state} />

/** The columns of the operations list, in their first order. The journal answers newest first. */
export function useOperationColumns(): readonly GridColumn<Operation>[] {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const moments = useMoments()
  return useMemo(() => {
    const headers = t('columns', { returnObjects: true })
    const column = (
      id: keyof typeof headers,
      rest: Omit<GridColumn<Operation>, 'id' | 'header'>,
    ): GridColumn<Operation> => ({ id, header: headers[id], ...rest })
    return [
      column('state', { raw: ({ state }) => t(`state.${state}`), cell: StateCell, width: 132 }),
      column('kind', { raw: ({ kind }) => kindText(kind, t), width: 104 }),
      column('order', {
        raw: ({ order, stock }) => stock?.id ?? contactOfKey(order) ?? order,
        cell: SubjectCell,
        width: 140,
        mono: true,
      }),
      column('what', { raw: (row) => targetText(row, t), width: 220, grows: true }),
      column('who', { raw: ({ who }) => who, width: 110 }),
      column('recordedAt', {
        raw: ({ recordedAt }) => iso(recordedAt),
        text: ({ recordedAt }) => moments.full(recordedAt),
        width: 160,
      }),
      column('effect', {
        raw: (row) => effectText(row, t, format),
        cell: EffectCell,
        width: 170,
        align: 'end',
      }),
      column('refund', { raw: (row) => refundsText(row, format), width: 130, align: 'end' }),
      column('nextLookUp', {
        raw: ({ nextLookUpAt }) => iso(nextLookUpAt),
        text: ({ nextLookUpAt }) => (nextLookUpAt === undefined ? '' : moments.short(nextLookUpAt)),
        width: 110,
      }),
      column('reason', { raw: ({ reason = '' }) => reason, width: 180, hidden: true }),
      column('id', { raw: ({ id }) => id, width: 280, mono: true, hidden: true }),
    ]
  }, [t, format, moments])
}
