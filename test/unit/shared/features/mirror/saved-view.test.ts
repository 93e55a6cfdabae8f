import { freeName, isSameName, longestViewName, viewNameSchema } from '@shared/features/mirror'
import { describe, expect, test } from 'vitest'

describe('the name of a view', () => {
  test.each(['', '   ', 'x'.repeat(61), 'two\nlines'])('is not %j', (name) => {
    expect(viewNameSchema.safeParse(name).success).toBe(false)
  })

  test.each(['x', 'x'.repeat(60), 'Groups – Zoë'])('may be %j', (name) => {
    expect(viewNameSchema.safeParse(name).success).toBe(true)
  })

  test('is the same whatever its case and the space around it', () => {
    expect(isSameName(' Groups', 'groups ')).toBe(true)
    expect(isSameName('Groups', 'Group')).toBe(false)
  })

  test('gets a number when it is taken, and stays short enough', () => {
    expect(freeName('Groups', [])).toBe('Groups')
    expect(freeName('Groups', ['groups', 'Groups (2)'])).toBe('Groups (3)')
    const long = `${'x'.repeat(55)}😀😀x`
    const numbered = freeName(long, [long])
    expect(numbered.length).toBeLessThanOrEqual(longestViewName)
    expect(() => encodeURIComponent(numbered)).not.toThrow()
    expect(viewNameSchema.safeParse(numbered).success).toBe(true)
  })
})
