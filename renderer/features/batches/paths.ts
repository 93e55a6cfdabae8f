import type { BatchId, PlanId } from '@shared/features/batches'

/** Where batches live: below Operations, whose tab they are. */
export const batchesPath = '/operations/batches'
/** Where a list of references is given. */
export const newBatchPath = `${batchesPath}/new`
export const planPath = (plan: PlanId) => `${batchesPath}/plan/${plan}`
export const batchPath = (batch: BatchId) => `${batchesPath}/${batch}`
