import { z } from 'zod'
import { operation } from '../../ipc/define'
import { voucherTargetSchema } from './voucher-target'

/**
 * Fetches the PDF, shows it in a window of its own and opens the print dialog of the operating system; `printed` is
 * false when the person declined. NOT_PRINTED: there was no dialog or no job, and the window stays, to print from.
 */
export const printVoucher = operation({
  kind: 'local',
  input: voucherTargetSchema,
  output: z.object({ printed: z.boolean() }),
  errors: ['NO_VOUCHER', 'NOT_PRINTED'],
})
