import { formatMoney, minorUnitDigits, parseAmount, sumByCurrency, toMinorUnit } from '@shared/kernel/money'
import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('amounts', () => {
  test('are exact decimals, never binary floats (rule 53)', () => {
    const [total] = sumByCurrency([
      { amount: '0.10', currency: 'EUR' },
      { amount: '0.20', currency: 'EUR' },
    ])
    expect(total).toEqual({ amount: '0.30', currency: 'EUR' })
  })

  test('are never summed across currencies', () => {
    const totals = sumByCurrency([
      { amount: '1.00', currency: 'EUR' },
      { amount: '100', currency: 'JPY' },
      { amount: '2.00', currency: 'EUR' },
      { amount: '0.125', currency: 'BHD' },
    ])
    expect(totals).toEqual([
      { amount: '3.00', currency: 'EUR' },
      { amount: '100', currency: 'JPY' },
      { amount: '0.125', currency: 'BHD' },
    ])
  })

  test.each(['', 'abc', '1e5', '1,000.00', '0x10', ' 1', 'NaN', 'Infinity', '--1'])(
    '"%s" is not an amount',
    (text) => {
      expect(parseAmount(text)).toBeUndefined()
    },
  )

  test.each([
    ['2.345', 'EUR', '2.35'],
    ['-2.345', 'EUR', '-2.35'],
    ['2.344', 'EUR', '2.34'],
    ['0.5', 'JPY', '1'],
    ['-0.5', 'JPY', '-1'],
    ['1.0005', 'BHD', '1.001'],
  ])('%s %s is rounded half away from zero to %s', (amount, currency, rounded) => {
    expect(toMinorUnit(new Big(amount), currency)).toBe(rounded)
  })

  test('know the minor unit of their currency', () => {
    expect(['EUR', 'JPY', 'BHD', 'eur', ''].map(minorUnitDigits)).toEqual([2, 0, 3, undefined, undefined])
  })

  test('rounding in minor units and back is the identity for every amount that has only minor units', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (minor) => {
        const amount = new Big(minor.toString()).div(100)
        expect(new Big(toMinorUnit(amount, 'EUR')).times(100).toFixed(0)).toBe(minor.toString())
      }),
    )
  })
})

describe('an amount on screen', () => {
  test.each([
    ['20.5', 'EUR', '€20.50'],
    ['8400', 'JPY', '¥8,400'],
    ['1.250', 'BHD', 'BHD 1.250'],
    ['-1.50', 'EUR', '-€1.50'],
    ['159118380521834001.55', 'EUR', '€159,118,380,521,834,001.55'],
    ['1.005', 'EUR', '€1.005'],
  ])('%s %s reads %s, to the last digit', (amount, currency, text) => {
    expect(formatMoney({ amount, currency }, 'en').replaceAll('\u00a0', ' ')).toBe(text)
  })

  test.each(['en-GB', 'nl-NL'])('tells currencies apart that share a sign (%s)', (locale) => {
    const texts = ['USD', 'CAD', 'AUD', 'SEK', 'DKK', 'NOK', 'JPY', 'CNY'].map((currency) =>
      formatMoney({ amount: '10', currency }, locale).replace(/[\d.,\s]/g, ''),
    )
    expect(new Set(texts).size).toBe(texts.length)
  })

  test('is shown as received when it cannot be read, never as zero', () => {
    expect(formatMoney({ amount: 'free', currency: 'EUR' }, 'en')).toBe('EUR free')
    expect(formatMoney({ amount: '20.50', currency: '' }, 'en')).toBe('20.50')
  })
})
