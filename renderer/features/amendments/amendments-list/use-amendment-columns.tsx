import type { Operation } from '@shared/features/operations'
import type { OrderChange } from '@shared/features/orders'
import { parseAmount } from '@shared/kernel/money'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { type Format, missing, useFormat } from '../../../lib/format'
import { OperationChip, useMoments } from '../../operations'
import { type ChangeWords, changeText, OrderCell, useWords } from '../../order-words'
import classes from './amendments-list.module.css'

const StateCell = ({ row }: { row: Operation }) => <OperationChip state={row.state} />

function PriceCell({ row }: { row: Operation }) {
  const { t } = useTranslation('amendments')
  const format = useFormat()
  return (
    <span>
      {priceText(row, t, format)}
      {row.effect.differences.length > 0 ? (
        <span className={classes.differs} title={t('list.price.differs')}>
          <IconAlertTriangleFilled size={12} aria-label={t('list.price.differs')} role="img" />
        </span>
      ) : null}
    </span>
  )
}

/** The columns of the amendments, in their first order. The journal answers newest first. */
export function useAmendmentColumns(): readonly GridColumn<Operation>[] {
  const { t } = useTranslation('amendments')
  const { t: order } = useTranslation('order')
  const { t: states } = useTranslation('operations')
  const format = useFormat()
  const moments = useMoments()
  const words = useWords()
  return useMemo(() => {
    const changed = (row: Operation) =>
      changedText(row, t, { ...words, t: order, format, currency: row.effect.currency ?? '' })
    return [
      {
        id: 'state',
        header: t('list.columns.state'),
        raw: ({ state }) => states(`state.${state}`),
        cell: StateCell,
        width: 132,
      },
      {
        id: 'order',
        header: t('list.columns.order'),
        raw: (row) => row.order,
        cell: OrderCell,
        width: 150,
        mono: true,
      },
      {
        id: 'changed',
        header: t('list.columns.changed'),
        raw: rawChanges,
        text: changed,
        hint: changed,
        width: 320,
        grows: true,
      },
      {
        id: 'recipient',
        header: t('list.columns.recipient'),
        raw: ({ recipient = '' }) => recipient,
        width: 190,
      },
      { id: 'who', header: t('list.columns.who'), raw: ({ who }) => who, width: 110 },
      {
        id: 'recordedAt',
        header: t('list.columns.recordedAt'),
        raw: ({ recordedAt }) => new Date(recordedAt).toISOString(),
        text: ({ recordedAt }) => moments.full(recordedAt),
        width: 160,
      },
      {
        id: 'price',
        header: t('list.columns.price'),
        raw: (row) => priceText(row, t, format),
        cell: PriceCell,
        width: 180,
        align: 'end',
      },
      {
        id: 'id',
        header: t('list.columns.id'),
        raw: ({ id }) => id,
        width: 280,
        mono: true,
        hidden: true,
      },
    ]
  }, [t, order, states, format, moments, words])
}

/** "External reference: WEB-1 → BK-2; Note Late: added". */
function changedText(
  { kind, changes = [], recipient }: Operation,
  t: TFunction<'amendments'>,
  words: ChangeWords,
): string {
  if (kind === 'send-tickets' && recipient !== undefined) return t('list.mailed', { recipient })
  return changes.map((change) => changeText(change, words)).join('; ')
}

/** In the API's names, as a spreadsheet is searched. */
const rawChanges = ({ changes = [] }: Operation): string => changes.map(rawChange).join('; ')

const rawChange = ({ path, before = '', after = '' }: OrderChange): string => {
  const place = path.flatMap(({ field, entry = [] }) => [field, ...entry.map(({ value }) => value)])
  return `${place.join('.')}: ${before} → ${after}`
}

/** What became of the total; until something did, what it was. */
function priceText({ effect }: Operation, t: TFunction<'amendments'>, format: Format): string {
  const { before, after, currency = '' } = effect
  if (before?.total === undefined) return missing
  const was = format.money(before.total, currency)
  if (after?.total === undefined) return was
  const [from, to] = [parseAmount(before.total), parseAmount(after.total)]
  if (from && to && from.eq(to)) return t('list.price.same', { total: was })
  return t('list.price.moved', { before: was, after: format.money(after.total, currency) })
}
