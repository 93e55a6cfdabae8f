/** Row ids of what was written lately, in its order. */
export interface Changes {
  note(ids: readonly number[]): void
  /** The place behind all that was written so far. */
  mark(): number
  /** What was written since a mark; `undefined` when that is too much, or no longer known. */
  since(mark: number): ReadonlySet<number> | undefined
}

/** @param most so many are kept */
export function createChanges(most: number): Changes {
  let ids: number[] = []
  let first = 0
  return {
    note: (written) => {
      ids.push(...written)
      const left = Math.max(0, ids.length - most)
      ids = ids.slice(left)
      first += left
    },
    mark: () => first + ids.length,
    since: (mark) => (mark < first ? undefined : new Set(ids.slice(mark - first))),
  }
}
