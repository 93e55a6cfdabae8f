import type { RequestRow } from '@shared/features/privacy'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { useFormat } from '../../../lib/format'
import { useMoments } from '../../operations'
import { DueChip } from '../due-chip'
import { RequestChip } from '../request-chip'

const StateCell = ({ row: { state } }: { row: RequestRow }) => <RequestChip state={state} />

/** The columns of the list of requests, in their first order. `today` is the day at the desk. */
export function useRequestColumns(today: string): readonly GridColumn<RequestRow>[] {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const moments = useMoments()
  return useMemo(() => {
    const headers = t('columns', { returnObjects: true })
    const column = (
      id: keyof typeof headers,
      rest: Omit<GridColumn<RequestRow>, 'id' | 'header'>,
    ): GridColumn<RequestRow> => ({ id, header: headers[id], ...rest })
    const DueCell = ({ row: { dueOn, state } }: { row: RequestRow }) => (
      <DueChip dueOn={dueOn} today={today} state={state} />
    )
    return [
      column('number', { raw: ({ number }) => number, width: 110, mono: true }),
      column('about', {
        raw: ({ about = '' }) => about,
        text: ({ about }) => about ?? t('list.pseudonymised'),
        width: 200,
        grows: true,
      }),
      column('state', { raw: ({ state }) => state, cell: StateCell, width: 140 }),
      column('due', { raw: ({ dueOn }) => dueOn, cell: DueCell, width: 190 }),
      column('received', { raw: ({ receivedOn }) => receivedOn, width: 120 }),
      column('orders', {
        raw: ({ orders }) => String(orders),
        text: ({ orders }) => format.count(orders),
        width: 84,
        align: 'end',
      }),
      column('contacts', {
        raw: ({ contacts }) => String(contacts),
        text: ({ contacts }) => format.count(contacts),
        width: 90,
        align: 'end',
      }),
      column('ended', {
        raw: ({ endedAt }) => (endedAt === undefined ? '' : new Date(endedAt).toISOString()),
        text: ({ endedAt }) => (endedAt === undefined ? '' : moments.full(endedAt)),
        width: 190,
      }),
    ]
  }, [t, format, moments, today])
}
