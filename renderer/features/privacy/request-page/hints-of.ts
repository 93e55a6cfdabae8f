import type { CopyResult } from '@shared/features/privacy'

/** Codes of what somebody has to know and do about the copies at a place. */
export function hintsOf({ why, files = [] }: Pick<CopyResult, 'why' | 'files'>): string[] {
  if (why === undefined) return []
  const left = files.filter(({ state }) => state !== 'gone' && state !== 'deleted')
  const isAway = left.some(({ state }) => state === 'unreachable')
  // What is known of lists is to be looked into, though there may be more.
  const hints = why === 'LISTS_LOCKED' && left.length > 0 ? ['LISTS_OUTSIDE', why] : [why]
  return isAway ? [...hints, 'FILES_AWAY'] : hints
}
