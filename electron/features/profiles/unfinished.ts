import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'

type Count = Result<number, AppError<'NO_JOURNAL'>>

/** How many operations of a profile are not settled. */
export type CountUnsettled = (profile: ProfileId) => Promise<Count>

/** How many requests to be forgotten of a profile are pending; with `next` only those that were not begun as that account. */
export type CountPending = (profile: ProfileId, next?: string) => Promise<Count>

/** What a profile has to see to its end. */
export interface Unfinished {
  readonly unsettled: CountUnsettled
  readonly pending: CountPending
}

/**
 * `OPERATIONS_OPEN`, with how many, while operations of a profile are not settled: they can be neither sent nor looked
 * up once it is gone or works elsewhere, so what became of them would never be known.
 */
export async function refuseWhileOpen(
  { unsettled }: Pick<Unfinished, 'unsettled'>,
  profile: ProfileId,
): Promise<Result<void, AppError<'OPERATIONS_OPEN' | 'NO_JOURNAL'>>> {
  const counted = await unsettled(profile)
  if (!counted.ok) return counted
  if (counted.value === 0) return ok(undefined)
  const params = { count: counted.value }
  return err(appError('OPERATIONS_OPEN', 'operations of this profile are not settled', { params }))
}

/**
 * The same, and `REQUESTS_OPEN`, with how many, while requests to be forgotten are pending: they are searched, carried out and
 * cleared with their profile as the account that they were begun as, so they would be due without anybody seeing them.
 * @param next account that it is to work as; absent where it is to go
 */
export async function refuseWhileUnfinished(
  deps: Unfinished,
  profile: ProfileId,
  next?: string,
): Promise<Result<void, AppError<'OPERATIONS_OPEN' | 'REQUESTS_OPEN' | 'NO_JOURNAL'>>> {
  const settled = await refuseWhileOpen(deps, profile)
  if (!settled.ok) return settled
  const counted = await deps.pending(profile, next)
  if (!counted.ok) return counted
  if (counted.value === 0) return ok(undefined)
  const params = { count: counted.value }
  return err(appError('REQUESTS_OPEN', 'requests to be forgotten of this profile are pending', { params }))
}
