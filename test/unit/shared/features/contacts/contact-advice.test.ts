import { contactAdvice, contactFieldProblem, contactFormFields, phoneInE164 } from '@shared/features/contacts'
import { describe, expect, test } from 'vitest'

const today = '2026-11-22'
const advise = (
  name: string,
  kind: Parameters<typeof contactAdvice>[0]['kind'],
  value: string,
  country?: string,
) => contactAdvice({ name, kind }, value, { today, country })

describe('what is odd about a value is told, and it can be sent all the same', () => {
  test.each([
    ['contact_phone', 'phone', '+31201234567', undefined],
    ['contact_phone', 'phone', '+31 20 123 45 67', { code: 'PHONE_FORMAT', instead: '+31201234567' }],
    ['contact_phone', 'phone', '12', { code: 'PHONE' }],
    ['contact_phone', 'phone', '+999123456789', { code: 'PHONE' }],
    ['contact_email', 'email', 'zoe@example.com', undefined],
    ['contact_email', 'email', 'zoe at example', { code: 'EMAIL' }],
    ['contact_language', 'language', 'NL', undefined],
    ['contact_language', 'language', 'qq', { code: 'LANGUAGE' }],
    ['country_code', 'text', 'nl', undefined],
    ['country_code', 'text', 'XZ', { code: 'COUNTRY_CODE' }],
    ['contact_birth_date', 'date', '1987-05-14', undefined],
    ['contact_birth_date', 'date', '2026-11-23', { code: 'BORN_LATER' }],
    ['contact_birth_date', 'date', '1890-01-01', { code: 'BORN_LONG_AGO' }],
    ['contact_title', 'text', 'anything', undefined],
    ['contact_phone', 'phone', ' ', undefined],
  ] as const)('%s as %s: %s', (name, kind, value, advice) => {
    expect(advise(name, kind, value)).toEqual(advice)
  })

  test('a number without a country code is read as one of the contact’s country', () => {
    expect(advise('contact_phone', 'phone', '020 123 4567', 'nl')).toEqual({
      code: 'PHONE_FORMAT',
      instead: '+31201234567',
    })
    expect(phoneInE164('020 123 4567', 'not a country')).toBeUndefined()
  })
})

describe('what cannot be sent', () => {
  const fields = contactFormFields({
    contact_type: 'DRONE',
    contact_custom_fields: [{ custom_field_name: 'Diet', custom_field_value: 'vegan' }],
  })
  const named = (name: string) => fields.find((field) => field.name === name) ?? fields[0]

  test('is a day that is none, a text that is too long, and a role that the API does not have', () => {
    const problem = (name: string, value: string) =>
      contactFieldProblem(named(name) as (typeof fields)[0], value)
    expect(problem('contact_birth_date', 'last summer')).toBe('DATE')
    expect(problem('contact_title', 'x'.repeat(256))).toBe('TOO_LONG')
    expect(problem('contact_type', 'PILOT')).toBe('CHOICE')
  })

  test('is not what was there: a role that nobody told us of may stay (rule 55)', () => {
    expect(contactFieldProblem(named('contact_type') as (typeof fields)[0], 'DRONE')).toBeUndefined()
  })

  test('a custom field is known by its own name', () => {
    expect(named('Diet')).toMatchObject({
      path: ['contact_custom_fields', 0, 'custom_field_value'],
      value: 'vegan',
    })
  })
})
