import { type ContactUid, contactKey, type ProfileId } from '@shared/kernel/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { onEvent } from '../../../lib/events'
import { readAnew } from '../../../lib/read-anew'
import { contactQueries } from '../queries'

/** Milliseconds in which news is gathered: one operation is recorded, sent and done within a moment. */
const gathered = 300

/**
 * Reads a contact and its orders again when the journal has news of them, from whatever window or page: it names a contact
 * that was changed by itself, and the orders that one was changed or brought along on.
 * @param orders references of the contact's orders, as far as they are known
 */
export function useJournalFollow(profile: ProfileId, uid: ContactUid, orders: readonly string[]): void {
  const client = useQueryClient()
  const isOwn = useEffectEvent(
    (reference: string) => reference === contactKey(uid) || orders.includes(reference),
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onEvent('journal.changed', ({ orderReferences }) => {
      if (!orderReferences.some((reference) => isOwn(reference))) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        void readAnew(client, contactQueries.history(profile, uid).queryKey)
        void readAnew(client, contactOrdersKey(profile, uid))
      }, gathered)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [client, profile, uid])
}

/** What begins the keys of a contact's orders. */
export const contactOrdersKey = (profile: ProfileId, uid: ContactUid) =>
  ['orders', profile, 'of-contact', uid] as const
