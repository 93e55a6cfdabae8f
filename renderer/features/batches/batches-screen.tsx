import { batchIdSchema, planIdSchema } from '@shared/features/batches'
import { Route, Switch } from 'wouter'
import { useActiveProfile } from '../profiles'
import { BatchesList } from './list/batches-list'
import { batchesPath, newBatchPath } from './paths'
import { PlanPage } from './plan/plan-page'
import { BatchPage } from './run/batch-page'
import { NewBatchPage } from './start/new-batch-page'

/** Batches: the list of them, one that runs, one that is being prepared. The address says which. */
export function BatchesScreen() {
  const { profile } = useActiveProfile()
  const list = <BatchesList key={profile.id} profile={profile.id} />
  return (
    <Switch>
      <Route path={newBatchPath}>
        <NewBatchPage key={profile.id} />
      </Route>
      <Route path={`${batchesPath}/plan/:id`}>
        {({ id }) => {
          const plan = planIdSchema.safeParse(id).data
          return plan === undefined ? list : <PlanPage key={plan} plan={plan} />
        }}
      </Route>
      <Route path={`${batchesPath}/:id`}>
        {({ id }) => {
          const batch = batchIdSchema.safeParse(id).data
          return batch === undefined ? list : <BatchPage key={batch} batch={batch} />
        }}
      </Route>
      <Route>{list}</Route>
    </Switch>
  )
}
