import { z } from 'zod'
import { operation } from '../../ipc/define'
import { voucherTargetSchema } from './voucher-target'

/**
 * Fetches the PDF and opens it in the viewer of the operating system. It lies in a private folder meanwhile and is
 * removed when Gatehouse ends. NO_VOUCHER: the server gives none, mostly because it is not released yet (rules.md
 * #183). NO_VIEWER: nothing on this computer opens a PDF.
 */
export const openVoucher = operation({
  kind: 'local',
  input: voucherTargetSchema,
  output: z.object({}),
  errors: ['NO_VOUCHER', 'NO_VIEWER', 'FILE_NOT_WRITTEN'],
})
