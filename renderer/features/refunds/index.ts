export { RefundDialog } from './refund-dialog/refund-dialog'
export { RefundsScreen } from './refunds-screen/refunds-screen'
