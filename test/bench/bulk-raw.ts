import { promisify } from 'node:util'
import { gunzip as gunzipCallback } from 'node:zlib'
import { request } from 'undici'
import type { Account } from './client'
import { createRawClient } from './raw-client'

const gunzip = promisify(gunzipCallback)

/** One thing to cancel. */
export interface Part {
  readonly order: string
  readonly booking: string
}

interface ListedOrder {
  readonly order_reference: string
  readonly order_status: string
  readonly order_bookings: readonly {
    readonly booking_reference: string
    readonly booking_status: string
    readonly booking_supplier_reference?: string
    readonly product_cancellation_allowed: boolean
    readonly product_combi_details?: readonly unknown[]
    readonly product_bundle_details?: readonly unknown[]
    readonly product_addon_details?: readonly unknown[]
    readonly product_type_details: readonly {
      readonly product_type_status: string
      readonly product_type_redemption_status: string
    }[]
  }[]
}

/** The least that could be done: a token, kept connections, the same requests so many at a time, nothing recorded. */
export async function createRawBulk(account: Account, concurrency: number) {
  const { base, dispatcher, headers: plain, close } = await createRawClient(account, concurrency)
  // Compressed, as the client asks for: the server's part is the same on both sides.
  const headers = { ...plain, 'accept-encoding': 'gzip' }
  const send = async (method: 'GET' | 'DELETE', path: string): Promise<unknown> => {
    const answer = await request(base + path, { dispatcher, method, headers })
    const bytes = Buffer.from(await answer.body.arrayBuffer())
    const text = answer.headers['content-encoding'] === 'gzip' ? await gunzip(bytes) : bytes
    const body: unknown = JSON.parse(text.toString())
    if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.statusCode}`)
    return body
  }

  return {
    /** Bookings that can be cancelled by themselves. */
    parts: async (wanted: number): Promise<Part[]> => {
      const found: Part[] = []
      for (let page = 1; found.length < wanted; page += 1) {
        const listed = (await send('GET', `/orders?items_per_page=100&page=${page}`)) as {
          data: { items: ListedOrder[] }
        }
        if (listed.data.items.length === 0) throw new Error(`only ${found.length} bookings to cancel`)
        found.push(...listed.data.items.flatMap(partOf))
      }
      return found.slice(0, wanted)
    },
    /** Reads and cancels each, so many at a time. */
    run: async (parts: readonly Part[]): Promise<void> => {
      const queue = parts.values()
      const worker = async () => {
        for (const { order, booking } of queue) {
          await send('GET', `/orders/${order}?cache=false`)
          await send(
            'DELETE',
            `/orders/${order}?booking_reference=${booking}&cancellation_reason=bench&payment_refund=true`,
          )
        }
      }
      await Promise.all(Array.from({ length: concurrency }, worker))
    },
    close,
  }
}

function partOf({ order_reference: order, order_status, order_bookings }: ListedOrder): Part[] {
  const free = order_bookings.find(
    (booking) =>
      booking.booking_status === 'BOOKING_CONFIRMED' &&
      booking.product_cancellation_allowed &&
      !booking.booking_supplier_reference &&
      !booking.product_combi_details?.length &&
      !booking.product_bundle_details?.length &&
      !booking.product_addon_details?.length &&
      booking.product_type_details.every(
        (ticket) =>
          ticket.product_type_redemption_status === 'PENDING' && ticket.product_type_status === 'CONFIRMED',
      ),
  )
  return order_status === 'ORDER_CONFIRMED' && free ? [{ order, booking: free.booking_reference }] : []
}
