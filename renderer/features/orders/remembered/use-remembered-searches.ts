import type { mirrorOperations } from '@shared/features/mirror'
import type { OutputOf } from '@shared/ipc/define'
import type { ProfileId } from '@shared/kernel/ids'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { onEvent } from '../../../lib/events'
import { ipc } from '../../../lib/ipc'
import { readAnew } from '../../../lib/read-anew'
import { toastError } from '../../../ui/toasts'

/** Milliseconds after which a search that stays is one that somebody meant. */
const meantAfter = 3000

type Searches = OutputOf<(typeof mirrorOperations)['listSearches']>

const searchesOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['orders', profile, 'searches'] as const,
    queryFn: () => ipc.mirror.listSearches({ profile }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

interface Present {
  /** What is searched for now. */
  readonly typed: string
  /** The order that is open; one that opens says that the search was meant. */
  readonly open: string | undefined
}

/**
 * What was searched for lately, the latest first, and remembering what is searched for now. Where no local copy is kept
 * there is no safe place for it, and nothing is remembered.
 */
export function useRememberedSearches(profile: ProfileId, { typed, open }: Present) {
  const client = useQueryClient()
  const options = searchesOptions(profile)
  const { data } = useQuery(options)
  const keep = (searches: Searches) => client.setQueryData(searchesOptions(profile).queryKey, searches)
  const forget = useMutation({
    mutationFn: (text: string | undefined) =>
      ipc.mirror.forgetSearches({ profile, ...(text === undefined ? {} : { text }) }),
    onSuccess: keep,
    onError: (error) => toastError(error),
  })
  const text = typed.trim()
  const canKeep = data !== undefined
  const latest = data?.searches[0]
  const remember = useEffectEvent(() => {
    if (text === '' || !canKeep || latest === text) return
    // A search that is not remembered is no reason to disturb anybody.
    ipc.mirror.rememberSearch({ profile, text }).then(keep, () => {})
  })
  useEffect(() => {
    if (text === '') return
    const timer = setTimeout(() => remember(), meantAfter)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    if (open !== undefined) remember()
  }, [open])
  useEffect(
    () =>
      onEvent('mirror.kept', ({ profile: of }) => {
        if (of === profile) void readAnew(client, searchesOptions(profile).queryKey)
      }),
    [client, profile],
  )
  return { searches: data?.searches ?? none, forget: forget.mutate }
}

const none: readonly string[] = []
