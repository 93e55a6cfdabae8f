import type { Batch } from '@shared/features/batches'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { GridColumn } from '../../../grid/column'
import { useFormat } from '../../../lib/format'
import { useMoments } from '../../operations'
import { BatchChip } from '../batch-chip'
import classes from '../batches.module.css'
import { batchPath } from '../paths'
import { percentThrough, progressOf } from '../progress'
import { reasonOf } from '../words'

const StateCell = ({ row }: { row: Batch }) => <BatchChip state={row.state} />

function NameCell({ row }: { row: Batch }) {
  const { t } = useTranslation('batches')
  return (
    <Link href={batchPath(row.id)} className={classes.order} tabIndex={-1}>
      {t(`title.${row.kind}`, { count: row.lines })}
    </Link>
  )
}

/** The columns of the list of batches. */
export function useBatchColumns(): readonly GridColumn<Batch>[] {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const moments = useMoments()
  return useMemo(() => {
    const headers = t('batchColumns', { returnObjects: true })
    const column = (
      id: keyof typeof headers,
      rest: Omit<GridColumn<Batch>, 'id' | 'header'>,
    ): GridColumn<Batch> => ({ id, header: headers[id], ...rest })
    const count = (group: 'done' | 'failed' | 'unknown' | 'left') =>
      column(group, {
        raw: (batch) => String(progressOf(batch)[group]),
        text: (batch) => format.count(progressOf(batch)[group]),
        width: 84,
        align: 'end',
      })
    return [
      column('createdAt', {
        raw: ({ createdAt }) => new Date(createdAt).toISOString(),
        text: ({ createdAt }) => moments.full(createdAt),
        width: 164,
      }),
      column('what', {
        raw: ({ kind, lines }) => t(`title.${kind}`, { count: lines }),
        cell: NameCell,
        width: 200,
      }),
      column('state', { raw: ({ state }) => t(`state.${state}`), cell: StateCell, width: 116 }),
      column('through', { raw: (batch) => `${percentThrough(batch)} %`, width: 90, align: 'end' }),
      count('done'),
      count('failed'),
      count('unknown'),
      count('left'),
      column('who', { raw: ({ who }) => who, width: 120 }),
      column('reason', { raw: ({ action }) => reasonOf(action) ?? '', width: 180, grows: true }),
    ]
  }, [t, format, moments])
}
