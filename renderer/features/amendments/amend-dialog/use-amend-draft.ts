import type { Order } from '@shared/api'
import {
  type AmendableField,
  type Amendment,
  amendableGroups,
  type BookingProblem,
  bookingAmendments,
  bookingOfPath,
  bookingProblem,
  type ContactsAdvice,
  type ContactsProblem,
  contactsAdvice,
  contactsProblem,
  type EntryList,
  fieldProblem,
  isInPlace,
  type NewNote,
  type Slot,
  slotPlaces,
} from '@shared/features/amendments'
import { useCallback, useMemo, useState } from 'react'
import { type FieldDraft, isChange, keyOf } from '../../field-form'
import { addedEntry, type DraftGroup, newcomerGroup, newcomerProblem } from './draft-entries'
import {
  changedFields,
  identities,
  isAmong,
  noNote,
  nothing,
  type Typed,
  toAmendment,
  toggled,
  typedValue,
} from './typed-amendment'

/** What the person has typed so far, and what follows from it. */
export interface AmendDraft extends FieldDraft {
  /** Those of the order, and behind them what is added. */
  readonly groups: readonly DraftGroup[]
  readonly amendment: Amendment
  readonly note: NewNote
  /** Of changed fields only: what came from the server may be what it is. */
  readonly hasProblems: boolean
  readonly isEmpty: boolean
  /** What is wrong with a booking as a whole. */
  bookingProblemOf(booking: string): BookingProblem | 'NO_PLACES' | undefined
  readonly contactsProblem: ContactsProblem | undefined
  readonly contactsAdvice: ContactsAdvice | undefined
  /** Whether an entry is to be taken off its list. */
  isRemoved(group: DraftGroup): boolean
  /** Takes an entry off its list, or lets it stay; what was being added goes altogether. */
  toggleRemoved(group: DraftGroup): void
  addEntry(list: EntryList): void
  /** Whether anything of a booking is to change. */
  isChanged(booking: string): boolean
  setNote(note: NewNote): void
  noteOf(booking: string): NewNote
  setBookingNote(booking: string, note: NewNote): void
  /** The slot that a booking has or is to have, as the API offers it now. */
  setSlot(booking: string, slot: Slot | undefined): void
  /** Goes over to the order as it is now; what was typed into something that is not the same any more is let go. */
  follow(before: Order, now: Order): void
}

/** Keeps an amendment of `order` while it is being written. */
export function useAmendDraft(order: Order | undefined): AmendDraft {
  const [typed, setTyped] = useState(nothing)
  const groups = useMemo<readonly DraftGroup[]>(
    () => [...amendableGroups(order), ...typed.newcomers.map(newcomerGroup)],
    [order, typed.newcomers],
  )
  const fields = useMemo(() => changedFields(order, groups, typed), [order, groups, typed])
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
    const newcomer = typed.newcomers.find(({ id }) => id === field.path[1])
    if (newcomer) return newcomerProblem(addedEntry(newcomer, typedValue(typed)), field)
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
  const wrong = contactsProblem(order, amendment)
  return {
    groups,
    amendment,
    note: typed.note,
    contactsProblem: wrong,
    contactsAdvice: contactsAdvice(order, amendment),
    hasProblems:
      wrong !== undefined ||
      fields.some(({ field }) => problemOf(field) !== undefined) ||
      groups.some(({ newcomer, fields: own }) => newcomer && own.some((field) => problemOf(field))) ||
      [...amended.keys()].some((booking) => bookingProblemOf(booking) !== undefined),
    isEmpty:
      fields.length === 0 &&
      amendment.note === undefined &&
      amended.size === 0 &&
      typed.newcomers.length + typed.removed.length === 0,
    valueOf: typedValue(typed),
    isRemoved: ({ entry }) => isAmong(typed.removed, entry),
    toggleRemoved: (group) => change((before) => toggled(order, before, group)),
    addEntry: (list) =>
      change(({ newcomers }) => {
        const last = newcomers.at(-1)?.id.slice('new '.length) ?? '0'
        return { newcomers: [...newcomers, { list, id: `new ${Number(last) + 1}` }] }
      }),
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
      change(({ values, removed }) => ({
        values: new Map([...values].filter(([key]) => was.get(key) === is.get(key))),
        slots: new Map(),
        removed: removed.filter((entry) => isInPlace(now, entry)),
      }))
    },
  }
}
