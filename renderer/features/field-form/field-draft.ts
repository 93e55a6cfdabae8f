import type { AmendableField, FieldProblem, FieldValue } from '@shared/features/amendments'

/** What somebody has typed into fields so far. */
export interface FieldDraft {
  valueOf(field: AmendableField): FieldValue
  problemOf(field: AmendableField): FieldProblem | undefined
  setValue(field: AmendableField, value: FieldValue): void
}
