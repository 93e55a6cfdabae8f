import { requestFormSchema } from '@shared/features/privacy'
import { describe, expect, test } from 'vitest'
import {
  emptyRequest,
  listed,
  problemsOf,
  type TypedRequest,
  toForm,
} from '../../../../../renderer/features/privacy/request-form/typed-request'

const today = '2026-03-31'
const typed = (rest: Partial<TypedRequest> = {}): TypedRequest => ({ ...emptyRequest(today), ...rest })

test('a new request was received today and is due a month later, at the end of a shorter month', () => {
  expect(emptyRequest(today)).toMatchObject({ receivedOn: today, dueOn: '2026-04-30' })
})

test('several of a kind stand one a line or with commas between, each once', () => {
  expect(listed(' a@b.example\nc@d.example, a@b.example;\n')).toEqual(['a@b.example', 'c@d.example'])
})

describe('problems', () => {
  test.each<[string, Partial<TypedRequest>, object]>([
    ['nobody can be searched for without a word about them', {}, { name: 'nobody' }],
    ['a date of birth alone names nobody', { birthDate: '1987-05-14' }, { name: 'nobody' }],
    ['one of the references is enough', { references: 'PRI1' }, {}],
    ['a line that is no address is told', { emails: 'a@b.example\nhello' }, { emails: 'noAddress' }],
    ['a request cannot have come tomorrow', { name: 'A', receivedOn: '2026-04-01' }, { receivedOn: 'ahead' }],
    ['it needs the day it came', { name: 'A', receivedOn: '' }, { receivedOn: 'noDay' }],
    ['it is not due before it came', { name: 'A', dueOn: '2026-03-30' }, { dueOn: 'beforeReceived' }],
    ['a name has an end', { name: 'x'.repeat(201) }, { name: 'tooLong' }],
    ['a note has an end', { name: 'A', note: 'x'.repeat(2001) }, { note: 'tooLong' }],
  ])('%s', (_, rest, problems) => {
    expect(problemsOf(typed(rest), today)).toEqual(problems)
  })
})

test('a form without problems is one that main takes, with nothing in it that was left empty', () => {
  const form = toForm(typed({ name: ' Elske ', emails: 'e@erase.example.com', dueOn: '' }))
  expect(form.subject).toEqual({ name: 'Elske', emails: ['e@erase.example.com'], phones: [], references: [] })
  expect(form).not.toHaveProperty('dueOn')
  expect(requestFormSchema.safeParse(form).success).toBe(true)
})
