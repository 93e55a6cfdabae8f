import type { Schemas } from '@shared/api'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Call, Caller } from '../caller'
import type { ApiDocument, Shape } from '../document'
import type { CommandOptions, ReadOptions } from '../request'

export type VoucherDocument = ApiDocument<Schemas['Voucher']>

/** Which part of an order the voucher is for; left out: all of it. */
export interface VoucherPart {
  readonly bookingReference?: string | undefined
}

export interface Vouchers {
  /** Where the voucher can be opened. The address is the server's word: https only, host confirmed, no token. */
  link(
    orderReference: string,
    part?: VoucherPart,
    options?: ReadOptions,
  ): Promise<Result<VoucherDocument, AppError>>
  /** The voucher itself, as PDF bytes. */
  pdf(
    orderReference: string,
    part?: VoucherPart,
    options?: ReadOptions,
  ): Promise<Result<Uint8Array, AppError>>
  /**
   * Releases a voucher although its booking is pending and answers with its address (rules.md #183). A GET that
   * changes something: journalled and sent once, like every command.
   */
  release(
    orderReference: string,
    part: VoucherPart,
    options: CommandOptions,
  ): Promise<Result<VoucherDocument, AppError>>
}

const holdsUrl: Shape = ({ url }) => typeof url === 'string' && url !== ''

/** Call 30 of endpoints.md. */
export function vouchersOf(caller: Caller): Vouchers {
  const call = (
    orderReference: string,
    { bookingReference }: VoucherPart,
    extra: Partial<Call> = {},
  ): Call => ({
    operation: 'getVoucher',
    method: 'GET',
    path: '/orders/{order_reference}/voucher',
    ids: { order_reference: orderReference },
    ...extra,
    query: { booking_reference: bookingReference, ...extra.query },
  })
  return {
    link: (orderReference, part = {}, options) => caller.read(call(orderReference, part), holdsUrl, options),
    pdf: async (orderReference, part = {}, options) => {
      const answer = await caller.fetch(call(orderReference, part, { accept: 'application/pdf' }), options)
      if (!answer.ok) return answer
      const { damaged, body, status } = answer.value.answer
      if (!damaged && isPdf(body)) return ok(new Uint8Array(body))
      return err(
        appError('UPSTREAM', 'getVoucher was answered with something that is no PDF', {
          requestId: answer.value.requestId,
          upstream: { status },
          params: { reason: damaged ?? 'unreadable' },
        }),
      )
    },
    release: (orderReference, part, options) =>
      caller.command(call(orderReference, part, { query: { force_release: true } }), holdsUrl, options),
  }
}

/** By its first bytes, as the content type may say anything. */
const isPdf = (body: Buffer) => body.subarray(0, 1024).includes('%PDF-')
