import { Route, Switch } from 'wouter'
import { HeldCancellation } from './features/cancellations'
import { type HeldReviews, OperationsScreen } from './features/operations'
import { lazyCode } from './lib/lazy-code'
import { LazyView } from './ui/lazy-view'
import { LoadingBar } from './ui/loading-bar'

const reviews: HeldReviews = { 'cancel-order': HeldCancellation }
const batches = lazyCode(() =>
  import('./features/batches/batches-screen').then(({ BatchesScreen }) => BatchesScreen),
)
const noProps = {}

/** The Operations screen with its tabs, and what features show before an operation of theirs is sent late. */
export function OperationsWithReviews() {
  return (
    <Switch>
      <Route path="/operations/batches/*?">
        <LazyView code={batches} props={noProps} fallback={<LoadingBar active />} />
      </Route>
      <Route>
        <OperationsScreen reviews={reviews} />
      </Route>
    </Switch>
  )
}
