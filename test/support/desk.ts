import { readFile } from 'node:fs/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Operation } from '@shared/features/operations'
import { findProduct } from '../../electron/sandbox/catalogue/products'
import type { Sandbox, SandboxOrder } from './sandbox'

/** What a call over the bridge answered. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly error: { readonly code: string; readonly params?: Record<string, string> }
    }

/** Calls main as the renderer does. */
export function call<T>(window: Page, name: string, input: unknown): Promise<Answer<T>> {
  return window.evaluate(
    ([operation, json]) =>
      (globalThis as unknown as Window).gatehouse.call(operation ?? '', json ?? '') as Promise<never>,
    [name, JSON.stringify(input)],
  )
}

async function must<T>(window: Page, name: string, input: unknown): Promise<T> {
  const answer = await call<T>(window, name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}

/** The profile a fresh installation opens on. */
export async function firstProfile(window: Page): Promise<string> {
  const { profiles } = await must<{ profiles: { id: string }[] }>(window, 'profiles.listProfiles', {})
  return profiles[0]?.id ?? ''
}

/** The part of an order that can be cancelled by itself. */
export interface CancellableTicket {
  readonly reference: string
  readonly booking: string
  readonly ticket: string
}

/** Orders of the sandbox of which single tickets can be cancelled at once: two tickets of a booking for each. */
export async function cancellableTickets(
  sandbox: Sandbox,
  wanted: number,
): Promise<readonly (readonly [CancellableTicket, CancellableTicket])[]> {
  const found = (await sandbox.orders(8)).flatMap((order) => pairOf(order) ?? [])
  if (found.length < wanted) throw new Error(`the sandbox has ${found.length} orders to cancel`)
  return found.slice(0, wanted)
}

/** Judged by the server's own words: the client's rules are what these tests are about. */
function pairOf(order: SandboxOrder): [readonly [CancellableTicket, CancellableTicket]] | undefined {
  for (const booking of order.order_bookings) {
    const isOnline = findProduct(booking.product_id)?.supplier.mode !== 'OFFLINE'
    const isFree = booking.booking_status === 'BOOKING_CONFIRMED' && booking.product_cancellation_allowed
    const isCombi = (booking.product_combi_details ?? []).length > 0
    if (!isFree || isCombi || !isOnline) continue
    const free = booking.product_type_details.flatMap((ticket) =>
      ticket.product_type_status === 'CONFIRMED' && ticket.product_type_redemption_status === 'PENDING'
        ? [
            {
              reference: order.order_reference,
              booking: booking.booking_reference,
              ticket: ticket.product_type_transaction_id,
            },
          ]
        : [],
    )
    const [one, other] = free
    if (one && other && free.length > 2) return [[one, other]]
  }
  return undefined
}

/** Asks for the cancellation of tickets of one order, as it is now at the server. */
export async function cancel(
  window: Page,
  sandbox: Sandbox,
  profile: string,
  ...tickets: readonly CancellableTicket[]
): Promise<Answer<{ operations: string[] }>> {
  const order = (await sandbox.versions(tickets[0]?.reference ?? '')).at(-1)
  return call(window, 'cancellations.cancelOrder', {
    profile,
    order: order?.order_reference,
    targets: tickets.map(({ booking, ticket }) => ({
      level: 'ticket',
      bookingReference: booking,
      transactionId: ticket,
    })),
    refundToGuest: true,
    reason: 'The guest is ill',
    seen: { orderVersion: order?.order_version, priceTotal: order?.order_pricing.price_total },
  })
}

/** The operation as the journal has it. */
export async function operationOf(window: Page, id: string): Promise<Operation> {
  return (await must<{ operation: Operation }>(window, 'operations.getOperation', { operation: id }))
    .operation
}

/** How often the server cancelled this ticket, by the status in its own versions of the order: 0 or 1. */
export async function timesCancelled(
  sandbox: Sandbox,
  { reference, ticket }: CancellableTicket,
): Promise<number> {
  const states = (await sandbox.versions(reference)).map((order) =>
    order.order_bookings
      .flatMap(({ product_type_details }) => product_type_details)
      .some(
        (line) => line.product_type_transaction_id === ticket && line.product_type_status === 'CANCELLED',
      ),
  )
  return states.filter((cancelled, index) => cancelled && !states[index - 1]).length
}

/** Ends the whole application as a power cut would: no chance to tidy up. */
export async function killAll(app: ElectronApplication): Promise<void> {
  const main = app.process()
  const family = await descendants(main.pid ?? 0)
  const gone = new Promise((resolve) => main.once('exit', resolve))
  for (const pid of [main.pid ?? 0, ...family]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone with its parent.
    }
  }
  await gone
}

/** Process ids of the store, as Electron knows them. */
export function storePids(app: ElectronApplication): Promise<number[]> {
  return app.evaluate(({ app: running }) =>
    running
      .getAppMetrics()
      .filter(({ type, name }) => type === 'Utility' && name === 'Gatehouse store')
      .map(({ pid }) => pid),
  )
}

async function descendants(pid: number): Promise<number[]> {
  try {
    const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(/\s+/)
    const ids = children.filter(Boolean).map(Number)
    return [...ids, ...(await Promise.all(ids.map(descendants))).flat()]
  } catch {
    return []
  }
}
