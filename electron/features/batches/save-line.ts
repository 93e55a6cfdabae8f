import type { OperationError } from '@shared/features/operations'
import type { AppError } from '@shared/kernel/app-error'
import type { DistributorApi } from '../../api'
import type { RunLine } from '../../journal'
import { toJson } from '../../journal/json'
import { saveBeside } from '../../platform/save-beside'
import { fetchVoucher } from '../vouchers'
import { batchDetailSchema, type LineDetail, lineDetailSchema } from './batch-view'

/** What every other line would meet as well: the line stays to be done. */
const hindrances: readonly AppError['code'][] = ['OFFLINE', 'SIGNED_OUT', 'RATE_LIMITED']

/**
 * Fetches and saves the vouchers of a line, one after the other. What is saved is noted by name and not fetched again; a
 * file whose note did not reach the disk is fetched again and found to be there.
 */
export function createSaveLine({ api }: { readonly api: DistributorApi }): RunLine {
  return async ({ id, profile, detail: batch }, { line, detail: given }) => {
    const { folder = '' } = batchDetailSchema.parse(batch)
    const { error: _, ...detail } = lineDetailSchema.parse(given)
    const { order = '' } = detail
    const vouchers = (detail.vouchers ?? []).map((voucher) => ({ ...voucher }))
    let refusal: AppError | undefined
    const kept = (error = refusal): LineDetail => ({
      ...detail,
      vouchers,
      ...(error ? { error: toLineError(error) } : {}),
    })
    for (const [at, voucher] of vouchers.entries()) {
      if (voucher.savedAs !== undefined) continue
      const { booking } = voucher
      const fetched = await fetchVoucher(api, { profile, order, booking })
      if (!fetched.ok) {
        const { error } = fetched
        if (!hindrances.includes(error.code)) {
          refusal ??= error
          continue
        }
        const afterSeconds = error.upstream?.retryAfterSeconds
        return { state: 'queued', detail: toJson(kept(error)), error, afterSeconds }
      }
      const mark = `${id.slice(0, 8)}-${line}-${at}`
      const saved = await saveBeside({ folder, ...fetched.value, mark })
      if (!saved.ok) return { state: 'queued', detail: toJson(kept(saved.error)), error: saved.error }
      voucher.savedAs = saved.value
    }
    if (!refusal) return { state: 'done', detail: toJson(kept()) }
    const state = vouchers.some(({ savedAs }) => savedAs !== undefined) ? 'partly-done' : 'failed'
    return { state, detail: toJson(kept()), error: refusal }
  }
}

/** Without the server's own sentences: they may name a guest. */
function toLineError({ code, message, changed, requestId, params, upstream }: AppError): OperationError {
  return {
    ...{ code, message, changed },
    ...(requestId === undefined ? {} : { requestId }),
    ...(upstream?.status === undefined ? {} : { status: upstream.status }),
    ...(upstream?.code === undefined ? {} : { serverCode: upstream.code }),
    ...(params ? { params: { ...params } } : {}),
  }
}
