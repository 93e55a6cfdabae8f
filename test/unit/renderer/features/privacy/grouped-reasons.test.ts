import type { MatchReason } from '@shared/features/privacy'
import { expect, test } from 'vitest'
import { groupedReasons } from '../../../../../renderer/features/privacy/request-page/find/grouped-reasons'

const reason = (what: MatchReason['what'], how: MatchReason['how'], field: string): MatchReason => ({
  ...{ what, how, field },
  pointer: `/${field}`,
})

test('fields that say the same are one reason, each named once, and what speaks against it stands last', () => {
  const why = [
    reason('birthDate', 'other', 'contact_birth_date'),
    reason('name', 'part', 'note_value'),
    reason('email', 'same', 'contact_email'),
    reason('name', 'part', 'note_value'),
    reason('name', 'part', 'custom_field_value'),
  ]
  expect(groupedReasons(why).map(({ what, how, fields }) => [what, how, fields])).toEqual([
    ['name', 'part', ['note_value', 'custom_field_value']],
    ['email', 'same', ['contact_email']],
    ['birthDate', 'other', ['contact_birth_date']],
  ])
})

test('nothing has no reasons', () => expect(groupedReasons([])).toEqual([]))
