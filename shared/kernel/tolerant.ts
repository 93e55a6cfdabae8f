/**
 * Readers for answers of the API: missing, null, empty and unreadable are alike, nothing throws (rules.md #47, #55).
 * They take `unknown` on purpose: types describe what should come, not what does.
 */

/** An object with named fields; empty for anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

/** The entries of a list; empty for anything else. */
export const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text, trimmed. Ids and amounts that came as a number are written out; blank text is missing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  return typeof value === 'bigint' ? String(value) : undefined
}

/** A whole number from zero up, also written as text ("2"); `undefined` for anything else. */
export function countOf(value: unknown): number | undefined {
  const text = textOf(value)
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The values that are there, each once, in order of first appearance. */
export function distinct(values: Iterable<string | undefined>): string[] {
  const found = new Set<string>()
  for (const value of values) if (value !== undefined) found.add(value)
  return [...found]
}
