import type { Order } from '@shared/api'
import { type AmendedField, type Amendment, type FieldValue, valueAt } from '@shared/features/amendments'
import { diffOrder, type OrderChange } from '@shared/features/orders'
import { type OperationId, type OrderReference, operationIdSchema, type ProfileId } from '@shared/kernel/ids'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ipc } from '../../../lib/ipc'
import { toAppError } from '../../../lib/present-error'
import { type AmendDraft, useAmendDraft } from './use-amend-draft'

/** The operation that is followed: the one just asked for, or one that was before and is not settled. */
export interface Followed {
  readonly id: OperationId
  readonly earlier: boolean
}

/** What somebody else did to the order between two of our reads. */
export interface Moved {
  readonly changes: readonly OrderChange[]
  /** Fields that the person changes as well: what they saw, what they want, and what it is now. */
  readonly conflicts: readonly (AmendedField & { readonly now: FieldValue })[]
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
  /** @param ticketsTo address that the tickets are mailed to; absent for no mail */
  send(ticketsTo: string | undefined): void
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
  const fresh = useQuery({
    queryKey: ['orders', profile, 'before-amending', reference],
    queryFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
    gcTime: 0,
    // What the person decides on does not move under their eyes; main compares it with the order once more.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const order = fresh.data?.order
  const draft = useAmendDraft(order)
  const amend = useMutation({
    mutationFn: ipc.amendments.amendOrder,
    onSuccess: ({ operations: [id] }) => id && onFollow({ id, earlier: false }),
    onError: (error) => {
      const { code, params } = toAppError(error)
      const id = operationIdSchema.safeParse(params?.operation).data
      if (code === 'ALREADY_IN_PROGRESS' && id) onFollow({ id, earlier: true })
      if (code === 'ORDER_CHANGED') void readAgain()
    },
  })
  const readAgain = async () => {
    const before = order
    const { data } = await fresh.refetch()
    if (!data) return
    if (before) {
      draft.follow(before, data.order)
      const conflicts = draft.amendment.fields
        .map((field) => ({ ...field, now: valueAt(data.order, field.path) }))
        .filter(({ seen, now }) => seen !== now)
      setMoved({ changes: diffOrder(before, data.order), conflicts })
    }
    amend.reset()
  }
  return {
    order,
    reading: fresh.isFetching,
    draft,
    moved,
    sent,
    sending: amend.isPending || amend.isSuccess,
    error: amend.error ?? fresh.error,
    wasAsked: amend.isError,
    send: (ticketsTo) => {
      if (!order || amend.isPending) return
      const { fields, note } = draft.amendment
      const total = order.order_pricing?.price_total
      setSent({ order, amendment: draft.amendment })
      amend.mutate({
        profile,
        order: reference,
        fields: fields.map(({ path, ...values }) => ({ path: [...path], ...values })),
        ...(note ? { note } : {}),
        ...(ticketsTo === undefined ? {} : { ticketsTo }),
        seen: { orderVersion: order.order_version ?? null, priceTotal: total == null ? null : String(total) },
      })
    },
    readAgain,
    goOn: () => setMoved(undefined),
  }
}
