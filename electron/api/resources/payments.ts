import type { Query, Schemas } from '@shared/api'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, type Result } from '@shared/kernel/result'
import type { Caller, ConditionalReadOptions } from '../caller'
import { type ApiDocument, holds, holdsItems } from '../document'
import type { CommandOptions } from '../request'

export type PaymentListDocument = ApiDocument<Schemas['PaymentListResponse']>
export type PaymentDocument = ApiDocument<Schemas['PaymentRecordResponse']>
export type RecordedPaymentDocument = ApiDocument<Schemas['PaymentResponse']>
/** A payment in its manual form. */
export type ManualPayment = Schemas['PaymentRequest']
/** Filters and paging of the list, by the API's own names. */
export type PaymentFilters = Query<'getPayments'>

/** The six ways to say which payments are meant (rules.md #169). */
const identifiers = [
  'order_reference',
  'booking_reference',
  'product_type_transaction_id',
  'payment_id',
  'payment_merchant_reference',
  'payment_service_provider_reference',
] as const
export type PaymentIdentifier = (typeof identifiers)[number]

/** What to refund: exactly one identifier. An order reference means all payments of the order. */
export type RefundTarget = { readonly by: PaymentIdentifier; readonly id: string }

export interface RefundOptions extends CommandOptions {
  readonly reason?: string | undefined
}

export interface Payments {
  list(
    filters?: PaymentFilters,
    options?: ConditionalReadOptions<Schemas['PaymentListResponse']>,
  ): Promise<Result<PaymentListDocument, AppError>>
  /**
   * Stops a payment under way or gives one back without cancelling the order (rules.md #168), always in full: v3.8
   * knows no amount (rules.md #171).
   */
  refund(target: RefundTarget, options: RefundOptions): Promise<Result<PaymentDocument, AppError>>
  /**
   * Records a payment that was received outside Prio (rules.md #175). v3.8 shows no amount in the request: a server may
   * record all that is due instead.
   */
  record(
    orderReference: string,
    payment: ManualPayment,
    options: CommandOptions,
  ): Promise<Result<RecordedPaymentDocument, AppError>>
  /** Mails the guest a request to pay the order (rules.md #178). The name of its one parameter is a guess. */
  sendEmail(
    orderReference: string,
    options: CommandOptions,
  ): Promise<Result<{ readonly requestId: string }, AppError>>
}

/** Calls 31, 32, 33 and 35 of endpoints.md. */
export function paymentsOf(caller: Caller): Payments {
  return {
    list: (filters = {}, options) =>
      caller.read(
        { operation: 'getPayments', method: 'GET', path: '/payments', query: filters },
        holdsItems,
        options,
      ),
    refund: async ({ by, id }, { reason, ...options }) => {
      // Without an identifier the call could mean every payment there is.
      if (!identifiers.includes(by)) {
        const fields = { by: `is none of ${identifiers.join(', ')}` }
        return err(appError('INVALID_INPUT', 'cancelPayment: no identifier', { fields }))
      }
      const isList = by === 'booking_reference' || by === 'product_type_transaction_id'
      return caller.command(
        {
          operation: 'cancelPayment',
          method: 'DELETE',
          path: '/payments',
          query: { [by]: isList ? [id] : id, refund_reason: reason?.trim() || undefined },
        },
        holds('payment'),
        options,
      )
    },
    record: (orderReference, payment, options) =>
      caller.command(
        {
          operation: 'addPayment',
          method: 'POST',
          path: '/payments',
          query: { order_reference: orderReference },
          body: JSON.stringify({ data: { payment } }),
        },
        holds('payment'),
        options,
      ),
    sendEmail: (orderReference, options) =>
      caller.order(
        {
          operation: 'sendPaymentEmail',
          method: 'POST',
          path: '/payments/email',
          query: { order_reference: orderReference },
        },
        options,
      ),
  }
}
