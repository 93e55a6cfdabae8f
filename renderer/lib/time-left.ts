import type { TFunction } from 'i18next'

const left = {
  underMinute: 'timeLeft.underMinute',
  minutes: 'timeLeft.minutes',
  hours: 'timeLeft.hours',
} as const
const whole = {
  underMinute: 'duration.underMinute',
  minutes: 'duration.minutes',
  hours: 'duration.hours',
} as const

/** About how long something still takes, in whole minutes or hours: more would be a promise nobody keeps. */
export const timeLeftText = (milliseconds: number, t: TFunction<'ui'>): string =>
  inWords(left, milliseconds, t)

/** The same of what has not begun. */
export const durationText = (milliseconds: number, t: TFunction<'ui'>): string =>
  inWords(whole, milliseconds, t)

function inWords(words: typeof left | typeof whole, milliseconds: number, t: TFunction<'ui'>): string {
  const minutes = Math.ceil(milliseconds / 60_000)
  if (minutes <= 1) return t(words.underMinute)
  if (minutes < 90) return t(words.minutes, { count: minutes })
  return t(words.hours, { count: Math.ceil(minutes / 60) })
}
