import type { Contact, Order } from '@shared/api'
import {
  type AmendableField,
  type AmendedField,
  type ContactsProblem,
  contactFields,
  fieldProblem,
  isSameValue,
  valueAt,
} from '@shared/features/amendments'
import { contactDifferences, contactEditProblem, placeOnOrder } from '@shared/features/contacts'
import { diffOrder } from '@shared/features/orders'
import type { ContactUid, OrderReference, ProfileId } from '@shared/kernel/ids'
import { countOf } from '@shared/kernel/tolerant'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ipc } from '../../../lib/ipc'
import {
  type FieldDraft,
  isChange,
  keyOf,
  type Moved,
  type TypedValues,
  toAmended,
  valueIn,
} from '../../field-form'
import { type Followed, seenOf, useFreshOrder, useRecord } from '../../order-action'

/** The change of a contact from the fresh read of it and of the order to its being on record. */
export interface ContactEdit {
  /** Both as last read; absent while one of them is not. */
  readonly read: { readonly order: Order; readonly contact: Contact } | undefined
  /** Where the contact stands on the order; absent where it does not any more. */
  readonly at: number | undefined
  readonly reading: boolean
  readonly fields: readonly AmendableField[]
  readonly draft: FieldDraft
  /** What the person wants. */
  readonly edits: readonly AmendedField[]
  readonly hasProblems: boolean
  readonly problem: ContactsProblem | undefined
  /** Until the person goes on. */
  readonly moved: Moved | undefined
  /** The last attempt, for what comes back to be compared with. */
  readonly sent: { readonly contact: Contact; readonly edits: readonly AmendedField[] } | undefined
  readonly sending: boolean
  readonly error: unknown
  /** True when the error is that of the attempt, not of a read. */
  readonly wasAsked: boolean
  send(): void
  readAgain(): Promise<void>
  /** The person has seen what moved. */
  goOn(): void
}

export function useContactEdit(
  profile: ProfileId,
  reference: OrderReference,
  uid: ContactUid,
  onFollow: (followed: Followed) => void,
): ContactEdit {
  const [values, setValues] = useState<TypedValues>(new Map())
  const [moved, setMoved] = useState<Moved>()
  const [sent, setSent] = useState<ContactEdit['sent']>()
  const fresh = useFreshOrder(profile, reference, 'before-edit-contact')
  const known = useQuery({
    queryKey: ['contacts', profile, 'before-edit-contact', uid],
    queryFn: () => ipc.contacts.getContact({ profile, contact: uid }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const order = fresh.data?.order
  const contact = known.data?.contact
  const fields = useMemo(() => contactFields(contact, []), [contact])
  const edits = useMemo(
    () =>
      fields.flatMap((field) => {
        const wanted = values.get(keyOf(field.path))
        return wanted !== undefined && isChange(field, wanted) ? [toAmended(field, wanted)] : []
      }),
    [fields, values],
  )
  const record = useRecord({
    record: ipc.contacts.editContact,
    onFollow,
    onOrderChanged: () => void readAgain(),
  })
  const readAgain = async () => {
    const [nextOrder, nextContact] = await Promise.all([fresh.refetch(), known.refetch()])
    const [nowOrder, now] = [nextOrder.data?.order, nextContact.data?.contact]
    if (order && contact && nowOrder && now) {
      setMoved({
        changes: [...contactDifferences(contact, now), ...diffOrder(order, nowOrder)],
        conflicts: edits
          .map((edit) => ({ ...edit, now: valueAt(now, edit.path) }))
          .filter(({ seen, now: is }) => !isSameValue(seen, is)),
      })
    }
    record.reset()
  }
  const problemOf = (field: AmendableField) => {
    const wanted = values.get(keyOf(field.path))
    return wanted !== undefined && isChange(field, wanted) ? fieldProblem(field, wanted) : undefined
  }
  const at = placeOnOrder(order, uid)
  const problem = at === undefined ? undefined : contactEditProblem(order, at, edits)
  return {
    read: order && contact ? { order, contact } : undefined,
    at,
    reading: fresh.isFetching || known.isFetching,
    fields,
    draft: {
      valueOf: (field) => valueIn(values, field),
      problemOf,
      setValue: ({ path }, value) => setValues((before) => new Map(before).set(keyOf(path), value ?? '')),
    },
    edits,
    hasProblems: problem !== undefined || fields.some((field) => problemOf(field) !== undefined),
    problem,
    moved,
    sent,
    sending: record.sending,
    error: record.error ?? fresh.error ?? known.error,
    wasAsked: record.wasAsked,
    send: () => {
      if (!order || !contact) return
      setSent({ contact, edits })
      record.send({
        profile,
        order: reference,
        contact: uid,
        fields: edits.map(({ path, ...rest }) => ({ path: [...path], ...rest })),
        seen: { ...seenOf(order), contactVersion: countOf(contact.contact_version) ?? null },
      })
    },
    readAgain,
    goOn: () => setMoved(undefined),
  }
}
