import { acceptJournal } from './accept-journal'
import { countWaiting } from './count-waiting'
import { exportOperations, stopExport } from './export-operations'
import { getJournalStatus } from './get-journal-status'
import { getOperation } from './get-operation'
import { listLeftQueued, putOffLeftQueued } from './left-queued'
import { listOperations } from './list-operations'
import { lookUpNow } from './look-up-now'
import { markOutcome } from './mark-outcome'
import { sendQueued } from './send-queued'
import { verifyJournal } from './verify-journal'
import { withdrawQueued } from './withdraw-queued'

export type { JournalState } from './get-journal-status'
export type { OperationStep } from './get-operation'
export {
  effectDifferenceSchema,
  type Operation,
  type OperationEffect,
  type OperationError,
  type OperationField,
  type OperationPart,
  type OperationTarget,
  operationErrorSchema,
} from './operation'
export { isSettled, type OperationState, operationStateSchema, operationStates } from './state'

export const operationsOperations = {
  acceptJournal,
  countWaiting,
  exportOperations,
  getJournalStatus,
  getOperation,
  listLeftQueued,
  listOperations,
  lookUpNow,
  markOutcome,
  putOffLeftQueued,
  sendQueued,
  stopExport,
  verifyJournal,
  withdrawQueued,
}
