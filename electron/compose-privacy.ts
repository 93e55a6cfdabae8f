import type { ProfileId } from '@shared/kernel/ids'
import { createStarts, savedVouchers } from './features/batches'
import { installationKey, privacyHandlers, retentionRules, retentionSpec } from './features/privacy'
import type { Journal } from './journal'
import { htmlToPdf } from './platform/html-to-pdf'
import { openJsonDocument } from './platform/json-document'
import type { Keychain } from './platform/keychain'
import type { Windows } from './platform/windows'

type Given = Parameters<typeof privacyHandlers>[0]

interface Parts
  extends Pick<
    Given,
    | 'api'
    | 'mirrors'
    | 'deskUser'
    | 'sameAccount'
    | 'chooseSavePath'
    | 'chooseOpenPath'
    | 'language'
    | 'clearOpened'
    | 'profileName'
  > {
  readonly journal: Journal
  readonly planner: Parameters<typeof createStarts>[0]['planner'] & Given['planner']
  readonly starts: Omit<Parameters<typeof createStarts>[0], 'planner' | 'journal' | 'now'>
  readonly keychain: Keychain
  readonly windows: Windows
  readonly folder: string
}

/** Puts requests to be forgotten together with what they need of the rest. */
export function composePrivacy({ journal, planner, starts, keychain, windows, folder, ...rest }: Parts) {
  return privacyHandlers({
    ...rest,
    ...{ journal, planner, accountOf: starts.accountOf, now: Date.now, toPdf: htmlToPdf },
    startErasure: createStarts({ ...starts, planner, journal, now: Date.now }).startErasure,
    retention: retentionRules(openJsonDocument(folder, retentionSpec)),
    key: installationKey(keychain, journal),
    savedVouchers: (profile: ProfileId, orders: readonly string[]) =>
      savedVouchers(journal.store, { profile, account: starts.accountOf(profile) }, orders),
    madeLists: (profile) => journal.store.privacy.lists({ profile, account: starts.accountOf(profile) }),
    windowTitles: windows.titles,
    forgetOnScreen: (profile, orders) =>
      windows.broadcast('privacy.erased', { profile, orders: [...orders] }),
    searching: (at) => windows.broadcast('privacy.searching', at),
    changed: (profile, request) => windows.broadcast('privacy.changed', { profile, requests: [request] }),
  })
}
