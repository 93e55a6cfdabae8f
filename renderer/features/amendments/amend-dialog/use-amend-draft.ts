import type { Order } from '@shared/api'
import {
  type AmendableField,
  type AmendableGroup,
  type Amendment,
  amendableField,
  amendableGroups,
  type BookingProblem,
  bookingAmendments,
  bookingOfPath,
  bookingProblem,
  type FieldPath,
  type FieldProblem,
  type FieldValue,
  fieldProblem,
  isSameValue,
  type NewNote,
  type Slot,
  slotPlaces,
} from '@shared/features/amendments'
import { useCallback, useMemo, useState } from 'react'

/** What the person has typed so far, and what follows from it. */
export interface AmendDraft {
  readonly groups: readonly AmendableGroup[]
  readonly amendment: Amendment
  readonly note: NewNote
  /** Of changed fields only: what came from the server may be what it is. */
  readonly hasProblems: boolean
  readonly isEmpty: boolean
  valueOf(field: AmendableField): FieldValue
  problemOf(field: AmendableField): FieldProblem | undefined
  /** What is wrong with a booking as a whole. */
  bookingProblemOf(booking: string): BookingProblem | 'NO_PLACES' | undefined
  /** Whether anything of a booking is to change. */
  isChanged(booking: string): boolean
  setValue(field: AmendableField, value: FieldValue): void
  setNote(note: NewNote): void
  noteOf(booking: string): NewNote
  setBookingNote(booking: string, note: NewNote): void
  /** The slot that a booking has or is to have, as the API offers it now. */
  setSlot(booking: string, slot: Slot | undefined): void
  /** Goes over to the order as it is now; what was typed into something that is not the same any more is let go. */
  follow(before: Order, now: Order): void
}

interface Typed {
  readonly values: ReadonlyMap<string, FieldValue>
  readonly note: NewNote
  readonly bookingNotes: ReadonlyMap<string, NewNote>
  readonly slots: ReadonlyMap<string, Slot | undefined>
}

const keyOf = (path: FieldPath) => JSON.stringify(path)
/** A note is for ourselves until somebody says otherwise. */
const noNote: NewNote = { text: '', recipients: ['DISTRIBUTOR'] }
const nothing: Typed = { values: new Map(), note: noNote, bookingNotes: new Map(), slots: new Map() }

/** Keeps an amendment of `order` while it is being written. */
export function useAmendDraft(order: Order | undefined): AmendDraft {
  const [typed, setTyped] = useState(nothing)
  const groups = useMemo(() => amendableGroups(order), [order])
  const fields = useMemo(() => changedFields(order, groups, typed.values), [order, groups, typed.values])
  const amendment = useMemo(() => toAmendment(fields, typed), [fields, typed])
  const amended = useMemo(() => bookingAmendments(amendment), [amendment])
  const change = (next: (typed: Typed) => Partial<Typed>) =>
    setTyped((before) => ({ ...before, ...next(before) }))
  const setSlot = useCallback(
    (booking: string, slot: Slot | undefined) =>
      setTyped((before) => ({ ...before, slots: new Map(before.slots).set(booking, slot) })),
    [],
  )
  const problemOf = (field: AmendableField) => {
    const wanted = typed.values.get(keyOf(field.path))
    return wanted !== undefined && isChange(field, wanted) ? fieldProblem(field, wanted) : undefined
  }
  const bookingProblemOf = (booking: string) => {
    const own = fields.filter(({ field }) => bookingOfPath(field.path) === booking)
    if (!amended.has(booking) || own.some(({ field }) => problemOf(field))) return undefined
    const slot = typed.slots.get(booking)
    const short = slot && slotPlaces(order, amendment, booking, slot).state === 'short'
    return bookingProblem(order, amendment, booking) ?? (short ? 'NO_PLACES' : undefined)
  }
  return {
    groups,
    amendment,
    note: typed.note,
    hasProblems:
      fields.some(({ field }) => problemOf(field) !== undefined) ||
      [...amended.keys()].some((booking) => bookingProblemOf(booking) !== undefined),
    isEmpty: fields.length === 0 && amendment.note === undefined && amended.size === 0,
    valueOf: ({ path, value }) => typed.values.get(keyOf(path)) ?? value,
    problemOf,
    bookingProblemOf,
    isChanged: (booking) => amended.has(booking),
    setValue: ({ path }, value) =>
      change(({ values }) => ({ values: new Map(values).set(keyOf(path), value ?? '') })),
    setNote: (note) => change(() => ({ note })),
    noteOf: (booking) => typed.bookingNotes.get(booking) ?? noNote,
    setBookingNote: (booking, note) =>
      change(({ bookingNotes }) => ({ bookingNotes: new Map(bookingNotes).set(booking, note) })),
    setSlot,
    follow: (before, now) => {
      const [was, is] = [identities(before), identities(now)]
      change(({ values }) => ({
        values: new Map([...values].filter(([key]) => was.get(key) === is.get(key))),
        slots: new Map(),
      }))
    },
  }
}

interface ChangedField {
  readonly field: AmendableField
  readonly wanted: FieldValue
}

/** What was typed into fields that the order has and that may be amended. */
function changedFields(
  order: Order | undefined,
  groups: readonly AmendableGroup[],
  values: Typed['values'],
): readonly ChangedField[] {
  const open = groups.filter(({ locked }) => !locked).flatMap(({ fields }) => fields)
  const byKey = new Map(open.map((field) => [keyOf(field.path), field]))
  return [...values].flatMap(([key, wanted]) => {
    // A kind of tickets that the booking has none of stands in no group.
    const field = byKey.get(key) ?? amendableField(order, JSON.parse(key) as FieldPath)
    return field && isChange(field, wanted) ? [{ field, wanted }] : []
  })
}

function toAmendment(fields: readonly ChangedField[], { note, bookingNotes }: Typed): Amendment {
  const text = note.text.trim()
  const notes = [...bookingNotes]
    .map(([booking, one]) => ({ ...one, booking, text: one.text.trim() }))
    .filter((one) => one.text !== '')
  return {
    fields: fields.map(({ field: { path, value }, wanted }) => ({
      path,
      seen: value,
      wanted: trimmed(wanted),
    })),
    ...(text ? { note: { ...note, text } } : {}),
    ...(notes.length > 0 ? { bookingNotes: notes } : {}),
  }
}

const isChange = ({ value }: AmendableField, wanted: FieldValue): boolean =>
  !isSameValue(trimmed(wanted), value)

/** Which thing each field belongs to: the third contact may be somebody else by now. */
const identities = (order: Order): ReadonlyMap<string, string> =>
  new Map(
    amendableGroups(order).flatMap(({ key, title, type, locked, fields }) =>
      fields.map(({ path }) => [keyOf(path), JSON.stringify([key, title, type, locked])] as const),
    ),
  )

const trimmed = (value: FieldValue): FieldValue => (typeof value === 'string' ? value.trim() || null : value)
