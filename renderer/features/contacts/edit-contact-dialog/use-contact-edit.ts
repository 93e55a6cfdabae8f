import type { Contact, Order } from '@shared/api'
import {
  type AmendableField,
  type AmendedField,
  type ContactsProblem,
  contactFields,
  type FieldPath,
  fieldProblem,
  isSameValue,
  valueAt,
} from '@shared/features/amendments'
import {
  contactAdvice,
  contactDifferences,
  contactEditProblem,
  contactFieldProblem,
  contactFormFields,
  type contactsOperations,
  placeInLater,
  placeOnOrder,
} from '@shared/features/contacts'
import { diffOrder } from '@shared/features/orders'
import type { InputOf } from '@shared/ipc/define'
import type { ContactUid, OrderReference, ProfileId } from '@shared/kernel/ids'
import { countOf } from '@shared/kernel/tolerant'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import { ipc } from '../../../lib/ipc'
import {
  type FieldDraft,
  isChange,
  keyOf,
  type Moved,
  pathOf,
  type TypedValues,
  toAmended,
  valueIn,
} from '../../field-form'
import { type Followed, seenOf, useFreshOrder, useRecord } from '../../order-action'

/** What somebody else changed of the contact, and of the order that it is on. */
interface MovedContact extends Moved {
  /** Which of them it was; `either` where nothing of it can be shown. */
  readonly thing: 'contact' | 'order' | 'both' | 'either'
}

/** The change of a contact from the fresh read of it and of the order to its being on record. */
export interface ContactEdit {
  /** Both as last read; absent while one of them is not. */
  readonly read: { readonly order: Order | undefined; readonly contact: Contact } | undefined
  /** It is edited by itself, or still on the order. */
  readonly isThere: boolean
  /** Where the contact stands on the order; absent where it does not, or where there is no order. */
  readonly at: number | undefined
  readonly reading: boolean
  readonly fields: readonly AmendableField[]
  readonly draft: FieldDraft
  /** What the person wants. */
  readonly edits: readonly AmendedField[]
  /** The person wrote something that is not sent. */
  readonly isUnsaved: boolean
  readonly hasProblems: boolean
  readonly problem: ContactsProblem | undefined
  /** Until the person goes on. */
  readonly moved: MovedContact | undefined
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
  /** The person lets go of their own value of a field. */
  takeTheirs(path: FieldPath): void
}

/** What is asked for: on an order, or by itself. */
interface Recording {
  readonly common: Pick<
    InputOf<(typeof contactsOperations)['updateContact']>,
    'profile' | 'contact' | 'fields'
  >
  readonly order: { readonly reference: OrderReference; readonly document: Order } | undefined
  readonly version: number | null
}

/** What is changed, and what is typed to begin with. */
interface Editing {
  readonly profile: ProfileId
  readonly reference: OrderReference | undefined
  readonly contact: ContactUid
  readonly begin: TypedValues | undefined
}

export function useContactEdit(
  { profile, reference, contact: uid, begin }: Editing,
  onFollow: (followed: Followed) => void,
): ContactEdit {
  const [begun] = useState<TypedValues>(begin ?? new Map())
  const [values, setValues] = useState(begun)
  const [moved, setMoved] = useState<MovedContact>()
  const [sent, setSent] = useState<ContactEdit['sent']>()
  const fresh = useFreshOrder(profile, reference, 'before-edit-contact')
  const { t } = useTranslation('contacts')
  const known = useQuery({
    queryKey: ['contacts', profile, 'before-edit-contact', uid],
    queryFn: () => ipc.contacts.getContact({ profile, contact: uid }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const order = fresh.data?.order
  const contact = known.data?.contact
  const fields = useMemo(
    () => (reference === undefined ? contactFormFields(contact) : contactFields(contact, [])),
    [reference, contact],
  )
  const edits = useMemo(
    () =>
      fields.flatMap((field) => {
        const wanted = values.get(keyOf(field.path))
        return wanted !== undefined && isChange(field, wanted) ? [toAmended(field, wanted)] : []
      }),
    [fields, values],
  )
  const record = useRecord({
    record: (edit: Recording) =>
      edit.order === undefined
        ? ipc.contacts.updateContact({ ...edit.common, seen: { contactVersion: edit.version } })
        : ipc.contacts.editContact({
            ...edit.common,
            order: edit.order.reference,
            seen: { ...seenOf(edit.order.document), contactVersion: edit.version },
          }),
    onFollow,
    onOrderChanged: () => void readAgain(),
  })
  const nameOf = (path: FieldPath) => fields.find((field) => keyOf(field.path) === keyOf(path))?.name
  const readAgain = async () => {
    const [nextOrder, nextContact] = await Promise.all([
      reference === undefined ? undefined : fresh.refetch(),
      known.refetch(),
    ])
    const [nowOrder, now] = [nextOrder?.data?.order, nextContact.data?.contact]
    if (contact && now && (reference === undefined || (order && nowOrder))) {
      const ofContact = contactDifferences(contact, now)
      const ofOrder = order && nowOrder ? diffOrder(order, nowOrder) : []
      setMoved({
        thing: thingOf(ofContact.length, reference === undefined ? undefined : ofOrder.length),
        changes: [...ofContact, ...ofOrder],
        conflicts: edits
          .map((edit) => {
            const path = placeInLater(contact, now, edit.path)
            return { ...edit, path, now: valueAt(now, path), name: nameOf(edit.path) }
          })
          .filter(({ seen, now: is }) => !isSameValue(seen, is)),
      })
      const moved = (key: string) => keyOf(placeInLater(contact, now, pathOf(key)))
      setValues((before) => new Map([...before].map(([key, value]) => [moved(key), value])))
    }
    record.reset()
  }
  const check = reference === undefined ? contactFieldProblem : fieldProblem
  const problemOf = (field: AmendableField) => {
    const wanted = values.get(keyOf(field.path))
    return wanted !== undefined && isChange(field, wanted) ? check(field, wanted) : undefined
  }
  const at = placeOnOrder(order, uid)
  const problem = at === undefined ? undefined : contactEditProblem(order, at, edits)
  return {
    read: contact && (order || reference === undefined) ? { order, contact } : undefined,
    isThere: reference === undefined || at !== undefined,
    at,
    reading: fresh.isFetching || known.isFetching,
    fields,
    draft: {
      valueOf: (field) => valueIn(values, field),
      problemOf,
      adviceOf: (field) => {
        const country = fields.find(({ name }) => name === 'country_code')
        const advice = contactAdvice(field, valueIn(values, field), {
          country: country && String(valueIn(values, country) ?? ''),
          today: Temporal.Now.plainDateISO().toString(),
        })
        return advice && t(`advice.${advice.code}`, { instead: advice.instead })
      },
      setValue: ({ path }, value) => setValues((before) => new Map(before).set(keyOf(path), value ?? '')),
    },
    edits,
    isUnsaved: values !== begun && edits.length > 0,
    hasProblems: problem !== undefined || fields.some((field) => problemOf(field) !== undefined),
    problem,
    moved,
    sent,
    sending: record.sending,
    error: record.error ?? fresh.error ?? known.error,
    wasAsked: record.wasAsked,
    send: () => {
      if (!contact || (reference !== undefined && !order)) return
      setSent({ contact, edits })
      record.send({
        common: {
          ...{ profile, contact: uid },
          fields: edits.map(({ path, ...rest }) => ({ path: [...path], ...rest })),
        },
        order: reference !== undefined && order ? { reference, document: order } : undefined,
        version: countOf(contact.contact_version) ?? null,
      })
    },
    readAgain,
    goOn: () => setMoved(undefined),
    takeTheirs: (path) => {
      setValues((before) => new Map([...before].filter(([key]) => key !== keyOf(path))))
      setMoved(
        (before) =>
          before && {
            ...before,
            conflicts: before.conflicts.filter((conflict) => keyOf(conflict.path) !== keyOf(path)),
          },
      )
    },
  }
}

/** @param ofOrder changes of the order; absent where there is none */
function thingOf(ofContact: number, ofOrder: number | undefined): MovedContact['thing'] {
  if (ofOrder === undefined) return 'contact'
  if (ofOrder === 0) return ofContact === 0 ? 'either' : 'contact'
  return ofContact === 0 ? 'order' : 'both'
}
