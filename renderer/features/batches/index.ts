export { SelectionActions } from './start/selection-actions'
