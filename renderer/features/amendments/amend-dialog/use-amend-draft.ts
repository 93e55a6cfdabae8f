import type { Order } from '@shared/api'
import {
  type AmendableField,
  type AmendableGroup,
  type Amendment,
  amendableGroups,
  type FieldPath,
  type FieldProblem,
  type FieldValue,
  fieldProblem,
  type NewNote,
} from '@shared/features/amendments'
import { useMemo, useState } from 'react'

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
  setValue(field: AmendableField, value: FieldValue): void
  setNote(note: NewNote): void
  /** Goes over to the order as it is now; what was typed into something that is not the same any more is let go. */
  follow(before: Order, now: Order): void
}

type Typed = ReadonlyMap<string, FieldValue>

const keyOf = (path: FieldPath) => JSON.stringify(path)
/** A note is for ourselves until somebody says otherwise. */
const noNote: NewNote = { text: '', recipients: ['DISTRIBUTOR'] }

/** Keeps an amendment of `order` while it is being written. */
export function useAmendDraft(order: Order | undefined): AmendDraft {
  const [typed, setTyped] = useState<Typed>(new Map())
  const [note, setNote] = useState(noNote)
  const groups = useMemo(() => amendableGroups(order), [order])
  const amendment = useMemo((): Amendment => {
    const fields = openFields(groups).flatMap(({ path, value }) => {
      const wanted = typed.get(keyOf(path))
      return wanted === undefined || trimmed(wanted) === value
        ? []
        : [{ path, seen: value, wanted: trimmed(wanted) }]
    })
    const text = note.text.trim()
    return { fields, ...(text ? { note: { ...note, text } } : {}) }
  }, [groups, typed, note])
  const problemOf = (field: AmendableField) => {
    const wanted = typed.get(keyOf(field.path))
    const isChanged = wanted !== undefined && trimmed(wanted) !== field.value
    return isChanged ? fieldProblem(field, wanted) : undefined
  }
  return {
    groups,
    amendment,
    note,
    hasProblems: openFields(groups).some((field) => problemOf(field) !== undefined),
    isEmpty: amendment.fields.length === 0 && amendment.note === undefined,
    valueOf: ({ path, value }) => typed.get(keyOf(path)) ?? value,
    problemOf,
    setValue: ({ path }, value) => setTyped(new Map(typed).set(keyOf(path), value ?? '')),
    setNote,
    follow: (before, now) => {
      const [was, is] = [identities(before), identities(now)]
      setTyped(new Map([...typed].filter(([key]) => was.get(key) === is.get(key))))
    },
  }
}

const openFields = (groups: readonly AmendableGroup[]): readonly AmendableField[] =>
  groups.filter(({ locked }) => !locked).flatMap(({ fields }) => fields)

/** Which thing each field belongs to: the third contact may be somebody else by now. */
const identities = (order: Order): ReadonlyMap<string, string> =>
  new Map(
    amendableGroups(order).flatMap(({ key, title, type, locked, fields }) =>
      fields.map(({ path }) => [keyOf(path), JSON.stringify([key, title, type, locked])] as const),
    ),
  )

const trimmed = (value: FieldValue): FieldValue => (typeof value === 'string' ? value.trim() || null : value)
