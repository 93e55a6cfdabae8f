export { CancelDialog } from './cancel-dialog/cancel-dialog'
export { HeldCancellation } from './held-cancellation'
