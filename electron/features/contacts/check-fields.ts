import {
  type AmendableField,
  type AmendedField,
  type FieldPath,
  type FieldProblem,
  type FieldValue,
  isSamePath,
} from '@shared/features/amendments'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'

/** INVALID_INPUT names the first field that cannot be changed so, and why. */
export function checkContactFields(
  fields: readonly AmendedField[],
  known: readonly AmendableField[],
  problemOf: (field: AmendableField, wanted: FieldValue) => FieldProblem | undefined,
): Result<void, AppError<never>> {
  for (const [index, { path, seen, wanted }] of fields.entries()) {
    const field = known.find((candidate) => isSamePath(candidate.path, path))
    if (!field) return err(invalidField(path, 'cannot be changed here'))
    if (fields.slice(0, index).some((earlier) => isSamePath(earlier.path, path))) {
      return err(invalidField(path, 'is named twice'))
    }
    if (seen === wanted) return err(invalidField(path, 'is as wanted already'))
    const problem = problemOf(field, wanted)
    if (problem) return err(invalidField(path, problem))
  }
  return ok(undefined)
}

export const invalidField = (path: FieldPath, why: string): AppError<never> =>
  appError('INVALID_INPUT', `${path.join('.')} ${why}`, { fields: { [path.join('.')]: why } })
