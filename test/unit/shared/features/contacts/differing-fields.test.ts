import { differingFieldsOf } from '@shared/features/contacts'
import { expect, test } from 'vitest'

const stays = {
  contact_uid: 'c1',
  contact_version: 4,
  contact_type: 'BOOKER',
  contact_email: 'amara@example.com',
  contact_address: { city: 'Utrecht', latitude: '52.1' },
  contact_custom_fields: [{ custom_field_name: 'CRM', custom_field_value: '1' }],
}
const goes = {
  ...stays,
  contact_uid: 'c2',
  contact_version: 9,
  contact_mobile: '+31612345678',
  contact_address: { city: 'Delft', latitude: '53' },
  contact_custom_fields: [{ custom_field_name: 'CRM', custom_field_value: '2' }],
}

test('fields that differ and may be changed are told with both values', () => {
  expect(differingFieldsOf(stays, goes)).toEqual([
    { path: ['contact_mobile'], name: 'contact_mobile', stays: null, goes: '+31612345678' },
    { path: ['contact_address', 'city'], name: 'city', stays: 'Utrecht', goes: 'Delft' },
  ])
})

test('missing, null and empty are alike (rule 47), and what is no contact has no fields that differ', () => {
  expect(differingFieldsOf({ ...stays, contact_phone: '' }, { ...stays, contact_phone: null })).toEqual([])
  expect(differingFieldsOf(undefined, null)).toEqual([])
})
