export { CancelDialog } from './cancel-dialog/cancel-dialog'
