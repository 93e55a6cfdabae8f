import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Entry } from './entry'

/** Fingerprint of where and as whom a profile works; `undefined` when there is no such profile. */
export type AccountOf = (profile: ProfileId) => string | undefined

/** `ANOTHER_ACCOUNT` when the profile of an entry does not work where it did when the entry was recorded, or is gone. */
export function checkAccount(
  accountOf: AccountOf,
  { profile, account }: Entry,
): Result<void, AppError<'ANOTHER_ACCOUNT'>> {
  if (account === undefined || account === accountOf(profile)) return ok(undefined)
  return err(appError('ANOTHER_ACCOUNT', 'the profile does not work where it did when this was recorded'))
}
