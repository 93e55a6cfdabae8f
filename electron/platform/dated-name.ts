import { dayAt } from '@shared/kernel/time'

/**
 * What a save dialog proposes to call a file, "orders-2026-03-31.csv": the day is that of whoever sits at the desk.
 * @param now milliseconds since 1970 UTC
 * @param zone IANA name; the desk's own when left out
 */
export const datedName = (what: string, extension: string, now: number, zone?: string): string =>
  `${what}-${dayAt(now, zone)}.${extension}`
