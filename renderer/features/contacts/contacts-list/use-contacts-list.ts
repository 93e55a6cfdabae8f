import { type ContactFilters, type ContactRow, contactMatcher } from '@shared/features/contacts'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { contactQueries } from '../queries'

/**
 * The contacts of one role as far as they are read. The API searches none of what a person knows a contact by, so a search
 * goes through what was read, and through the rest only when a person asks for that: one page at a time, until the end, an
 * error, or a stop.
 */
export function useContactsList(profile: ProfileId, filters: ContactFilters, typed: string) {
  const query = useInfiniteQuery(contactQueries.list(profile, filters))
  const { data, hasNextPage, isFetching, isError, isFetchNextPageError, fetchNextPage } = query
  const [readsAll, setReadsAll] = useState(false)
  const goesOn = readsAll && hasNextPage && !isFetching && !isError
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  const read = useMemo(() => data && withoutRepeats(data.pages.flatMap((page) => page.rows)), [data])
  const rows = useMemo(() => (typed.trim() ? read?.filter(contactMatcher(typed)) : read), [read, typed])
  return {
    query,
    /** What is shown of what is read. */
    rows,
    /** Contacts read so far. */
    read: read?.length ?? 0,
    /** Of the whole set, as the API counts it. */
    total: data?.pages.at(-1)?.total,
    unreadable: data?.pages.reduce((sum, page) => sum + page.unreadable, 0) ?? 0,
    /** Everything there is was read. */
    isWhole: data !== undefined && !hasNextPage,
    readsAll: readsAll && hasNextPage && !isError,
    readAll: () => setReadsAll(true),
    stop: () => setReadsAll(false),
    /** Reads the next page, once at a time; after a failure only when a person asks. */
    loadMore: () => {
      if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
    },
  }
}
export type ContactsListState = ReturnType<typeof useContactsList>

/** A contact that is made while we page pushes the others down, and one of them comes twice. */
function withoutRepeats(rows: readonly ContactRow[]): ContactRow[] {
  const seen = new Set<string>()
  return rows.filter(({ uid }) => !seen.has(uid) && seen.add(uid))
}
