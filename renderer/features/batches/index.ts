export { type BulkKinds, SelectionActions } from './start/selection-actions'
