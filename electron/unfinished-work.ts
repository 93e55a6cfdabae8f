import { ok } from '@shared/kernel/result'
import { countPending } from './features/privacy'
import type { ProfilesDeps } from './features/profiles'
import type { Journal } from './journal'

/** What a profile has to see to its end; nothing where there never was a journal. */
export const unfinishedWork = (journal: () => Journal | undefined): ProfilesDeps['unfinished'] => ({
  unsettled: async (profile) => journal()?.unsettled(profile) ?? ok(0),
  pending: async (profile, next) => {
    const opened = journal()
    return opened ? countPending(opened, profile, next) : ok(0)
  },
})
