import type { LeftField } from '@shared/features/privacy'

/**
 * What helps against a field that still holds something: trying again, the vendor where a contact's earlier revisions hold it,
 * which no call reaches (rules.md #190, #198), or a person's own hand where it stands in a field that is not personal.
 */
export type Remedy = 'again' | 'vendor' | 'by-hand'
export type Kind = 'order' | 'contact'

/** The call for orders may reach earlier versions as well, so it is worth a second time. */
export const remedyOf = (kind: Kind, { version, how }: Pick<LeftField, 'version' | 'how'>): Remedy => {
  if (version !== undefined && (kind === 'contact' || how === 'elsewhere')) return 'vendor'
  return how === 'elsewhere' ? 'by-hand' : 'again'
}

/** Fields that stand in the same version and that the same helps against. */
export interface LeftGroup {
  readonly key: string
  readonly version: number | undefined
  readonly remedy: Remedy
  /** The API's names, each once. */
  readonly fields: readonly string[]
  readonly pointers: readonly string[]
}

export function groupedLeft(kind: Kind, left: readonly LeftField[]): LeftGroup[] {
  const groups = new Map<string, LeftGroup>()
  for (const one of left) {
    const { version, field, pointer } = one
    const remedy = remedyOf(kind, one)
    const key = `${version ?? 'newest'} ${remedy}`
    const { fields = [], pointers = [] } = groups.get(key) ?? {}
    groups.set(key, {
      ...{ key, version, remedy },
      fields: fields.includes(field) ? fields : [...fields, field],
      pointers: [...pointers, pointer],
    })
  }
  return [...groups.values()]
}
