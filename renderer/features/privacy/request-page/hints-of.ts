import type { CopyResult, OutsideFile } from '@shared/features/privacy'

/** What a person is told of files before they choose; there is nothing to choose of what cannot be reached. */
const ofFiles: Readonly<Record<string, string>> = {
  FILES_OUTSIDE: 'FILES_OUTSIDE',
  LISTS_OUTSIDE: 'LISTS_OUTSIDE',
  // What is known of lists is to be looked into, though there may be more.
  LISTS_LOCKED: 'LISTS_OUTSIDE',
}

/** Codes of what somebody has to know and do about the copies at a place. */
export function hintsOf({ why, files = [] }: Pick<CopyResult, 'why' | 'files'>): string[] {
  if (why === undefined) return []
  const choose = ofFiles[why]
  if (choose === undefined) return [why]
  const isAny = (...states: OutsideFile['state'][]) => files.some(({ state }) => states.includes(state))
  return [
    ...(isAny('there', 'not-deleted') ? [choose] : []),
    ...(isAny('unreachable') ? ['OUT_OF_REACH'] : []),
    ...(why === 'LISTS_LOCKED' ? [why] : []),
  ]
}
