import {
  type AddedEntry,
  type AmendableField,
  type AmendableGroup,
  type AmendableSection,
  type EntryList,
  type FieldPath,
  type FieldProblem,
  type FieldValue,
  newEntryFields,
  newEntryProblems,
} from '@shared/features/amendments'

/** An entry that the person adds. Its fields are typed like all others, under a place of its own. */
export interface Newcomer {
  readonly list: EntryList
  /** In place of a position, such as "new 1". */
  readonly id: string
}

/** A group of fields; `newcomer` of one that is not in the order yet. */
export interface DraftGroup extends AmendableGroup {
  readonly newcomer?: Newcomer
}

/** The section of the form in which entries of a list stand. */
export const sectionOf: Readonly<Record<EntryList, AmendableSection>> = {
  order_contacts: 'contact',
  order_custom_fields: 'customField',
  order_flags: 'flag',
}

export const newcomerGroup = (newcomer: Newcomer): DraftGroup => ({
  key: `${newcomer.list} ${newcomer.id}`,
  section: sectionOf[newcomer.list],
  title: undefined,
  locked: false,
  newcomer,
  fields: newEntryFields(newcomer.list).map((field) => ({
    ...field,
    path: [newcomer.list, newcomer.id, field.name],
  })),
})

/** Whether a path is that of a field of an entry that is not in the order yet. */
export const isOfNewcomer = ([, id]: FieldPath, newcomers: readonly Newcomer[]): boolean =>
  newcomers.some((newcomer) => newcomer.id === id)

/** What is added, without what was left empty. */
export const addedEntry = (newcomer: Newcomer, read: (field: AmendableField) => FieldValue): AddedEntry => ({
  list: newcomer.list,
  values: Object.fromEntries(
    newcomerGroup(newcomer).fields.flatMap((field) => {
      const value = String(read(field) ?? '').trim()
      return value === '' ? [] : [[field.name, value]]
    }),
  ),
})

/** What is wrong with a field of an entry that is added. */
export function newcomerProblem(entry: AddedEntry, { name }: AmendableField): FieldProblem | undefined {
  const problem = newEntryProblems(entry).get(name)
  return problem === 'UNKNOWN' ? undefined : problem
}
