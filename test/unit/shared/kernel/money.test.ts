import {
  formatMoney,
  fromMinorUnits,
  minorUnitDigits,
  parseAmount,
  sumByCurrency,
  toMinorUnit,
  toMinorUnits,
} from '@shared/kernel/money'
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

  // What CLDR rounds away is still money: Intl knows these with no digits, IQD with none of its three.
  test.each([
    ['HUF', '1234.50'],
    ['IDR', '100.50'],
    ['COP', '100.50'],
    ['PKR', '0.25'],
    ['LBP', '0.01'],
    ['AFN', '7.07'],
    ['ALL', '1.10'],
    ['MGA', '3.20'],
    ['IQD', '1.250'],
    ['KRW', '1234'],
    ['CLF', '1.2345'],
  ])('%s keeps the digits of ISO 4217: %s', (currency, amount) => {
    expect(toMinorUnit(new Big(amount), currency)).toBe(amount)
  })

  test('rounding moves no amount by more than half a minor unit, in any currency, and twice is once', () => {
    const codes = fc.constantFrom('EUR', 'JPY', 'BHD', 'HUF', 'COP', 'IQD', 'CLF', 'KRW', 'TND')
    fc.assert(
      fc.property(codes, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (currency, millionths) => {
        const digits = minorUnitDigits(currency) ?? 0
        const amount = new Big(millionths.toString()).div(1_000_000)
        const rounded = toMinorUnit(amount, currency)
        expect(rounded.split('.')[1]?.length ?? 0).toBe(digits)
        expect(new Big(rounded).minus(amount).abs().times(2).lte(new Big(10).pow(-digits))).toBe(true)
        expect(toMinorUnit(new Big(rounded), currency)).toBe(rounded)
        const opposite = toMinorUnit(amount.times(-1), currency)
        expect(new Big(opposite).plus(rounded).eq(0)).toBe(true)
      }),
    )
  })

  test('a total of a currency is exact whatever its digits, and comes without the others', () => {
    const entry = fc.record({
      currency: fc.constantFrom('EUR', 'JPY', 'BHD', 'HUF'),
      minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        const amounts = entries.map(({ currency, minor }) => ({
          currency,
          amount: new Big(minor).div(new Big(10).pow(minorUnitDigits(currency) ?? 0)).toFixed(),
        }))
        for (const { amount, currency } of sumByCurrency(amounts)) {
          const own = entries.filter((one) => one.currency === currency)
          const minor = own.reduce((total, one) => total + one.minor, 0)
          expect(new Big(amount).times(new Big(10).pow(minorUnitDigits(currency) ?? 0)).eq(minor)).toBe(true)
        }
      }),
    )
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

describe('an amount in whole minor units', () => {
  const codes = fc.constantFrom('EUR', 'JPY', 'BHD', 'HUF', 'CLF')

  test('comes back as it was, with the digits of its currency', () => {
    fc.assert(
      fc.property(codes, fc.maxSafeInteger(), (currency, units) => {
        const amount = fromMinorUnits(units, currency)
        expect(amount.split('.')[1]?.length ?? 0).toBe(minorUnitDigits(currency))
        expect(toMinorUnits({ amount, currency })).toBe(units === 0 ? 0 : units)
      }),
    )
  })

  test.each([
    ['20.5', 'EUR', 2050],
    ['-0.01', 'EUR', -1],
    ['8400', 'JPY', 8400],
    ['1.250', 'BHD', 1250],
    ['1.2500', 'BHD', 1250],
  ])('%s %s is %i', (amount, currency, units) => {
    expect(toMinorUnits({ amount, currency })).toBe(units)
  })

  test.each([
    ['20.505', 'EUR', 'more digits than the currency'],
    ['0.5', 'JPY', 'more digits than the currency'],
    ['free', 'EUR', 'no decimal'],
    ['20.50', 'Euro', 'no currency'],
    ['159118380521834001.55', 'EUR', 'too large to be exact'],
  ])('%s %s is none: %s', (amount, currency) => {
    expect(toMinorUnits({ amount, currency })).toBeUndefined()
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
    ['1234.5', 'HUF', 'HUF 1,234.50'],
    ['-0.00', 'EUR', '€0.00'],
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
