export { isSettled, type OperationState, operationStateSchema, operationStates } from './state'
