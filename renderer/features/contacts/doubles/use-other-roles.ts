import { contactTypes } from '@shared/features/amendments'
import type { ContactFilters, ContactRow } from '@shared/features/contacts'
import type { ProfileId } from '@shared/kernel/ids'
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { contactQueries } from '../queries'

type Pages = InfiniteData<{ readonly rows: readonly ContactRow[] }>
const rowsIn = (list: Pages | undefined) => list?.pages.flatMap(({ rows }) => rows) ?? []

/**
 * Contacts of the other roles, each read to its end one after the other, as the API lists one role at a time. What was read
 * of Contacts is not read again.
 * @param isOn they are wanted; else what is going on stops after its page
 */
export function useOtherRoles(profile: ProfileId, filters: ContactFilters, isOn: boolean) {
  const client = useQueryClient()
  const own = filters.type ?? 'CONTACT'
  const roles = useMemo(() => contactTypes.filter((type) => type !== own), [own])
  const [through, setThrough] = useState(0)
  const role = roles[through]
  const query = useInfiniteQuery({
    ...contactQueries.list(profile, { ...filters, type: role ?? own }),
    enabled: isOn && role !== undefined,
  })
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  const isAtRest = isOn && role !== undefined && data !== undefined && !isFetching && !isError
  useEffect(() => {
    if (!isAtRest) return
    if (hasNextPage) void fetchNextPage()
    else setThrough((before) => before + 1)
  }, [isAtRest, hasNextPage, fetchNextPage])
  const rows = useMemo(
    () =>
      roles
        .slice(0, through)
        .flatMap((type) =>
          rowsIn(client.getQueryData(contactQueries.list(profile, { ...filters, type }).queryKey)),
        ),
    [client, profile, filters, roles, through],
  )
  return {
    /** Of all roles that were read to their end. */
    rows,
    /** With those of the role that is being read. */
    read: rows.length + (role === undefined ? 0 : rowsIn(data).length),
    /** Roles that were read to their end, of how many. */
    through,
    roles: roles.length,
    isWhole: role === undefined,
    error: isOn && role !== undefined ? query.error : null,
    retry: () => void (data ? fetchNextPage() : query.refetch()),
  }
}
