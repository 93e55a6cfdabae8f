import type { Query, Schemas } from '@shared/api'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, type Result } from '@shared/kernel/result'
import type { Caller, ConditionalReadOptions } from '../caller'
import { type ApiDocument, holds, holdsItems } from '../document'
import { readRaw } from '../json/edit'
import type { CommandOptions, ReadOptions } from '../request'
import { type OrderPageAnswer, type OrderPageOptions, orderPage } from './order-page'

export type OrderListDocument = ApiDocument<Schemas['OrderListResponse']>
export type OrderDocument = ApiDocument<Schemas['OrderResponse']>
/** Filters, sort and paging of the list, by the API's own names. */
export type OrderFilters = Query<'getOrders'>

/** What to cancel: one id per request, as the form of lists is unconfirmed (rules.md #57, #160). */
export type CancelTarget =
  | { readonly level: 'order' }
  | { readonly level: 'booking'; readonly bookingReference: string }
  | { readonly level: 'ticket'; readonly transactionId: string }

export interface CancelOptions extends CommandOptions {
  /** Sent as `payment_refund`, always: the API's default gives the money back (rules.md #164). */
  readonly refundToGuest: boolean
  readonly reason?: string | undefined
  /** Cancels here although the third party does not allow it (rules.md #165). A guessed name. */
  readonly force?: boolean | undefined
}

export interface UpdateOptions extends CommandOptions {
  /** The switches of an amendment (rules.md #156). Guessed names. */
  readonly switches?: Query<'updateOrder'> | undefined
}

export interface Orders {
  /** Orders of the last three months unless the filters say otherwise (rules.md #152). */
  list(
    filters?: OrderFilters,
    options?: ConditionalReadOptions<Schemas['OrderListResponse']>,
  ): Promise<Result<OrderListDocument, AppError>>
  /** The same list as it came, for whoever reads it elsewhere. */
  page(filters: OrderFilters, options?: OrderPageOptions): Promise<Result<OrderPageAnswer, AppError>>
  /** One order. `fresh` goes past the vendor's cache (rules.md #42); an asked-for version does so by itself. */
  get(
    orderReference: string,
    options?: ReadOptions & { version?: number; fresh?: boolean },
  ): Promise<Result<OrderDocument, AppError>>
  /** Cancels the order, one booking or one ticket of it, and answers with the order afterwards. */
  cancel(
    orderReference: string,
    target: CancelTarget,
    options: CancelOptions,
  ): Promise<Result<OrderDocument, AppError>>
  /**
   * Replaces the top level of an order and amends the bookings that are sent; what is left out there is deleted
   * (rules.md #153).
   * @param body JSON text with `data.order`, sent as it is, so that no digit is lost on the way
   */
  update(
    orderReference: string,
    body: string,
    options: UpdateOptions,
  ): Promise<Result<OrderDocument, AppError>>
  /** Replaces the personal data of an order by tokens, for good, and answers with the order (rules.md #197, #198). */
  deidentify(orderReference: string, options: CommandOptions): Promise<Result<OrderDocument, AppError>>
}

/** Is told of every order as it is by now that an answer held, and when it was asked for (milliseconds since 1970 UTC). */
export type SawOrder = (document: OrderDocument, askedAt: number) => void

/** Calls 24 and 26 to 29 of endpoints.md. */
export function ordersOf(caller: Caller, now: () => number, saw: SawOrder = () => {}): Orders {
  const seen = async (
    ask: () => Promise<Result<OrderDocument, AppError>>,
  ): Promise<Result<OrderDocument, AppError>> => {
    const askedAt = now()
    const answer = await ask()
    if (answer.ok) saw(answer.value, askedAt)
    return answer
  }
  return {
    list: (filters = {}, options) => caller.read(listCall(filters), holdsItems, options),
    page: (filters, options) => orderPage(caller, listCall(filters), options),
    get: (orderReference, { version, fresh, signal } = {}) => {
      const ask = () =>
        caller.read<Schemas['OrderResponse']>(
          {
            operation: 'getOrder',
            method: 'GET',
            path: '/orders/{order_reference}',
            ids: { order_reference: orderReference },
            query: version === undefined ? { cache: fresh ? false : undefined } : { order_version: version },
          },
          holds('order'),
          { signal },
        )
      // An earlier version is not how the order is by now.
      return version === undefined ? seen(ask) : ask()
    },
    cancel: (orderReference, target, { refundToGuest, reason, force, ...options }) =>
      seen(() =>
        caller.command(
          {
            operation: 'cancelOrder',
            method: 'DELETE',
            path: '/orders/{order_reference}',
            ids: { order_reference: orderReference },
            query: {
              ...partOf(target),
              cancellation_reason: reason?.trim() || undefined,
              payment_refund: refundToGuest,
              force_cancellation: force || undefined,
            },
          },
          holds('order'),
          options,
        ),
      ),
    update: async (orderReference, body, { switches, ...options }) => {
      if (readRaw(body, ['data', 'order'])?.startsWith('{') !== true) {
        const fields = { body: 'holds no data.order' }
        return err(appError('INVALID_INPUT', 'updateOrder: the body holds no order', { fields }))
      }
      return seen(() =>
        caller.command(
          {
            operation: 'updateOrder',
            method: 'PUT',
            path: '/orders/{order_reference}',
            ids: { order_reference: orderReference },
            query: switches ?? {},
            body,
          },
          holds('order'),
          options,
        ),
      )
    },
    deidentify: (orderReference, options) =>
      seen(() =>
        caller.command(
          {
            operation: 'deidentifyOrder',
            method: 'PUT',
            path: '/orders/{order_reference}/deidentify',
            ids: { order_reference: orderReference },
          },
          holds('order'),
          options,
        ),
      ),
  }
}

const listCall = (query: OrderFilters) =>
  ({ operation: 'getOrders', method: 'GET', path: '/orders', query, takesDistributor: true }) as const

/** The part's id alone: a ticket's booking beside it could cancel the booking. An empty one is refused later on. */
function partOf(target: CancelTarget) {
  switch (target.level) {
    case 'order':
      return {}
    case 'booking':
      return { booking_reference: [target.bookingReference] }
    case 'ticket':
      return { product_type_transaction_id: [target.transactionId] }
  }
}
