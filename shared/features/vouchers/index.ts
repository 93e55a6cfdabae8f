import { getVoucherLink } from './get-voucher-link'
import { openVoucher } from './open-voucher'
import { printVoucher } from './print-voucher'
import { releaseVoucher } from './release-voucher'
import { saveVoucher } from './save-voucher'

export {
  pendingVouchers,
  type ReleaseObstacle,
  releaseObstacle,
  releaseObstacles,
} from './pending-vouchers'
export { type NoVoucher, type VoucherFiles, voucherFiles } from './voucher-files'
export type { VoucherTarget } from './voucher-target'

export const vouchersOperations = { openVoucher, saveVoucher, printVoucher, getVoucherLink, releaseVoucher }
