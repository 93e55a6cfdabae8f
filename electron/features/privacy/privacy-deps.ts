import type { EventPayload } from '@shared/ipc/events'
import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import type { Result } from '@shared/kernel/result'
import type { Journal } from '../../journal'
import type { ChooseOpenPath, ChooseSavePath } from '../../platform/save-dialog'
import type { ErasurePlans, StartErasure } from './erasure-plans'
import type { FindDeps } from './find-person'
import type { InstallationKey } from './installation-key'
import type { CopiesDeps } from './local-copies'
import type { RetentionRules } from './retention'

/** What requests to be forgotten need of the rest. */
export interface PrivacyDeps
  extends Omit<FindDeps, 'mirrors' | 'journal'>,
    Omit<CopiesDeps, 'journal' | 'forgetPlans'> {
  readonly journal: Pick<Journal, 'ready' | 'open' | 'store' | 'submit' | 'purge'>
  readonly profileName: (profile: ProfileId) => string
  readonly planner: ErasurePlans
  readonly startErasure: StartErasure
  readonly retention: RetentionRules
  readonly key: () => Promise<Result<InstallationKey, AppError<'NO_KEY'>>>
  /** IANA name of the desk's time zone; that of this computer when left out. */
  readonly zone?: () => string
  readonly chooseSavePath: ChooseSavePath
  readonly chooseOpenPath: ChooseOpenPath
  /** Makes a PDF of a page that needs nothing from anywhere. */
  readonly toPdf: (html: string) => Promise<Uint8Array>
  readonly language: () => 'en' | 'nl'
  /** Told how far a search is. */
  readonly searching: (at: EventPayload<'privacy.searching'>) => void
  /** Told after a request was changed. */
  readonly changed: (profile: ProfileId, request: string) => void
}
