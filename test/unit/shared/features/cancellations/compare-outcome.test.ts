import { compareOutcome, newRefunds } from '@shared/features/cancellations/compare-outcome'
import { describe, expect, test } from 'vitest'

describe('what happened against what was forecast', () => {
  const forecast = {
    currency: 'EUR',
    totalAfter: { low: '20.00', high: '24.10' },
    refund: { low: '15.90', high: '20.00' },
  }
  const refund = (amount: string, id = 'R1') => ({
    payment_id: id,
    payment_type: 'REFUND',
    payment_status: 'PENDING',
    payment_amount: amount,
  })

  test('inside the bounds is no difference', () => {
    expect(compareOutcome(forecast, '24.10', [refund('15.90')])).toEqual([])
  })

  test('a different total is flagged (rule 118)', () => {
    expect(compareOutcome(forecast, '25.00', [refund('15.90')])).toMatchObject([
      { what: 'TOTAL', actual: '25.00' },
    ])
    expect(compareOutcome(forecast, undefined, [refund('15.90')])).toMatchObject([{ what: 'TOTAL' }])
  })

  test('a refund that is missing, of another size or not expected is flagged', () => {
    expect(compareOutcome(forecast, '20.00', [])).toMatchObject([{ what: 'REFUND_MISSING' }])
    expect(compareOutcome(forecast, '20.00', [refund('9.00')])).toMatchObject([
      { what: 'REFUND', actual: '9' },
    ])
    const none = { ...forecast, refund: undefined }
    expect(compareOutcome(none, '20.00', [refund('9.00')])).toMatchObject([{ what: 'REFUND_UNEXPECTED' }])
  })

  test('only refund rows that were not there before count', () => {
    expect(newRefunds([refund('1.00', 'OLD')], [refund('2.00', 'NEW'), refund('1.00', 'OLD')])).toMatchObject(
      [{ payment_id: 'NEW' }],
    )
  })

  test.each(['REFUSED', 'CANCELLED', 'ERROR', 'EXPIRED'])(
    'a refund that is %s gave nothing back, whatever amount its row names',
    (status) => {
      const row = { ...refund('20.00'), payment_status: status }
      expect(compareOutcome(forecast, '20.00', [row])).toMatchObject([
        { what: 'REFUND_REFUSED', actual: '20', expected: forecast.refund },
      ])
      const again = { ...refund('20.00', 'R2'), payment_status: 'REFUNDED' }
      expect(compareOutcome(forecast, '20.00', [row, again])).toEqual([])
    },
  )

  test.each(['REFUNDED', 'PENDING', 'PROCESSING', 'IN_PROGRESS', 'PAID', 'SOMETHING_NEW', null])(
    'a refund that is %s counts as given, or on its way',
    (status) => {
      const row = { ...refund('20.00'), payment_status: status }
      expect(compareOutcome(forecast, '20.00', [row])).toEqual([])
    },
  )

  describe('where the terms leave several readings', () => {
    const open = {
      currency: 'EUR',
      totalAfter: { low: '0.00', high: '20.00' },
      refund: { low: '0.00', high: '20.00' },
      readings: [
        { totalAfter: '0.00', refund: '20.00' },
        { totalAfter: '20.00', refund: '0.00' },
      ],
    }

    test('each of them is as forecast', () => {
      expect(compareOutcome(open, '0.00', [refund('20.00')])).toEqual([])
      expect(compareOutcome(open, '20.00', [])).toEqual([])
    })

    test('a total between them is not, wide as the range is', () => {
      expect(compareOutcome(open, '7.40', [refund('12.60')])).toMatchObject([
        { what: 'TOTAL', anyOf: ['0.00', '20.00'], actual: '7.40' },
        { what: 'REFUND', anyOf: ['20.00', '0.00'], actual: '12.6' },
      ])
    })

    test('the refund must fit the reading that the total fits', () => {
      expect(compareOutcome(open, '0.00', [])).toMatchObject([{ what: 'REFUND_MISSING', anyOf: ['20.00'] }])
      expect(compareOutcome(open, '20.00', [refund('20.00')])).toMatchObject([
        { what: 'REFUND', anyOf: ['0.00'] },
      ])
    })

    test('a forecast recorded without readings is compared with its range', () => {
      expect(compareOutcome({ ...open, readings: undefined }, '7.40', [refund('12.60')])).toEqual([])
    })
  })
})
