import { join } from 'node:path'
import type { ProfileId } from '@shared/kernel/ids'
import type { BatchStore } from '../../journal/batch'
import { batchDetailSchema, lineDetailSchema } from './batch-view'

/** Batches that are looked through, the newest first. */
const batchesLooked = 500
const linesAtOnce = 500

/** Full paths of all vouchers that batches of a profile saved of these orders, whether they are still there or not. */
export async function savedVouchers(
  batches: Pick<BatchStore, 'list' | 'lines'>,
  profile: ProfileId,
  orders: readonly string[],
): Promise<string[]> {
  const wanted = new Set(orders)
  const paths: string[] = []
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
