import { join } from 'node:path'
import type { JournalStore } from '../../journal'
import type { BatchStore } from '../../journal/batch'
import { isOwner, type OrderOwner } from '../../journal/privacy-record'
import { batchDetailSchema, lineDetailSchema } from './batch-view'

interface VoucherStores {
  readonly batches: Pick<BatchStore, 'linesOf'>
  readonly privacy: Pick<JournalStore['privacy'], 'files'>
}

/**
 * Full paths of all vouchers that were saved of these orders, by batches or by themselves, with whatever profile of the
 * account, whether still there or not.
 */
export async function savedVouchers(
  { batches, privacy }: VoucherStores,
  owner: OrderOwner,
  orders: readonly string[],
): Promise<string[]> {
  const paths = new Set(await privacy.files(owner, orders))
  for (const order of orders) {
    for (const { batch, line } of await batches.linesOf(order)) {
      if (!isOwner(owner, batch)) continue
      const { kind, folder } = batchDetailSchema.safeParse(batch.detail).data ?? {}
      if (kind !== 'vouchers' || folder === undefined) continue
      const { vouchers = [] } = lineDetailSchema.safeParse(line.detail).data ?? {}
      for (const { savedAs } of vouchers) if (savedAs !== undefined) paths.add(join(folder, savedAs))
    }
  }
  return [...paths]
}
