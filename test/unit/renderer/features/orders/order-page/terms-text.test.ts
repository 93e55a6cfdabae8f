import { cancellationTerms } from '@shared/features/cancellations'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { termsSentences } from '../../../../../../renderer/features/orders/order-page/overview/terms-text'
import { createFormat } from '../../../../../../renderer/lib/format'
import { startI18n } from '../../../../../../renderer/lib/i18n'

beforeAll(() => startI18n('en'))

const beforeTravel = (threshold: number, over: object) => ({
  cancellation_type: 'TRAVEL_DATE',
  cancellation_fee_threshold: threshold,
  ...over,
})

interface Over {
  now?: string
  lng?: string
  booking_created?: string | undefined
  product_cancellation_allowed?: boolean
}

function sentences(
  policies: object[],
  { now = '2026-11-01T12:00:00+01:00', lng = 'en', ...over }: Over = {},
) {
  const terms = cancellationTerms({
    booking_created: '2026-05-01T12:00:00+02:00',
    product_availability_from_date_time: '2026-11-22T10:00:00-05:00',
    product_cancellation_policies: policies,
    ...over,
  })
  return termsSentences(terms, {
    t: i18next.getFixedT(lng, 'order'),
    format: createFormat(lng),
    currency: 'EUR',
    now: Date.parse(now),
  }).map(({ unit, text }) => [unit, text.replaceAll(/[\u00a0\u202f]/g, ' ')].filter(Boolean).join(': '))
}

describe('cancellation terms in words', () => {
  it('tell until when it is free, on the activity’s clock, in both readings of the unit (rule 167)', () => {
    expect(sentences([beforeTravel(1440, { cancellation_fee_percentage: 20.5 })])).toEqual([
      'seconds: Free cancellation until Sun 22 Nov 09:36 (local); then 20.5 % (estimate).',
      'minutes: Free cancellation until Sat 21 Nov 10:00 (local); then 20.5 % (estimate).',
    ])
  })

  it('tell that it was free until', () => {
    const [sentence] = sentences([beforeTravel(0, { cancellation_fee_amount: '5.00' })], {
      now: '2026-11-23T00:00:00Z',
    })
    expect(sentence).toBe('Free cancellation ended Sun 22 Nov 10:00 (local); then €5.00 (estimate).')
  })

  it('tell steps one after the other', () => {
    expect(
      sentences([
        {
          cancellation_type: 'BOOKING_DATE',
          cancellation_fee_threshold: 0,
          cancellation_fee_percentage: '25',
        },
        beforeTravel(0, { cancellation_fee_percentage: '100.00' }),
      ]),
    ).toEqual(['25 % (estimate) from the moment of booking; from Sun 22 Nov 10:00 100.00 % (estimate).'])
  })

  it('do not claim to know whether percentage and amount add up', () => {
    const [sentence] = sentences([
      beforeTravel(0, { cancellation_fee_percentage: 10, cancellation_fee_amount: '5.00' }),
    ])
    expect(sentence).toContain('then 10 % and €5.00, or one of the two, (estimate)')
  })

  it('tell what can only be named, not dated', () => {
    const policy = { cancellation_fee_percentage: 50, cancellation_fee_threshold: 60 }
    expect(sentences([{ ...policy, cancellation_type: 'FULL_MOON' }])).toEqual([
      '50 % (estimate) by a rule that Gatehouse does not know.',
    ])
    expect(
      sentences([{ ...policy, cancellation_type: 'BOOKING_DATE' }], { booking_created: undefined }),
    ).toEqual(['50 % (estimate) at some point: the date it counts from is missing.'])
  })

  it('tell what is free, and what cannot be cancelled', () => {
    expect(sentences([])).toEqual(['Free cancellation until used.'])
    expect(sentences([], { product_cancellation_allowed: false })).toEqual(['Cannot be cancelled.'])
  })

  it('write decimals as the language does', () => {
    expect(sentences([beforeTravel(0, { cancellation_fee_percentage: 20.5 })], { lng: 'nl' })).toEqual([
      'Gratis annuleren tot zo 22 nov 10:00 (lokaal); daarna 20,5 % (schatting).',
    ])
  })
})
