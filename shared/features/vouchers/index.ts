import { getVoucherLink } from './get-voucher-link'
import { openVoucher } from './open-voucher'
import { printVoucher } from './print-voucher'
import { saveVoucher } from './save-voucher'

export type { VoucherTarget } from './voucher-target'

export const vouchersOperations = { openVoucher, saveVoucher, printVoucher, getVoucherLink }
