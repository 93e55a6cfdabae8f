import { privacyRequestSchema } from '@shared/features/privacy'
import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { type Journal, noJournal, reasonOf } from '../../journal'
import { StoreError } from '../../platform/store-client'

/** How many requests of a profile are pending; with `next` only those that were not begun as that account. */
export async function countPending(
  { open, store }: Pick<Journal, 'open' | 'store'>,
  profile: ProfileId,
  next?: string,
): Promise<Result<number, AppError<'NO_JOURNAL'>>> {
  const status = await open()
  // Of a damaged journal nothing goes on, whatever becomes of the profile.
  if (status.state === 'damaged') return ok(0)
  if (status.state !== 'ready') return err(noJournal(reasonOf(status)))
  try {
    const pending = (await store.privacy.unended()).filter((record) => record.profile === profile)
    const away = pending.filter(({ document }) => {
      const account = privacyRequestSchema.safeParse(document).data?.account
      return account === undefined || account !== next
    })
    return ok(away.length)
  } catch (thrown) {
    if (thrown instanceof StoreError) return err(noJournal('store-down'))
    throw thrown
  }
}
