import { HeldCancellation } from './features/cancellations'
import { type HeldReviews, OperationsScreen } from './features/operations'

const reviews: HeldReviews = { 'cancel-order': HeldCancellation }

/** The Operations screen, and what features show before an operation of theirs is sent late. */
export function OperationsWithReviews() {
  return <OperationsScreen reviews={reviews} />
}
