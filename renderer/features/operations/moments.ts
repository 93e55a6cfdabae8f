import { useMemo } from 'react'
import { useFormat } from '../../lib/format'

/** Moments of the journal on the desk's clock: no activity takes place then. Milliseconds since 1970 UTC. */
export interface JournalMoments {
  /** "Sat 22 Nov, 10:00:05" */
  full(at: number): string
  /** "10:00:05" today, else with its day. */
  short(at: number): string
}

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false } as const

export function useMoments(): JournalMoments {
  const { locale } = useFormat()
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(locale, clock)
    const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
    const near = new Intl.DateTimeFormat(locale, { ...day, ...clock })
    const far = new Intl.DateTimeFormat(locale, { ...day, year: 'numeric', ...clock })
    const full = (at: number) => {
      const isThisYear = new Date(at).getFullYear() === new Date().getFullYear()
      return (isThisYear ? near : far).format(at)
    }
    const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString()
    return { full, short: (at) => (isToday(at) ? time.format(at) : full(at)) }
  }, [locale])
}
