import { Button, NativeSelect } from '@mantine/core'
import type { ChangedOrder } from '@shared/features/amendments'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useFormat } from '../../../lib/format'
import { ipc } from '../../../lib/ipc'
import { EmptyState } from '../../../ui/empty-state'
import { ScreenFooter, ScreenTitle } from '../../../ui/screen'
import { ListScreen } from '../../list-screen'
import { JournalNotice } from '../../operations'
import { orderPath } from '../../order-words'
import { useElsewhereColumns } from './use-elsewhere-columns'

/** How far back may be looked. */
const spans = [1, 7, 30, 90] as const
const orderOf = ({ order }: ChangedOrder) => order

interface ChangedElsewhereListProps {
  readonly profile: ProfileId
  /** Chooses between this list and the other. */
  readonly views: ReactNode
  /** What can be done with the selected orders. */
  readonly actions: (orders: readonly string[]) => ReactNode
}

/**
 * Orders that somebody else changed: with a version that no operation of this journal explains. Looks at a page of what
 * changed at a time, and says how much that was.
 */
export function ChangedElsewhereList({ profile, views, actions }: ChangedElsewhereListProps) {
  const { t } = useTranslation('amendments')
  const [, navigate] = useLocation()
  const [days, setDays] = useState<number>(7)
  const columns = useElsewhereColumns()
  const query = useInfiniteQuery({
    queryKey: ['changed-elsewhere', profile, days],
    initialPageParam: 1,
    queryFn: ({ pageParam }) => ipc.amendments.listChangedElsewhere({ profile, days, startIndex: pageParam }),
    getNextPageParam: ({ nextStartIndex }) => nextStartIndex,
  })
  const pages = query.data?.pages
  const rows = useMemo(() => pages?.flatMap(({ orders }) => orders), [pages])
  return (
    <ListScreen
      profile={profile}
      id="changed-elsewhere"
      label={t('list.view.elsewhere')}
      header={
        <>
          <ScreenTitle>{t('list.title')}</ScreenTitle>
          {views}
          <NativeSelect
            size="xs"
            aria-label={t('elsewhere.span')}
            value={String(days)}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
            data={spans.map((count) => ({ value: String(count), label: t('elsewhere.days', { count }) }))}
          />
        </>
      }
      notice={<JournalNotice />}
      columns={columns}
      rows={rows}
      rowKey={orderOf}
      query={query}
      onRefresh={() => void query.refetch()}
      empty={<EmptyState title={t('elsewhere.empty.title')}>{t('elsewhere.empty.reason')}</EmptyState>}
      onOpen={({ order }) => navigate(orderPath(order))}
      footer={(chosen, count) =>
        pages ? (
          <LookedAt pages={pages} query={query}>
            {count}
            {actions(chosen.rows.map(orderOf))}
          </LookedAt>
        ) : null
      }
    />
  )
}

interface LookedAtProps {
  readonly pages: readonly {
    readonly lookedAt: number
    readonly totalItems?: number | undefined
    readonly since: string
  }[]
  readonly query: { readonly hasNextPage: boolean; readonly isFetching: boolean; fetchNextPage(): unknown }
  readonly children: ReactNode
}

/** How many orders were looked at, of how many, and since when. */
function LookedAt({ pages, query, children }: LookedAtProps) {
  const { t } = useTranslation('amendments')
  const format = useFormat()
  const looked = pages.reduce((sum, { lookedAt }) => sum + lookedAt, 0)
  const total = Math.max(looked, pages.at(-1)?.totalItems ?? looked)
  const since = format.moment(pages[0]?.since)
  return (
    <ScreenFooter>
      <span role="status">
        {t('elsewhere.looked', { looked: format.count(looked), total: format.count(total), since })}
      </span>
      {children}
      {query.hasNextPage ? (
        <Button
          variant="subtle"
          size="compact-xs"
          loading={query.isFetching}
          onClick={() => void query.fetchNextPage()}
        >
          {t('elsewhere.further')}
        </Button>
      ) : null}
    </ScreenFooter>
  )
}
