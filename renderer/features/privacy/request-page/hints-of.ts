import type { CopyResult } from '@shared/features/privacy'

/** Codes of what somebody has to know and do about the copies at a place. */
export function hintsOf({ why, files = [] }: Pick<CopyResult, 'why' | 'files'>): string[] {
  if (why === undefined) return []
  // What is known of lists is to be looked into, though there may be more.
  const isListed = files.some(({ state }) => state !== 'gone' && state !== 'deleted')
  return why === 'LISTS_LOCKED' && isListed ? ['LISTS_OUTSIDE', why] : [why]
}
