/** One column as a person has arranged it. */
export interface ColumnLayout {
  readonly id: string
  /** CSS pixels; absent: as wide as it comes. */
  readonly width?: number | undefined
  readonly hidden?: boolean | undefined
}

/** What a column is before anyone arranges it. */
export interface ColumnDefault {
  readonly id: string
  readonly hidden?: boolean | undefined
}

/**
 * The columns to show, in order: as arranged before, with columns that are new since then behind the one they
 * follow by default, and without those that no longer exist.
 */
export function arrangeColumns(
  defaults: readonly ColumnDefault[],
  arranged: readonly ColumnLayout[],
): ColumnLayout[] {
  const known = new Set(defaults.map(({ id }) => id))
  const result = arranged.filter(
    ({ id }, index) => known.has(id) && arranged.findIndex((other) => other.id === id) === index,
  )
  defaults.forEach(({ id, hidden }, index) => {
    if (result.some((column) => column.id === id)) return
    const before = defaults[index - 1]?.id
    const place = before === undefined ? 0 : result.findIndex((column) => column.id === before) + 1
    result.splice(place, 0, { id, ...(hidden !== undefined && { hidden }) })
  })
  return result
}
