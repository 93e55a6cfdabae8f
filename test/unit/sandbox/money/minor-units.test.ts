import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  decimalsOf,
  formatMinor,
  parseMinor,
  percentageOf,
  ratioOf,
  taxWithin,
} from '../../../../electron/sandbox/money/minor-units'

describe('amounts', () => {
  it.each([
    [1250, 2, '12.50'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [1250, 0, '1250'],
    [1, 3, '0.001'],
    [-123456, 3, '-123.456'],
  ])('%i with %i decimals is "%s"', (minor, decimals, text) => {
    expect(formatMinor(minor, decimals)).toBe(text)
    expect(parseMinor(text, decimals)).toBe(minor)
  })

  it('are read with fewer decimals, and with zeros to spare', () => {
    expect(parseMinor('12.5', 2)).toBe(1250)
    expect(parseMinor('12', 2)).toBe(1200)
    expect(parseMinor('12.500', 2)).toBe(1250)
  })

  it.each(['', '12.345', '1,00', '1e3', ' 1', '+1', '.5', '1.'])('"%s" is refused', (text) => {
    expect(() => parseMinor(text, 2)).toThrow(/Not an amount/)
  })

  it('of a currency without known decimals are refused', () => {
    expect(() => decimalsOf('XTS')).toThrow(/XTS/)
  })

  it('survive any round trip', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(0, 2, 3), (minor, decimals) => {
        expect(parseMinor(formatMinor(minor, decimals), decimals)).toBe(minor)
      }),
    )
  })
})

describe('shares', () => {
  it('are rounded half away from zero', () => {
    expect(percentageOf(250, 50)).toBe(125)
    expect(percentageOf(25, 50)).toBe(13)
    expect(percentageOf(-25, 50)).toBe(-13)
    expect(percentageOf(5840, 12.5)).toBe(730)
    expect(percentageOf(1000, 20.5)).toBe(205)
    expect(ratioOf(1, 1, 3)).toBe(0)
    expect(ratioOf(2, 1, 3)).toBe(1)
  })

  it('of tax are what the price contains', () => {
    expect(taxWithin(12_100, 21)).toBe(2100)
    expect(taxWithin(10_000, 0)).toBe(0)
    expect(taxWithin(10_888, 8.875)).toBe(888)
  })

  it('of an allocation add up, never differ from the fair share by a unit, and never exceed a part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1e9), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weights, part) => {
          const sum = weights.reduce((a, b) => a + b, 0)
          const total = Math.floor(sum * part)
          const shares = allocate(total, weights)
          expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
          for (const [position, share] of shares.entries()) {
            expect(share).toBeGreaterThanOrEqual(0)
            if (sum > 0) expect(share).toBeLessThanOrEqual(weights[position] ?? 0)
            if (sum > 0)
              expect(Math.abs(share - (total * (weights[position] ?? 0)) / sum)).toBeLessThanOrEqual(1.000001)
          }
        },
      ),
    )
  })
})
