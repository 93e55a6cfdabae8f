import type { privacyOperations } from '@shared/features/privacy'
import type { Handlers } from '@shared/ipc/define'
import { eraseHandlers } from './erase'
import type { PrivacyDeps } from './privacy-deps'
import { proveHandlers } from './prove'
import { requestBook } from './request-book'
import { requestHandlers } from './requests'
import { createSearches } from './searches'

export { countPending } from './count-pending'
export { deidentifyDefinition, deidentifyKind } from './deidentify-definition'
export { describeContactErasure, describeDeidentification } from './describe-deidentification'
export { draftContactErasure, draftDeidentification } from './draft-deidentification'
export { eraseContactDefinition, eraseContactKind } from './erase-contact-definition'
export { installationKey, keyFrom } from './installation-key'
export { retentionRules, retentionSpec } from './retention'

export function privacyHandlers(deps: PrivacyDeps): Handlers<typeof privacyOperations> {
  const book = requestBook(deps)
  const searches = createSearches(deps.searching)
  return {
    ...requestHandlers(deps, book, searches),
    ...eraseHandlers(deps, book),
    ...proveHandlers(deps, book, searches),
  }
}
