export { OperationChip } from './operation-chip'
