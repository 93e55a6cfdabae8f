import type { LeftField } from '@shared/features/privacy'
import { expect, test } from 'vitest'
import { groupedLeft, remedyOf } from '../../../../../renderer/features/privacy/request-page/whom-to-ask'

test('a personal field that was kept is erased once more, in an earlier version of an order too', () => {
  expect(remedyOf('order', { how: 'kept' })).toBe('again')
  expect(remedyOf('contact', { how: 'kept' })).toBe('again')
  expect(remedyOf('order', { how: 'kept', version: 2 })).toBe('again')
})

test('what an earlier revision of a contact holds is out of reach of every call, so the vendor is asked (rules 190, 198)', () => {
  expect(remedyOf('contact', { how: 'kept', version: 2 })).toBe('vendor')
  expect(remedyOf('contact', { how: 'elsewhere', version: 1 })).toBe('vendor')
  expect(remedyOf('order', { how: 'elsewhere', version: 1 })).toBe('vendor')
})

test('what stands in a field that is not personal is amended by hand', () => {
  expect(remedyOf('order', { how: 'elsewhere' })).toBe('by-hand')
})

test('fields of one version that the same helps against are told together, each named once', () => {
  const left = (field: string, pointer: string, version?: number): LeftField => ({
    ...{ field, pointer, how: 'kept' },
    ...(version === undefined ? {} : { version }),
  })
  const groups = groupedLeft('contact', [
    left('contact_email', '/contact_email', 1),
    left('note_value', '/contact_notes/0/note_value', 1),
    left('note_value', '/contact_notes/1/note_value', 1),
    left('contact_phone', '/contact_phone'),
  ])
  expect(groups.map(({ version, remedy, fields }) => [version, remedy, fields])).toEqual([
    [1, 'vendor', ['contact_email', 'note_value']],
    [undefined, 'again', ['contact_phone']],
  ])
  expect(groups[0]?.pointers).toHaveLength(3)
})
