import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type DayRange, momentsOf, presets } from '../../../../../renderer/features/orders/filters/date-range'

const amsterdam = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`)
const noon = amsterdam('2026-06-10T12:00')

describe('a range of days', () => {
  it.each<[DayRange, string, string]>([
    [{ preset: 'today' }, '2026-06-10T00:00:00+02:00', '2026-06-10T23:59:59+02:00'],
    [{ preset: 'yesterday' }, '2026-06-09T00:00:00+02:00', '2026-06-09T23:59:59+02:00'],
    [{ preset: 'tomorrow' }, '2026-06-11T00:00:00+02:00', '2026-06-11T23:59:59+02:00'],
    [{ preset: 'last7Days' }, '2026-06-04T00:00:00+02:00', '2026-06-10T23:59:59+02:00'],
    [{ preset: 'next7Days' }, '2026-06-10T00:00:00+02:00', '2026-06-16T23:59:59+02:00'],
    [{ preset: 'lastMonth' }, '2026-05-01T00:00:00+02:00', '2026-05-31T23:59:59+02:00'],
    [{ preset: 'thisMonth' }, '2026-06-01T00:00:00+02:00', '2026-06-30T23:59:59+02:00'],
    [{ preset: 'thisWeek' }, '2026-06-08T00:00:00+02:00', '2026-06-14T23:59:59+02:00'],
    [{ preset: 'thisYear' }, '2026-01-01T00:00:00+01:00', '2026-12-31T23:59:59+01:00'],
    [{ from: '2026-02-01', to: '2026-02-28' }, '2026-02-01T00:00:00+01:00', '2026-02-28T23:59:59+01:00'],
  ])('%j is whole days on the desk’s clock, with the offset of each day (rule 49)', (range, from, to) => {
    expect(momentsOf(range, noon)).toEqual({ from, to })
  })

  it('has 23 hours on the day the clock goes forward', () => {
    expect(momentsOf({ preset: 'today' }, amsterdam('2026-03-29T12:00'))).toEqual({
      from: '2026-03-29T00:00:00+01:00',
      to: '2026-03-29T23:59:59+02:00',
    })
  })

  it('may be open at either end', () => {
    expect(momentsOf({ from: '2026-02-01' }, noon)).toEqual({ from: '2026-02-01T00:00:00+01:00' })
    expect(momentsOf({ to: '2026-02-28' }, noon)).toEqual({ to: '2026-02-28T23:59:59+01:00' })
  })

  it('since yesterday has no end', () => {
    expect(momentsOf({ preset: 'sinceYesterday' }, noon)).toEqual({ from: '2026-06-09T00:00:00+02:00' })
  })

  it('leaves out what is no day', () => {
    expect(momentsOf({ from: '2026-02-31', to: 'soon' }, noon)).toEqual({})
  })

  it('moves with the day, for a preset is not a date', () => {
    const next = momentsOf({ preset: 'today' }, noon.add({ days: 1 }))
    expect(next.from).toBe('2026-06-11T00:00:00+02:00')
  })

  it('never ends before it begins, whatever preset and day', () => {
    for (const preset of presets) {
      for (let shift = 0; shift < 366; shift += 13) {
        const { from = '', to = '' } = momentsOf({ preset }, noon.add({ days: shift }))
        expect(Date.parse(from)).toBeLessThan(Date.parse(to || '2100-01-01'))
      }
    }
  })
})
