import { join } from 'node:path'
import type { ProfileId } from '@shared/kernel/ids'
import type { JournalStore } from '../../journal'
import type { BatchStore } from '../../journal/batch'
import { batchDetailSchema, lineDetailSchema } from './batch-view'

/** Batches that are looked through, the newest first. */
const batchesLooked = 500
const linesAtOnce = 500

interface VoucherStores {
  readonly batches: Pick<BatchStore, 'list' | 'lines'>
  readonly privacy: Pick<JournalStore['privacy'], 'files'>
}

/** Full paths of all vouchers that were saved of these orders, by batches or by themselves, whether still there or not. */
export async function savedVouchers(
  { batches, privacy }: VoucherStores,
  profile: ProfileId,
  orders: readonly string[],
): Promise<string[]> {
  const wanted = new Set(orders)
  const paths = [...(await privacy.files(profile, orders))]
  for (const { id, detail } of await batches.list(profile, batchesLooked)) {
    const { kind, folder } = batchDetailSchema.safeParse(detail).data ?? {}
    if (kind !== 'vouchers' || folder === undefined) continue
    for (let offset = 0; ; offset += linesAtOnce) {
      const { lines, total } = await batches.lines(id, { offset, limit: linesAtOnce })
      for (const line of lines) {
        const { order, vouchers = [] } = lineDetailSchema.safeParse(line.detail).data ?? {}
        if (order === undefined || !wanted.has(order)) continue
        for (const { savedAs } of vouchers) if (savedAs !== undefined) paths.push(join(folder, savedAs))
      }
      if (offset + linesAtOnce >= total) break
    }
  }
  return paths
}
