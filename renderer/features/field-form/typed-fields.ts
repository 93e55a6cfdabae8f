import {
  type AmendableField,
  type AmendedField,
  type FieldPath,
  type FieldValue,
  isSameValue,
} from '@shared/features/amendments'

/** What was typed, by {@link keyOf} of the field's path. */
export type TypedValues = ReadonlyMap<string, FieldValue>

export const keyOf = (path: FieldPath) => JSON.stringify(path)
export const pathOf = (key: string): FieldPath => JSON.parse(key)

/** What stands in a field: what was typed, else what was read. */
export const valueIn = (values: TypedValues, { path, value }: AmendableField): FieldValue =>
  values.get(keyOf(path)) ?? value

/** Whether a value is another one than was read. */
export const isChange = ({ value }: AmendableField, wanted: FieldValue): boolean =>
  !isSameValue(trimmed(wanted), value)

export const toAmended = ({ path, value }: AmendableField, wanted: FieldValue): AmendedField => ({
  path,
  seen: value,
  wanted: trimmed(wanted),
})

const trimmed = (value: FieldValue): FieldValue => (typeof value === 'string' ? value.trim() || null : value)
