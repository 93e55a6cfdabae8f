import { cancelPlan, excludePlanLines, getBatchPlan, listPlanLines } from './get-batch-plan'
import { countDiffering, getBatch, listBatches, listBatchLines } from './list-batches'
import { planBatch } from './plan-batch'
import { resolveBatch } from './resolve-batch'
import { openBatchFolder, saveVouchers } from './save-vouchers'
import { startBatch } from './start-batch'
import { exportBatch, pauseBatch, resumeBatch, retryFailed, stopBatch } from './steer-batch'

export {
  type Batch,
  type BatchId,
  type BatchLine,
  type BatchReason,
  type BatchState,
  batchIdSchema,
  batchReasonSchema,
  batchReasons,
  batchStateSchema,
  batchStates,
  type LineState,
  lineStateSchema,
  lineStates,
} from './batch'
export {
  type BatchAction,
  type BatchField,
  type BatchKind,
  batchActionSchema,
  batchKindSchema,
  batchKinds,
  type ContactAction,
  type ContactKind,
  changesNothing,
  isContactKind,
  type ListedKind,
  listedKindSchema,
  type OfferedKind,
  offeredKinds,
  type RunKind,
  runKindSchema,
  typedCountFrom,
} from './batch-action'
export {
  type BatchPlan,
  type LineEffect,
  maxLines,
  type PlanFinding,
  type PlanId,
  type PlanLine,
  type PlanStage,
  type PlanTotal,
  planFindings,
  planIdSchema,
  planStages,
  planTotalSchema,
} from './batch-plan'
export { lineStateOf } from './line-state'
export type { GivenReference } from './resolve-batch'

export const batchesOperations = {
  cancelPlan,
  countDiffering,
  excludePlanLines,
  exportBatch,
  getBatch,
  getBatchPlan,
  listBatches,
  listBatchLines,
  listPlanLines,
  openBatchFolder,
  pauseBatch,
  planBatch,
  resolveBatch,
  resumeBatch,
  retryFailed,
  saveVouchers,
  startBatch,
  stopBatch,
}
