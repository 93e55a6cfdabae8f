import type { Order } from '@shared/api'
import {
  type Amendment,
  type amendmentsOperations,
  isSameValue,
  type PriceSwitches,
  valueAt,
} from '@shared/features/amendments'
import { diffOrder } from '@shared/features/orders'
import type { InputOf } from '@shared/ipc/define'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useMemo, useState } from 'react'
import { ipc } from '../../../lib/ipc'
import type { Moved } from '../../field-form'
import { type Followed, seenOf, useFreshOrder, useRecord } from '../../order-action'
import { type AmendDraft, useAmendDraft } from './use-amend-draft'

type AmendRequest = Omit<
  InputOf<(typeof amendmentsOperations)['amendOrder']>,
  'ticketsTo' | 'switches' | 'forecast'
>

/** What is chosen when it is confirmed. */
export interface AmendChoices {
  /** Address that the tickets are mailed to; absent for no mail. */
  readonly ticketsTo: string | undefined
  readonly switches: PriceSwitches | undefined
  /** Total that a preview has shown. */
  readonly forecast: string | undefined
}

/** An amendment from the fresh read of the order to its being on record. */
export interface Amending {
  /** As last read. */
  readonly order: Order | undefined
  readonly reading: boolean
  readonly draft: AmendDraft
  /** Until the person goes on. */
  readonly moved: Moved | undefined
  /** The last attempt, for what comes back to be compared with. */
  readonly sent: { readonly order: Order; readonly amendment: Amendment } | undefined
  readonly sending: boolean
  readonly error: unknown
  /** True when the error is that of the attempt, not of the read. */
  readonly wasAsked: boolean
  /** What is asked for, as main takes it; absent until the order was read. */
  readonly request: AmendRequest | undefined
  send(choices: AmendChoices): void
  readAgain(): Promise<void>
  /** The person has seen what moved. */
  goOn(): void
}

export function useAmending(
  profile: ProfileId,
  reference: OrderReference,
  onFollow: (followed: Followed) => void,
): Amending {
  const [moved, setMoved] = useState<Moved>()
  const [sent, setSent] = useState<Amending['sent']>()
  const fresh = useFreshOrder(profile, reference, 'before-amend-order')
  const order = fresh.data?.order
  const draft = useAmendDraft(order)
  const amend = useRecord({
    record: ipc.amendments.amendOrder,
    onFollow,
    onOrderChanged: () => void readAgain(),
  })
  const readAgain = async () => {
    const before = order
    const { data } = await fresh.refetch()
    if (!data) return
    if (before) {
      draft.follow(before, data.order)
      const conflicts = draft.amendment.fields
        .map((field) => ({ ...field, now: valueAt(data.order, field.path) }))
        .filter(({ seen, now }) => !isSameValue(seen, now))
      setMoved({ changes: diffOrder(before, data.order), conflicts })
    }
    amend.reset()
  }
  const request = useMemo(
    () => order && toRequest(profile, reference, order, draft.amendment),
    [profile, reference, order, draft.amendment],
  )
  return {
    order,
    reading: fresh.isFetching,
    draft,
    moved,
    sent,
    sending: amend.sending,
    error: amend.error ?? fresh.error,
    wasAsked: amend.wasAsked,
    request,
    send: ({ ticketsTo, switches, forecast }) => {
      if (!order || !request) return
      setSent({ order, amendment: draft.amendment })
      amend.send({
        ...request,
        ...(ticketsTo === undefined ? {} : { ticketsTo }),
        ...(switches === undefined ? {} : { switches }),
        ...(forecast === undefined ? {} : { forecast }),
      })
    },
    readAgain,
    goOn: () => setMoved(undefined),
  }
}

function toRequest(
  profile: ProfileId,
  reference: OrderReference,
  order: Order,
  { fields, note, bookingNotes, added, removed }: Amendment,
): AmendRequest {
  return {
    profile,
    order: reference,
    fields: fields.map(({ path, ...values }) => ({ path: [...path], ...values })),
    ...(note ? { note } : {}),
    ...(bookingNotes ? { bookingNotes: [...bookingNotes] } : {}),
    ...(added ? { added: [...added] } : {}),
    ...(removed ? { removed: [...removed] } : {}),
    seen: seenOf(order),
  }
}
