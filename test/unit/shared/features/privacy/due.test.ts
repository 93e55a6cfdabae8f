import { canonicalJson, dueOnFor, dueStatus } from '@shared/features/privacy'
import { dayAt } from '@shared/kernel/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('a due date', () => {
  test.each([
    ['2026-01-15', '2026-02-15'],
    ['2026-01-31', '2026-02-28'],
    ['2027-12-31', '2028-01-31'],
  ])('of what was received on %s is %s, a calendar month later', (received, due) => {
    expect(dueOnFor(received)).toBe(due)
  })

  test.each([
    ['2026-03-01', { kind: 'overdue', days: -1 }],
    ['2026-03-02', { kind: 'soon', days: 0 }],
    ['2026-03-09', { kind: 'soon', days: 7 }],
    ['2026-03-10', { kind: 'later', days: 8 }],
  ])('%s stands so on 2 March', (due, expected) => {
    expect(dueStatus(due, '2026-03-02')).toEqual(expected)
  })

  test('counts days of the calendar where the desk is', () => {
    const justAfterMidnight = Date.parse('2026-03-01T23:30:00Z')
    expect(dayAt(justAfterMidnight, 'Europe/Amsterdam')).toBe('2026-03-02')
    expect(dayAt(justAfterMidnight, 'America/New_York')).toBe('2026-03-01')
  })
})

describe('JSON in one form', () => {
  test('orders names by their UTF-16 units and leaves out blanks and what is not there', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: 'é\n', '€': 1, A: -0.5 })).toBe(
      '{"A":-0.5,"a":"é\\n","b":[1,{"c":null}],"€":1}',
    )
  })

  test('does not depend on the order in which names were given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(object))
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)))
      }),
    )
  })

  test('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson([() => 1])).toThrow(TypeError)
  })
})
