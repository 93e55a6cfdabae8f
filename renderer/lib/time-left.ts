import type { TFunction } from 'i18next'

/** About how long something still takes, in whole minutes or hours: more would be a promise nobody keeps. */
export function timeLeftText(milliseconds: number, t: TFunction<'ui'>): string {
  const minutes = Math.ceil(milliseconds / 60_000)
  if (minutes <= 1) return t('timeLeft.underMinute')
  if (minutes < 90) return t('timeLeft.minutes', { count: minutes })
  return t('timeLeft.hours', { count: Math.ceil(minutes / 60) })
}
