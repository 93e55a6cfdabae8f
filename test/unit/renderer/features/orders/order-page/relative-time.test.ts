import { describe, expect, it } from 'vitest'
import { relativeTime } from '../../../../../../renderer/features/orders/order-page/relative-time'

const ago = (seconds: number, locale = 'en-GB') => relativeTime(0, seconds * 1_000, locale)

describe('how long ago', () => {
  it('is told in minutes, from an hour on in hours', () => {
    expect([ago(60), ago(3_599), ago(3_600), ago(90_000)]).toEqual([
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      '25 hours ago',
    ])
  })

  it('is not told in numbers below a minute', () => {
    expect(ago(59)).toBeUndefined()
  })

  it('speaks the language', () => {
    expect(ago(120, 'nl-NL')).toBe('2 minuten geleden')
  })
})
