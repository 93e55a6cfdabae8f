import type { MatchReason } from '@shared/features/privacy'

/** Reasons that say the same of several fields. */
export interface GroupedReason extends Pick<MatchReason, 'what' | 'how'> {
  readonly key: string
  /** The API's names, each once. */
  readonly fields: readonly string[]
}

/** Reasons by what they say; what speaks against the person last. */
export function groupedReasons(why: readonly MatchReason[]): GroupedReason[] {
  const groups = new Map<string, GroupedReason>()
  for (const { what, how, field } of why) {
    const key = `${what} ${how}`
    const fields = groups.get(key)?.fields ?? []
    groups.set(key, { key, what, how, fields: fields.includes(field) ? fields : [...fields, field] })
  }
  return [...groups.values()].sort((a, b) => Number(a.how === 'other') - Number(b.how === 'other'))
}
