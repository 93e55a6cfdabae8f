import type { Order } from '@shared/api'
import {
  type AmendableField,
  type Amendment,
  amendableField,
  amendableGroups,
  entryAt,
  entryMark,
  type FieldPath,
  type FieldValue,
  type NewNote,
  type RemovedEntry,
  type Slot,
} from '@shared/features/amendments'
import { isChange, keyOf, type TypedValues, toAmended, valueIn } from '../../field-form'
import { addedEntry, type DraftGroup, isOfNewcomer, type Newcomer } from './draft-entries'

/** What stands in the form, as it was typed. */
export interface Typed {
  readonly values: TypedValues
  readonly note: NewNote
  readonly bookingNotes: ReadonlyMap<string, NewNote>
  readonly slots: ReadonlyMap<string, Slot | undefined>
  readonly newcomers: readonly Newcomer[]
  readonly removed: readonly RemovedEntry[]
}

/** A note is for ourselves until somebody says otherwise. */
export const noNote: NewNote = { text: '', recipients: ['DISTRIBUTOR'] }
export const nothing: Typed = {
  values: new Map(),
  note: noNote,
  bookingNotes: new Map(),
  slots: new Map(),
  newcomers: [],
  removed: [],
}

export interface ChangedField {
  readonly field: AmendableField
  readonly wanted: FieldValue
}

/** What was typed into fields that the order has and that may be amended. */
export function changedFields(
  order: Order | undefined,
  groups: readonly DraftGroup[],
  { values, newcomers, removed }: Typed,
): readonly ChangedField[] {
  const open = groups.filter(({ locked }) => !locked).flatMap(({ fields }) => fields)
  const byKey = new Map(open.map((field) => [keyOf(field.path), field]))
  return [...values].flatMap(([key, wanted]) => {
    // A kind of tickets that the booking has none of stands in no group.
    const path = JSON.parse(key) as FieldPath
    const isGone = removed.some(({ list, at }) => path[0] === list && path[1] === at)
    if (isGone || isOfNewcomer(path, newcomers)) return []
    const field = byKey.get(key) ?? amendableField(order, path)
    return field && isChange(field, wanted) ? [{ field, wanted }] : []
  })
}

export const typedValue =
  ({ values }: Typed) =>
  (field: AmendableField): FieldValue =>
    valueIn(values, field)

export const isAmong = (removed: readonly RemovedEntry[], entry: DraftGroup['entry']): boolean =>
  removed.some(({ list, at }) => list === entry?.list && at === entry.at)

/** Takes an entry off its list, or lets it stay; what was being added goes, with everything that was typed into it. */
export function toggled(
  order: Order | undefined,
  { values, newcomers, removed }: Typed,
  group: DraftGroup,
): Partial<Typed> {
  const { newcomer, entry } = group
  if (newcomer) {
    return {
      newcomers: newcomers.filter(({ id }) => id !== newcomer.id),
      values: new Map([...values].filter(([key]) => !isOfNewcomer(JSON.parse(key), [newcomer]))),
    }
  }
  if (!entry) return {}
  if (isAmong(removed, entry)) {
    return { removed: removed.filter(({ list, at }) => list !== entry.list || at !== entry.at) }
  }
  return { removed: [...removed, { ...entry, seen: entryMark(entry.list, entryAt(order, entry)) }] }
}

export function toAmendment(fields: readonly ChangedField[], typed: Typed): Amendment {
  const { note, bookingNotes, newcomers, removed } = typed
  const added = newcomers.map((newcomer) => addedEntry(newcomer, typedValue(typed)))
  const text = note.text.trim()
  const notes = [...bookingNotes]
    .map(([booking, one]) => ({ ...one, booking, text: one.text.trim() }))
    .filter((one) => one.text !== '')
  return {
    fields: fields.map(({ field, wanted }) => toAmended(field, wanted)),
    ...(text ? { note: { ...note, text } } : {}),
    ...(notes.length > 0 ? { bookingNotes: notes } : {}),
    ...(added.length > 0 ? { added } : {}),
    ...(removed.length > 0 ? { removed } : {}),
  }
}

/** Which thing each field belongs to: the third contact may be somebody else by now. */
export const identities = (order: Order): ReadonlyMap<string, string> =>
  new Map(
    amendableGroups(order).flatMap(({ key, title, type, locked, fields }) =>
      fields.map(({ path }) => [keyOf(path), JSON.stringify([key, title, type, locked])] as const),
    ),
  )
