import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ScreenFooter } from '../../../ui/screen'
import classes from './contacts-list.module.css'
import type { ContactsListState } from './use-contacts-list'

interface ContactsFooterProps {
  readonly list: ContactsListState
  readonly searching: boolean
  /** Says how many are selected. */
  readonly count: ReactNode
}

/** How many of how many, what a search went through, and the way to the rest. */
export function ContactsFooter({ list, searching, count }: ContactsFooterProps) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const { query, rows = [], read, total, isWhole, readsAll, unreadable } = list
  const of = total !== undefined && total > read ? total : read
  const words = { shown: format.count(rows.length), read: format.count(read), total: format.count(of) }
  const place = searching ? (isWhole ? 'footer.foundInAll' : 'footer.foundInRead') : 'footer.read'
  return (
    <ScreenFooter>
      <span role="status">{list.rows ? t(isWhole && !searching ? 'footer.all' : place, words) : null}</span>
      {count}
      {unreadable > 0 ? (
        <span className={classes.warning}>{t('footer.unreadable', { count: unreadable })}</span>
      ) : null}
      {query.isFetchNextPageError ? (
        <Button variant="subtle" color="red" size="compact-xs" onClick={() => void query.fetchNextPage()}>
          {t('footer.moreFailed')}
        </Button>
      ) : null}
      {isWhole || read === 0 ? null : (
        <span className={classes.more}>
          {readsAll ? (
            <Button variant="default" size="compact-xs" onClick={list.stop}>
              {t('footer.stop')}
            </Button>
          ) : (
            <Button variant="subtle" size="compact-xs" onClick={list.readAll}>
              {t(searching ? 'footer.searchRest' : 'footer.readAll', words)}
            </Button>
          )}
        </span>
      )}
    </ScreenFooter>
  )
}
