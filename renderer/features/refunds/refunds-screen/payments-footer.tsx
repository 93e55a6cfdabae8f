import { Button } from '@mantine/core'
import { isDead } from '@shared/features/orders'
import type { PaymentRow } from '@shared/features/refunds'
import { type Money, sumByCurrency } from '@shared/kernel/money'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ScreenFooter } from '../../../ui/screen'
import { type BulkKinds, SelectionActions } from '../../batches'
import type { Chosen } from '../../list-screen'
import classes from './refunds-screen.module.css'

const bulkKinds: BulkKinds = ['refund', 'cancel', 'payment-email', 'vouchers']

interface PaymentsFooterProps {
  /** What the list shows of what is loaded. */
  readonly rows: readonly PaymentRow[]
  readonly chosen: Chosen<PaymentRow>
  /** Says how many are selected. */
  readonly count: ReactNode
  readonly loaded: number
  /** Of the whole set, as the API counts it. */
  readonly total: number | undefined
  /** Absent when everything is loaded. */
  readonly onLoadMore: (() => void) | undefined
  readonly loading: boolean
}

/** How many of how many, and what was taken and given back per currency: of the selection, else of what is shown. */
export function PaymentsFooter(props: PaymentsFooterProps) {
  const { rows, chosen, count, loaded, total, onLoadMore, loading } = props
  const { t } = useTranslation('refunds')
  const format = useFormat()
  const counted = chosen.count > 0 ? chosen.rows : rows
  const payments = chosen.rows.flatMap(({ id, order }) => (order === undefined ? [] : { order, payment: id }))
  const of = total !== undefined && total > loaded ? total : loaded
  return (
    <ScreenFooter>
      <span role="status">
        {t('footer.shown', {
          shown: format.count(rows.length),
          loaded: format.count(loaded),
          total: format.count(of),
        })}
      </span>
      {count}
      <SelectionActions kinds={bulkKinds} orders={payments.map(({ order }) => order)} payments={payments} />
      <Sum label={t('footer.captured')} rows={counted} type="CAPTURE" />
      <Sum label={t('footer.refunded')} rows={counted} type="REFUND" />
      {onLoadMore ? (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.more}
          loading={loading}
          onClick={onLoadMore}
        >
          {t('list.loadMore')}
        </Button>
      ) : null}
    </ScreenFooter>
  )
}

/** What the guests paid or got, per currency; records that came to nothing are left out. */
function Sum({ label, rows, type }: { label: string; rows: readonly PaymentRow[]; type: string }) {
  const format = useFormat()
  const sums = useMemo(() => {
    const amounts = rows.flatMap((row): Money[] =>
      row.type === type && !isDead(row.status) && row.paid.amount && row.paid.currency
        ? [{ amount: row.paid.amount, currency: row.paid.currency }]
        : [],
    )
    return sumByCurrency(amounts)
  }, [rows, type])
  if (sums.length === 0) return null
  return (
    <span>
      <span className={classes.quiet}>{label}</span>{' '}
      {sums.map(({ amount, currency }) => format.money(amount, currency)).join(' · ')}
    </span>
  )
}
