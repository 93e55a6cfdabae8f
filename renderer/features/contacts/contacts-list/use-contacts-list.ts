import { type ContactFilters, type ContactRow, contactMatcher } from '@shared/features/contacts'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { usePaced } from '../../../lib/use-paced'
import { contactQueries } from '../queries'

/** Milliseconds from one picture of the rows to the next, while all are read. */
const shownEvery = 1_000

/**
 * The contacts of one role as far as they are read. The API searches none of what a person knows a contact by, so a search
 * goes through what was read, and through the rest only when a person asks for that: one page at a time, until the end, an
 * error, or a stop.
 */
export function useContactsList(profile: ProfileId, filters: ContactFilters, typed: string) {
  const query = useInfiniteQuery(contactQueries.list(profile, filters))
  const { data, hasNextPage, isFetching, isError, isFetchNextPageError, fetchNextPage } = query
  // Asked for of one list: another one begins with its first page.
  const asked = JSON.stringify([profile, filters])
  const [wholeOf, setWholeOf] = useState<string>()
  const readsAll = wholeOf === asked
  const goesOn = readsAll && hasNextPage && !isFetching && !isError
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  // Reading all, a page comes every moment, and tens of thousands of rows take the grid longer than that.
  const paced = usePaced(data, readsAll && hasNextPage && !isError, shownEvery)
  const read = useMemo(() => paced && withoutRepeats(paced.pages.flatMap((page) => page.rows)), [paced])
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
    readAll: () => setWholeOf(asked),
    stop: () => setWholeOf(undefined),
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
