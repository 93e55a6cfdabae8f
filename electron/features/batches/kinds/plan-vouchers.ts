import { voucherFiles } from '@shared/features/vouchers'
import type { LineVerdict, OrderToPlan, PlannedOrder, ReadOrder } from './planned-order'

/** The vouchers of an order or booking as files. No operations: fetching them changes nothing (rules.md #182). */
export function planVouchers(read: ReadOrder, { lines }: OrderToPlan): PlannedOrder {
  const verdicts = lines.map(({ line, booking, payment }): LineVerdict => {
    if (payment !== undefined) return { line, why: 'ORDER_LEVEL_ONLY' }
    const found = voucherFiles(read, booking)
    if (typeof found === 'string') return { line, why: found }
    const { files, without } = found
    const leftOut = without.length > 0 ? { leftOut: without.map((part) => ({ ...part })) } : {}
    return {
      line,
      effect: { requests: files.length, vouchers: files.map((file) => ({ ...file })), ...leftOut },
    }
  })
  return { verdicts, drafts: [] }
}
