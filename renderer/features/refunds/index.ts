export { RefundDialog } from './refund-dialog/refund-dialog'
