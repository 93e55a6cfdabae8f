const SECOND = 1000

/**
 * `Last-Modified` for data that changed last at `changedAt`. HTTP dates have whole seconds, so a change in
 * the running second is not counted yet: another one in the same second must not hide behind a 304.
 */
export function lastModified(changedAt: number, now: number): string {
  const settled = Math.min(Math.floor(changedAt / SECOND), Math.floor(now / SECOND) - 1)
  return new Date(settled * SECOND).toUTCString()
}

/** True if nothing changed since the date of an earlier answer (rule 40). A date that cannot be read is ignored. */
export function isUnchanged(ifModifiedSince: string | undefined, changedAt: number): boolean {
  const since = Date.parse(ifModifiedSince ?? '')
  return !Number.isNaN(since) && Math.floor(changedAt / SECOND) * SECOND <= since
}
