import type { VoucherTarget } from '@shared/features/vouchers'
import { type AppError, appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import { safeFileName } from '../../platform/private-files'

export type VoucherError = AppError<'NO_VOUCHER'>

/** A voucher with the name its file should have. */
export interface VoucherFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads the PDF of an order or booking. */
export async function fetchVoucher(
  api: DistributorApi,
  { profile, order, booking }: VoucherTarget,
): Promise<Result<VoucherFile, VoucherError>> {
  const answer = await api.for(profile).vouchers.pdf(order, { bookingReference: booking })
  if (!answer.ok) return err(voucherError(answer.error))
  const name = safeFileName(`voucher-${[order, booking].filter(Boolean).join('-')}.pdf`)
  return ok({ name, bytes: answer.value })
}

/** Refusals of the voucher itself, as against those of the sign-in or of the way there. */
const refusals = new Set([400, 404, 409, 422])

/** The API has no code for "not released yet": a refused voucher is told as one that cannot be had now. */
export function voucherError(error: AppError): VoucherError {
  const { requestId, upstream } = error
  if (!upstream?.status || !refusals.has(upstream.status)) return asCommonError(error)
  return appError('NO_VOUCHER', `the voucher was refused with ${upstream.status}`, {
    ...(requestId === undefined ? {} : { requestId }),
    upstream,
  })
}
