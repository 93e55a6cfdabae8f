export { ReleaseDialog } from './release-dialog'
export { type VoucherBooking, VouchersDialog } from './vouchers-dialog'
