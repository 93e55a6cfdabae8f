import { Anchor } from '@mantine/core'
import type { ContactRow } from '@shared/features/contacts'
import type { Profile } from '@shared/features/profiles'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { DataGridHandle } from '../../../grid/data-grid-handle'
import { useFocusAtEnd } from '../../../lib/use-focus-at-end'
import { EmptyState } from '../../../ui/empty-state'
import { ScreenTitle } from '../../../ui/screen'
import { ListScreen, useReturnToRow } from '../../list-screen'
import { contactPath, doublesPath, newContactPath } from '../contact-paths'
import { ContactFiltersBar } from './contact-filters'
import { ContactSearch } from './contact-search'
import { ContactsFooter } from './contacts-footer'
import { useContactColumns } from './use-contact-columns'
import { useContactFilters } from './use-contact-filters'
import { useContactsList } from './use-contacts-list'
import { useRowUpdates } from './use-row-updates'

interface ContactsListProps {
  readonly profile: Profile
  /** The page of a contact lies over it. */
  readonly isCovered: boolean
}

const uidOf = ({ uid }: ContactRow) => uid

/** The contacts of the contacts module, one role at a time, in the API's order. */
export function ContactsList({ profile: { id: profile }, isCovered }: ContactsListProps) {
  const { t } = useTranslation('contacts')
  const [, navigate] = useLocation()
  const { filters, setFilters } = useContactFilters(profile)
  const [typed, setTyped] = useState('')
  const columns = useContactColumns()
  const list = useContactsList(profile, filters, typed)
  useRowUpdates(profile)
  const grid = useRef<DataGridHandle>(null)
  const leaveBy = useReturnToRow(grid, isCovered)
  const search = useRef<HTMLInputElement>(null)
  useFocusAtEnd(list.readsAll, search)
  /** Buttons where there are no rows go with the first ones: the keyboard goes on in the search. */
  const fromSearch = (act: () => void) => () => {
    search.current?.focus()
    act()
  }
  const isOfAccount = filters.resellerId !== undefined || filters.distributorId !== undefined
  const searching = typed.trim() !== ''
  const open = useCallback(
    (row: ContactRow) => {
      leaveBy(row.uid)
      navigate(contactPath(row.uid))
    },
    [leaveBy, navigate],
  )

  return (
    <ListScreen
      profile={profile}
      id="contacts"
      label={t('list.title')}
      grid={grid}
      header={
        <>
          <ScreenTitle>{t('list.title')}</ScreenTitle>
          <ContactSearch
            input={search}
            typed={typed}
            onSearch={setTyped}
            onLeave={() => grid.current?.moveFocus(1)}
            enabled={!isCovered}
          />
          <ContactFiltersBar filters={filters} onChange={setFilters} />
          <Anchor component={Link} href={doublesPath} size="sm">
            {t('doubles.open')}
          </Anchor>
          <Anchor component={Link} href={newContactPath} size="sm">
            {t('new.open')}
          </Anchor>
        </>
      }
      columns={columns}
      rows={list.rows}
      rowKey={uidOf}
      query={list.query}
      onRefresh={() => void list.query.refetch()}
      empty={
        searching ? (
          <EmptyState
            title={t('list.notFound')}
            {...(!list.isWhole && { action: { label: t('list.searchRest'), run: fromSearch(list.readAll) } })}
          >
            {t('list.notFoundReason', { count: list.read })}
          </EmptyState>
        ) : isOfAccount ? (
          <EmptyState
            title={t('list.empty')}
            action={{
              label: t('list.allAccounts'),
              run: fromSearch(() => setFilters({ type: filters.type })),
            }}
          >
            {t('list.emptyAccount')}
          </EmptyState>
        ) : (
          <EmptyState title={t('list.empty')}>{t('list.emptyReason')}</EmptyState>
        )
      }
      onOpen={open}
      // A search that finds little would read page after page by itself: that is for a person to ask for.
      onNearEnd={searching ? undefined : list.loadMore}
      footer={(_, count) => <ContactsFooter list={list} searching={searching} count={count} />}
    />
  )
}
