import { cancellationTerms } from '@shared/features/cancellations'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const travel = '2026-06-01T10:00:00+02:00'
const at = (text: string) => Date.parse(text)
const booking = (policies: object[], over: object = {}) => ({
  booking_created: '2026-05-01T12:00:00+02:00',
  product_availability_from_date_time: travel,
  product_cancellation_policies: policies,
  ...over,
})
const beforeTravel = (threshold: number | string, over: object) => ({
  cancellation_type: 'TRAVEL_DATE',
  cancellation_fee_threshold: threshold,
  ...over,
})

describe('the terms of a booking (rule 167)', () => {
  it('are free until used when no policy is set', () => {
    expect(cancellationTerms(booking([]))).toEqual({ kind: 'freeUntilUsed' })
  })

  it('forbid cancelling where the product does, whatever its policies say (rule 158)', () => {
    const terms = cancellationTerms(
      booking([beforeTravel(0, { cancellation_fee_percentage: 10 })], {
        product_cancellation_allowed: false,
      }),
    )
    expect(terms).toEqual({ kind: 'notAllowed' })
  })

  it('give both readings of a threshold that may be seconds or minutes', () => {
    const terms = cancellationTerms(booking([beforeTravel(3600, { cancellation_fee_percentage: 20.5 })]))
    expect(terms).toMatchObject({
      kind: 'policies',
      offset: '+02:00',
      undated: [],
      readings: [
        {
          unit: 'seconds',
          periods: [{}, { from: at('2026-06-01T09:00:00+02:00'), charge: { percentage: '20.5' } }],
        },
        {
          unit: 'minutes',
          periods: [{}, { from: at('2026-05-29T22:00:00+02:00'), charge: { percentage: '20.5' } }],
        },
      ],
    })
  })

  it('give one reading where the unit makes no difference', () => {
    const terms = cancellationTerms(booking([beforeTravel(0, { cancellation_fee_amount: '5.00' })]))
    expect(terms).toMatchObject({
      readings: [{ periods: [{}, { from: at(travel), charge: { amount: '5.00' } }] }],
    })
    expect(terms.kind === 'policies' && terms.readings[0]?.unit).toBeUndefined()
  })

  it('line up several policies by when they begin', () => {
    const terms = cancellationTerms(
      booking([
        beforeTravel('0', { cancellation_fee_percentage: '100' }),
        { cancellation_type: 'BOOKING_DATE', cancellation_fee_threshold: 0, cancellation_fee_percentage: 25 },
      ]),
    )
    expect(terms).toMatchObject({
      readings: [
        { periods: [{ charge: { percentage: '25' } }, { from: at(travel), charge: { percentage: '100' } }] },
      ],
    })
  })

  it('name a charge whose beginning cannot be told apart from the others', () => {
    const policy = { cancellation_fee_percentage: 50, cancellation_fee_threshold: 60 }
    expect(cancellationTerms(booking([{ ...policy, cancellation_type: 'FULL_MOON' }]))).toMatchObject({
      undated: [{ charge: { percentage: '50' }, because: ['UNKNOWN_POLICY'] }],
    })
    const undated = booking([{ ...policy, cancellation_type: 'TRAVEL_DATE' }], {
      product_availability_from_date_time: null,
    })
    expect(cancellationTerms(undated)).toMatchObject({
      undated: [{ charge: { percentage: '50' }, because: ['NO_REFERENCE_DATE'] }],
    })
  })

  it('stay within what a date can name, however large a threshold is', () => {
    const periods = (cancellation_type: string) => {
      const policy = beforeTravel('9'.repeat(18), { cancellation_type, cancellation_fee_percentage: 50 })
      const terms = cancellationTerms(booking([policy]))
      return terms.kind === 'policies' && terms.readings.map((reading) => reading.periods)
    }
    expect(periods('TRAVEL_DATE')).toEqual([[{ charge: { percentage: '50' } }]])
    expect(periods('BOOKING_DATE')).toEqual([[{}]])
  })

  it('never throw, whatever comes (rules 47, 55)', () => {
    const value = fc.oneof(
      fc.constantFrom(null, undefined, '', 0, [], {}, 'x'),
      fc.jsonValue({ maxDepth: 1 }),
    )
    const policy = fc.record({
      cancellation_type: fc.oneof(value, fc.constantFrom('TRAVEL_DATE', 'BOOKING_DATE')),
      cancellation_fee_threshold: value,
      cancellation_fee_percentage: value,
      cancellation_fee_amount: value,
    })
    const odd = fc.record({
      booking_created: value,
      booking_travel_date: value,
      product_cancellation_policies: fc.oneof(value, fc.array(fc.oneof(policy, value))),
    })
    fc.assert(
      fc.property(odd, (source) => {
        expect(() => cancellationTerms(source)).not.toThrow()
      }),
    )
  })
})
