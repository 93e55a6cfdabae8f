import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import type { ComponentType } from 'react'

/** What a feature shows before an operation of its kind that was held is sent after all. */
export interface HeldReviewProps {
  readonly profile: ProfileId
  readonly operation: Operation
  readonly onClose: () => void
}

/** By kind; a kind without one is sent from the operation itself. */
export type HeldReviews = Readonly<Record<string, ComponentType<HeldReviewProps>>>
