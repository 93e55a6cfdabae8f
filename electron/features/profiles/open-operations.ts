import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'

/** How many operations of a profile are not settled. */
export type CountUnsettled = (profile: ProfileId) => Promise<Result<number, AppError<'NO_JOURNAL'>>>

/**
 * `OPERATIONS_OPEN`, with how many, while operations of a profile are not settled: they can be neither sent nor looked
 * up once it is gone or works elsewhere, so what became of them would never be known.
 */
export async function refuseWhileOpen(
  unsettled: CountUnsettled,
  profile: ProfileId,
): Promise<Result<void, AppError<'OPERATIONS_OPEN' | 'NO_JOURNAL'>>> {
  const counted = await unsettled(profile)
  if (!counted.ok) return counted
  if (counted.value === 0) return ok(undefined)
  const params = { count: counted.value }
  return err(appError('OPERATIONS_OPEN', 'operations of this profile are not settled', { params }))
}
