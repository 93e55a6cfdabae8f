/**
 * Milliseconds to wait before try number `attempt + 1`: a random part of a ceiling that doubles, so that several
 * installations do not come back at the same moment.
 * @param attempt 1 after the first failure
 * @param random from 0 to 1
 */
export function backoff(
  attempt: number,
  random: number,
  settings: { backoffMs: number; maxBackoffMs: number },
) {
  const ceiling = Math.min(settings.maxBackoffMs, settings.backoffMs * 2 ** (attempt - 1))
  return Math.round(ceiling * (0.5 + random / 2))
}
