import { type ContactPage, type ContactRow, toContactRow } from '@shared/features/contacts'
import type { ProfileId } from '@shared/kernel/ids'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { contactListsKey, contactQueries } from '../queries'

/** Keeps the rows of the list true: whenever a contact is read, its row says the same. */
export function useRowUpdates(profile: ProfileId): void {
  const client = useQueryClient()
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return
        const [, , kind, uid] = event.query.queryKey
        if (kind !== 'contact' || typeof uid !== 'string') return
        const { queryKey } = contactQueries.history(profile, uid)
        if (queryKey.some((part, at) => part !== event.query.queryKey[at])) return
        const row = toContactRow(client.getQueryData(queryKey)?.versions[0])
        if (!row) return
        client.setQueriesData<InfiniteData<ContactPage>>(
          { queryKey: contactListsKey(profile) },
          (list) => list && withRow(list, row),
        )
      }),
    [client, profile],
  )
}

/** The same list where no row of it is of this contact. */
function withRow(list: InfiniteData<ContactPage>, row: ContactRow): InfiniteData<ContactPage> {
  const at = list.pages.findIndex(({ rows }) => rows.some(({ uid }) => uid === row.uid))
  if (at < 0) return list
  const pages = list.pages.map((page, index) =>
    index === at ? { ...page, rows: page.rows.map((known) => (known.uid === row.uid ? row : known)) } : page,
  )
  return { ...list, pages }
}
