/**
 * Milliseconds that a `Retry-After` asks to wait: seconds or an HTTP date. A date is measured against the
 * answer's own `Date`, as the two clocks may differ. `undefined` for what is missing or unreadable.
 */
export function readRetryAfter(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  now: number,
): number | undefined {
  const value = single(headers['retry-after'])?.trim()
  if (!value) return undefined
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1000
  const until = Date.parse(value)
  if (Number.isNaN(until)) return undefined
  const serverNow = Date.parse(single(headers.date) ?? '')
  return Math.max(0, until - (Number.isNaN(serverNow) ? now : serverNow))
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
