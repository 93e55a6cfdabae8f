export { batchKindsFor } from './kinds-for'
export { type BulkKinds, SelectionActions } from './start/selection-actions'
export { useBeginPlan } from './start/use-begin-plan'
