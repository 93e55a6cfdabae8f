import { z } from 'zod'
import { operation } from '../../ipc/define'
import { voucherTargetSchema } from './voucher-target'

/**
 * Fetches the PDF and saves it where a native dialog says; `savedAs` is the name of the file, absent when the person
 * declined. An existing file is replaced only once the new one is complete.
 */
export const saveVoucher = operation({
  kind: 'local',
  input: voucherTargetSchema,
  output: z.object({ savedAs: z.string().optional() }),
  errors: ['NO_VOUCHER', 'FILE_NOT_WRITTEN'],
})
