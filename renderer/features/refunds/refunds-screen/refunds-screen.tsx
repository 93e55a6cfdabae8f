import { Select } from '@mantine/core'
import {
  isIn,
  type OrderFinding,
  orderFindings,
  type PaymentRow,
  type PaymentView,
  paymentViews,
} from '@shared/features/refunds'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useGridState } from '../../../grid/use-grid-state'
import { EmptyState } from '../../../ui/empty-state'
import { ScreenTitle } from '../../../ui/screen'
import { ListScreen } from '../../list-screen'
import { orderPath } from '../../order-words'
import { useActiveProfile } from '../../profiles'
import { PaymentSearch } from './payment-search'
import { PaymentsFooter } from './payments-footer'
import { paymentsListOptions } from './queries'
import { ReviewBar } from './review-bar'
import { type ReviewPeriod, useOrderReview } from './use-order-review'
import { usePaymentColumns } from './use-payment-columns'

const noRows: never[] = []
const idOf = ({ id }: PaymentRow) => id

/** Payments and refunds of the profile that this window works with. */
export function RefundsScreen() {
  const { profile } = useActiveProfile()
  return <PaymentsList key={profile.id} profile={profile.id} />
}

function PaymentsList({ profile }: { profile: ProfileId }) {
  const { t } = useTranslation('refunds')
  const [, navigate] = useLocation()
  const { state, update } = useGridState(profile, 'refunds')
  const [search, setSearch] = useState('')
  const columns = usePaymentColumns()
  const [days, setDays] = useState<ReviewPeriod>(30)
  const view = viewOf(state?.filters?.view)
  const finding = orderFindings.find((one) => one === view)
  const listView = paymentViews.find((one) => one === view) ?? 'all'
  const review = useOrderReview(profile, finding, days)
  const list = useInfiniteQuery(paymentsListOptions(profile, search))
  const query = finding ? review.query : list
  const listed = useMemo(() => list.data?.pages.flatMap((page) => page.rows), [list.data])
  const loaded = finding ? review.rows : listed
  const rows = useMemo(
    () => (finding ? review.rows : listed?.filter((row) => isIn(listView, row, Date.now()))),
    [finding, review.rows, listed, listView],
  )
  const refresh = () => (finding ? review.again() : void list.refetch())
  const loadMore = () => {
    if (!finding && query.hasNextPage && !query.isFetching && !query.isFetchNextPageError)
      void query.fetchNextPage()
  }
  const openOrder = useCallback(
    ({ order }: PaymentRow) => order !== undefined && navigate(orderPath(order)),
    [navigate],
  )

  return (
    <ListScreen
      profile={profile}
      id="refunds"
      label={t('list.title')}
      header={
        <>
          <ScreenTitle>{t('list.title')}</ScreenTitle>
          {finding ? null : <PaymentSearch onSearch={setSearch} />}
          <Select
            size="xs"
            w={240}
            aria-label={t('list.show')}
            value={view}
            onChange={(next) => next && update({ filters: { view: next } })}
            data={allViews.map((value) => ({ value, label: t(`view.${value}`) }))}
            allowDeselect={false}
          />
        </>
      }
      notice={finding ? <ReviewBar review={review} days={days} onDays={setDays} /> : null}
      columns={columns}
      rows={rows}
      rowKey={idOf}
      query={query}
      onRefresh={refresh}
      empty={
        <EmptyState
          title={t(finding ? 'review.nothing' : search ? 'list.notFound' : 'list.empty')}
          {...(!finding && query.hasNextPage && { action: { label: t('list.loadMore'), run: loadMore } })}
        >
          {finding
            ? t('review.nothingReason')
            : t(view === 'all' ? 'list.emptyReason' : 'list.emptyView', { count: loaded?.length ?? 0 })}
        </EmptyState>
      }
      onOpen={openOrder}
      onNearEnd={loadMore}
      footer={(chosen, count) => (
        <PaymentsFooter
          rows={rows ?? noRows}
          chosen={chosen}
          count={count}
          loaded={loaded?.length ?? 0}
          total={finding ? undefined : list.data?.pages.at(-1)?.totalItems}
          onLoadMore={!finding && query.hasNextPage ? loadMore : undefined}
          loading={query.isFetchingNextPage}
        />
      )}
    />
  )
}

/** Of the payments that are read, and those for which whole orders are. */
const allViews: readonly (PaymentView | OrderFinding)[] = [...paymentViews, ...orderFindings]

const viewOf = (kept: unknown) => allViews.find((view) => view === kept) ?? 'all'
