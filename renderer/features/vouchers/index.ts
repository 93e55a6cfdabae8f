export { type VoucherBooking, VouchersDialog } from './vouchers-dialog'
