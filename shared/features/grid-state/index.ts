import { getGridState } from './get-grid-state'
import { saveGridState } from './save-grid-state'

export { type GridId, type GridState, gridStateSchema } from './grid-state'

export const gridStateOperations = { getGridState, saveGridState }
