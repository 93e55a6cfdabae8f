export { OperationChip } from './operation-chip'
export { OperationsScreen } from './operations-screen'
export { operationOptions } from './queries'
export { refundText } from './refund-text'
