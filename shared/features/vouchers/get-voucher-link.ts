import { z } from 'zod'
import { operation } from '../../ipc/define'
import { voucherTargetSchema } from './voucher-target'

/** Where the voucher can be opened in a browser, as the server says it (rules.md #182). */
export const getVoucherLink = operation({
  kind: 'query',
  input: voucherTargetSchema,
  output: z.object({ url: z.string() }),
  errors: ['NO_VOUCHER'],
})
