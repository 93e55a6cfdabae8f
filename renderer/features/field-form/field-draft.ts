import type { AmendableField, FieldProblem, FieldValue } from '@shared/features/amendments'

/** What somebody has typed into fields so far. */
export interface FieldDraft {
  valueOf(field: AmendableField): FieldValue
  problemOf(field: AmendableField): FieldProblem | undefined
  /** What is odd about a value that can be sent all the same, in words; left out: nothing is said. */
  adviceOf?(field: AmendableField): string | undefined
  setValue(field: AmendableField, value: FieldValue): void
}
