import { type AmendableField, type FieldValue, isSameValue, valueAt } from '../amendments'
import { contactFormFields } from './contact-form'

/** A field in which two contacts differ; null where one has none. */
export interface DifferingField extends Pick<AmendableField, 'path' | 'name'> {
  readonly stays: FieldValue
  readonly goes: FieldValue
}

/**
 * In what two contacts differ that a person may change. Custom fields stand in lists of their own, where a place says nothing
 * of the other contact: they are left to the form.
 */
export const differingFieldsOf = (stays: unknown, goes: unknown): DifferingField[] =>
  contactFormFields(stays)
    .filter(({ path }) => path.every((step) => typeof step === 'string'))
    .map(({ path, name, value }) => ({ path, name, stays: value, goes: valueAt(goes, path) }))
    .filter((field) => !isSameValue(field.stays, field.goes))
