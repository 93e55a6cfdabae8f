import type { PrivacyRequest } from '@shared/features/privacy'
import type { Profile } from '@shared/features/profiles'
import type { Step } from './steps'

/** What every step is given. */
export interface StepProps {
  readonly profile: Profile
  readonly request: PrivacyRequest
  readonly onStep: (step: Step) => void
}
