/** An entry of a list with a key of its own. */
export interface Keyed<T> {
  readonly key: string
  readonly item: T
}

/** Gives entries without an id a key: what they hold, and their place among those that hold the same. */
export function keyed<T>(items: readonly T[]): Keyed<T>[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const content = JSON.stringify(item)
    const place = (seen.get(content) ?? 0) + 1
    seen.set(content, place)
    return { key: `${content} ${place}`, item }
  })
}
