import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'

const minute = 60_000

/** How long ago a moment was, in words ("3 minutes ago"), kept up to date. `at` is milliseconds since 1970 UTC. */
export function useRelativeTime(at: number): string {
  const { t } = useTranslation('order')
  const { locale } = useFormat()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute / 4)
    return () => clearInterval(timer)
  }, [])
  return relativeTime(at, Math.max(now, at), locale) ?? t('states.ago.now')
}

/** "3 minutes ago", in hours from an hour on; `undefined` for less than a minute. */
export function relativeTime(at: number, now: number, locale: string): string | undefined {
  const minutes = Math.floor((now - at) / minute)
  if (minutes < 1) return undefined
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  return minutes < 60 ? format.format(-minutes, 'minute') : format.format(-Math.floor(minutes / 60), 'hour')
}
