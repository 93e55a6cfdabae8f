import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context, Handler, Handlers } from '../context'
import { accepts } from '../http/accept'
import { commitOf } from '../http/call'
import { boolean, readQuery, reference } from '../http/query'
import { Refusal } from '../http/refusal'
import { addEvent, type Change, touched } from '../orders/change'
import type { OrderDocument } from '../orders/document'
import { noSuchOrder } from '../store/order-store'
import { isVoucherKey, type VoucherLine, voucherKey, voucherLines, voucherPdf } from '../vouchers/voucher'
import { API_USER } from './cancel-order'
import { orderReferenceOf } from './read-orders'

const ALL = 'all'

/** `GET /orders/{order_reference}/voucher`: a link as JSON, or the file (rule 182). */
const getVoucher: Handler = async (request, reply, context) => {
  const query = readQuery(request, { booking_reference: reference, force_release: boolean })
  const json = accepts(request.headers.accept, 'application/json')
  if (!json && !accepts(request.headers.accept, 'application/pdf')) {
    throw new Refusal(406, 'NOT_ACCEPTABLE', 'Vouchers come as application/json or application/pdf.')
  }
  const wanted = orderReferenceOf(request.params)
  const index = context.store.indexOf(wanted)
  if (index === undefined) throw noSuchOrder(wanted)
  let order = context.store.document(index)
  const lines = voucherLines(order, query.booking_reference)
  if (query.force_release !== true) mustBeReleased(lines)
  if (lines.some(isPending)) order = await release(request, context, index, query.booking_reference)
  if (json) return { url: linkTo(request, context, wanted, query.booking_reference ?? ALL) }
  return reply.type('application/pdf').send(voucherPdf(order, voucherLines(order, query.booking_reference)))
}

const isPending = ({ booking }: VoucherLine): boolean => !booking.booking_voucher_released

function mustBeReleased(lines: readonly VoucherLine[]): void {
  const pending = lines.filter(isPending)
  if (pending.length === 0) return
  throw new Refusal(
    409,
    'VOUCHER_NOT_RELEASED',
    'The voucher is not released yet.',
    pending.map(
      ({ booking }) =>
        `Booking ${booking.booking_reference} is ${booking.booking_status}, its voucher is not released.`,
    ),
  )
}

/** Releases a pending voucher by force (rule 183). */
async function release(
  request: FastifyRequest,
  context: Context,
  index: number,
  booking: string | undefined,
): Promise<OrderDocument> {
  const released = await context.store.change(
    index,
    API_USER,
    commitOf(request, 'RELEASE'),
    (latest, change: Change) => {
      const order = touched(latest, change)
      for (const each of voucherLines(order, booking)) each.booking.booking_voucher_released = true
      addEvent(order, change, 'VOUCHER_RELEASE', 'Voucher released by force')
      return { order }
    },
  )
  request.call.committed = { reference: released.order_reference, version: released.order_version }
  return released
}

function linkTo(request: FastifyRequest, { config }: Context, order: string, booking: string): string {
  return `http://${request.host}/vouchers/${order}/${booking}/${voucherKey(config.clientSecret, order, booking)}.pdf`
}

/** The files that voucher links lead to; whoever has the link may read them. */
export function addVoucherFiles(app: FastifyInstance, context: Context): void {
  app.get<{ Params: { order: string; booking: string; key: string } }>(
    '/vouchers/:order/:booking/:key.pdf',
    (request, reply) => {
      const { order: wanted, booking, key } = request.params
      const index = context.store.indexOf(wanted)
      if (index === undefined || !isVoucherKey(context.config.clientSecret, wanted, booking, key)) {
        throw new Refusal(404, 'NOT_FOUND', 'There is no such voucher.')
      }
      const order = context.store.document(index)
      const lines = voucherLines(order, booking === ALL ? undefined : booking)
      mustBeReleased(lines)
      return reply.type('application/pdf').send(voucherPdf(order, lines))
    },
  )
}

export const voucherHandlers: Handlers = { getVoucher }
