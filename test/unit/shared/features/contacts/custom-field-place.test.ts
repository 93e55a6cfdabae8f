import { type FieldPath, valueAt } from '@shared/features/amendments'
import { placeInLater } from '@shared/features/contacts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const contact = (...names: string[]) => ({
  contact_custom_fields: names.map((custom_field_name, at) => ({
    custom_field_name,
    custom_field_value: `${custom_field_name} ${names.slice(0, at).filter((one) => one === custom_field_name).length}`,
  })),
})
const path = (at: number): FieldPath => ['contact_custom_fields', at, 'custom_field_value']
const before = contact('Size', 'Diet', 'Size', 'CRM key')

test('a field is followed by its name to another place', () => {
  expect(placeInLater(before, contact('CRM key', 'Size', 'Diet', 'Size'), path(3))).toEqual(path(0))
  expect(placeInLater(before, contact('Diet', 'Size', 'CRM key', 'Size'), path(2))).toEqual(path(3))
})

test('one that is gone stands nowhere, also for whoever looks again later', () => {
  const now = contact('Size', 'CRM key')
  const gone = placeInLater(before, now, path(1))
  expect(valueAt(now, gone)).toBeNull()
  expect(placeInLater(now, contact('Diet'), gone)).toEqual(gone)
  expect(valueAt(now, placeInLater(before, now, path(2)))).toBeNull()
})

test('any other field stays where it is', () => {
  const email: FieldPath = ['contact_email']
  expect(placeInLater(before, contact(), email)).toEqual(email)
})

test('whatever was removed and however they were put, a value is never taken for that of another field', () => {
  const names = fc.array(fc.constantFrom('Size', 'Diet', 'CRM key'), { maxLength: 6 })
  fc.assert(
    fc.property(names, names, fc.nat(5), (first, later, at) => {
      fc.pre(at < first.length)
      const [was, now] = [contact(...first), contact(...later)]
      const value = valueAt(was, path(at))
      const found = valueAt(now, placeInLater(was, now, path(at)))
      const isThere = now.contact_custom_fields.some((one) => one.custom_field_value === value)
      expect(found).toBe(isThere ? value : null)
    }),
  )
})
