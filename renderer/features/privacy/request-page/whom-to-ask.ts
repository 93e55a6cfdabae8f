import type { LeftField } from '@shared/features/privacy'

/**
 * What helps against a field that still holds something: trying again, the vendor where earlier versions hold it that no
 * call reaches (rules.md #190, #198), or a person's own hand where it stands in a field that is not personal.
 */
export type Remedy = 'again' | 'vendor' | 'by-hand'

export const remedyOf = ({ version, how }: Pick<LeftField, 'version' | 'how'>): Remedy =>
  version !== undefined ? 'vendor' : how === 'elsewhere' ? 'by-hand' : 'again'
