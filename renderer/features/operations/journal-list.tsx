import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { GridColumn } from '../../grid/column'
import { EmptyState } from '../../ui/empty-state'
import { ScreenFooter, ScreenTitle } from '../../ui/screen'
import { ListScreen } from '../list-screen'
import { JournalEmpty } from './journal-empty'
import { JournalNotice } from './journal-notice'
import { useOperations } from './use-operations'

const idOf = ({ id }: Operation) => id

interface JournalListProps {
  readonly profile: ProfileId
  /** Under which its columns and its selection are remembered. */
  readonly name: string
  readonly title: string
  /** Kinds of operations that are listed. */
  readonly kinds: readonly string[]
  readonly columns: readonly GridColumn<Operation>[]
  readonly empty: { readonly title: string; readonly reason: string }
  /** More to choose, beside the title. */
  readonly views?: ReactNode
  /** What can be done with the orders of the selected rows. */
  readonly actions?: (orders: readonly string[]) => ReactNode
}

/** Operations of some kinds that were asked for at this computer, newest first. A row opens its operation. */
export function JournalList({
  profile,
  name,
  title,
  kinds,
  columns,
  empty,
  views,
  actions,
}: JournalListProps) {
  const [, navigate] = useLocation()
  const { query, rows, refresh, loadMore } = useOperations(profile, 'all', kinds)
  return (
    <ListScreen
      profile={profile}
      id={name}
      label={title}
      header={
        <>
          <ScreenTitle>{title}</ScreenTitle>
          {views}
        </>
      }
      notice={<JournalNotice />}
      columns={columns}
      rows={rows}
      rowKey={idOf}
      query={query}
      onRefresh={refresh}
      empty={
        <JournalEmpty>
          <EmptyState title={empty.title}>{empty.reason}</EmptyState>
        </JournalEmpty>
      }
      onOpen={({ id }) => navigate(`/operations/${id}`)}
      onNearEnd={loadMore}
      footer={(chosen, count) =>
        actions && chosen.count > 0 ? (
          <ScreenFooter>
            {count}
            {actions(chosen.rows.map(({ order }) => order))}
          </ScreenFooter>
        ) : null
      }
    />
  )
}
