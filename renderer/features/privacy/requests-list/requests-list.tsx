import { Anchor, Button } from '@mantine/core'
import type { RequestRow } from '@shared/features/privacy'
import type { Profile } from '@shared/features/profiles'
import { dayAt } from '@shared/kernel/time'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { DataGridHandle } from '../../../grid/data-grid-handle'
import { EmptyState } from '../../../ui/empty-state'
import { ScreenFooter, ScreenTitle } from '../../../ui/screen'
import { ListScreen, useReturnToRow } from '../../list-screen'
import { JournalNotice } from '../../operations'
import { checksPath, newRequestPath, requestPath } from '../paths'
import { privacyQueries } from '../queries'
import { useRequestColumns } from './use-request-columns'

const idOf = ({ id }: RequestRow) => id

/** The calendar day on this computer. */
export const todayHere = () => dayAt(Date.now())

/** Requests to be forgotten, newest first, with what is due. */
export function RequestsList({
  profile: { id: profile },
  isCovered,
}: {
  readonly profile: Profile
  /** A page lies over it. */
  readonly isCovered: boolean
}) {
  const { t } = useTranslation('privacy')
  const [, navigate] = useLocation()
  const query = useQuery(privacyQueries.list(profile))
  const columns = useRequestColumns(query.data?.today ?? todayHere())
  const grid = useRef<DataGridHandle>(null)
  const leaveBy = useReturnToRow(grid, isCovered)
  const open = useCallback(
    (row: RequestRow) => {
      leaveBy(row.id)
      navigate(requestPath(row.id))
    },
    [leaveBy, navigate],
  )
  const rows = query.data?.requests

  return (
    <ListScreen
      profile={profile}
      id="privacy"
      label={t('list.title')}
      grid={grid}
      header={
        <>
          <ScreenTitle>{t('list.title')}</ScreenTitle>
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            variant="default"
            onClick={() => navigate(newRequestPath)}
          >
            {t('list.new')}
          </Button>
          <Anchor component={Link} href={checksPath} size="sm">
            {t('list.checks')}
          </Anchor>
        </>
      }
      notice={<JournalNotice />}
      columns={columns}
      rows={rows}
      rowKey={idOf}
      query={query}
      onRefresh={() => void query.refetch()}
      empty={
        <EmptyState
          title={t('list.empty')}
          action={{ label: t('list.new'), run: () => navigate(newRequestPath) }}
        >
          {t('list.emptyReason')}
        </EmptyState>
      }
      onOpen={open}
      footer={(_, count) => (
        <ScreenFooter>
          <span role="status">{t('list.count', { count: rows?.length ?? 0 })}</span>
          {count}
        </ScreenFooter>
      )}
    />
  )
}
