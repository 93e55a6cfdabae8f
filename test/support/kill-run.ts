import type { Page } from '@playwright/test'
import type { Batch, BatchLine, BatchPlan } from '@shared/features/batches'
import { findProduct } from '../../electron/sandbox/catalogue/products'
import { call, firstProfile, killAll, operationOf } from './desk'
import { type Gatehouse, launchGatehouse } from './launch'
import type { Arrival, Sandbox, SandboxBooking, SandboxOrder } from './sandbox'

/** A batch of partial cancellations that is killed again and again, and what came of it. */
export interface KillRun {
  readonly gatehouse: Gatehouse
  readonly batch: Batch
  readonly lines: readonly BatchLine[]
  /** Cancellations that reached the server, by `App-Operation-ID`. */
  readonly arrivals: ReadonlyMap<string, readonly Arrival[]>
  /** Operations that were being sent when the application was killed. */
  readonly interrupted: number
  /** From the click to the end, restarts included, in milliseconds. */
  readonly tookMs: number
}

export interface KillPlan {
  readonly sandbox: Sandbox
  readonly env: Readonly<Record<string, string>>
  /** `booking_reference` of each line. */
  readonly references: readonly string[]
  readonly kills: number
  /** From 0 to 1, the same for the same seed. */
  readonly random: () => number
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Bookings of orders that have several, one of each order first: cancelling them leaves the rest of the order standing,
 * as one of its bookings is never among them.
 */
export function partsOf(orders: readonly SandboxOrder[]): string[] {
  const parts = orders.flatMap(({ order_status, order_bookings }) => {
    if (order_status === 'ORDER_CANCELLED') return []
    const free = order_bookings.filter(isFree).slice(0, order_bookings.length - 1)
    return free.map(({ booking_reference }, rank) => ({ booking_reference, rank }))
  })
  return parts.sort((a, b) => a.rank - b.rank).map(({ booking_reference }) => booking_reference)
}

/** By the server's own words: the client's rules are what this is about. */
const isFree = (booking: SandboxBooking & { readonly product_addon_details?: readonly unknown[] }): boolean =>
  booking.booking_status === 'BOOKING_CONFIRMED' &&
  booking.product_cancellation_allowed &&
  findProduct(booking.product_id)?.supplier.mode !== 'OFFLINE' &&
  !booking.product_combi_details?.length &&
  !booking.product_bundle_details?.length &&
  !booking.product_addon_details?.length &&
  booking.product_type_details.every(
    ({ product_type_redemption_status, product_type_status }) =>
      product_type_redemption_status === 'PENDING' && product_type_status === 'CONFIRMED',
  )

/** The longest that the application is let live before it is killed, from the opened journal on, in milliseconds. */
const longestLife = 1_200

/** Starts the batch, kills the whole application at random moments of its run, and lets it come to its end. */
export async function killRun(plan: KillPlan): Promise<KillRun> {
  const { sandbox, env, references, kills, random } = plan
  let gatehouse = await launchGatehouse({ env })
  const { userData } = gatehouse
  const profile = await firstProfile(gatehouse.window)
  const began = Date.now()
  const id = await startBatch(gatehouse.window, profile, references)
  for (let kill = 0; kill < kills; kill++) {
    // Mostly while it runs; now and then while the journal is still being opened.
    if (random() < 0.8) await must(gatehouse.window, 'batches.getBatch', { batch: id })
    await pause(random() * longestLife)
    await killAll(gatehouse.app)
    gatehouse = await launchGatehouse({ userData, env })
  }
  const batch = await ended(gatehouse.window, id)
  const tookMs = Date.now() - began
  const lines = await linesOf(gatehouse.window, id)
  const interrupted = await interruptedOf(gatehouse.window, lines)
  return { gatehouse, batch, lines, interrupted, arrivals: await arrivalsOf(sandbox), tookMs }
}

async function startBatch(window: Page, profile: string, references: readonly string[]): Promise<string> {
  const { plan } = await must<{ plan: string }>(window, 'batches.resolveBatch', {
    profile,
    kind: 'cancel',
    references,
  })
  await planAt(window, plan, 'resolved')
  const action = { kind: 'cancel', refundToGuest: true, reason: 'The pier is closed' }
  await must(window, 'batches.planBatch', { plan, action })
  const { toSend } = await planAt(window, plan, 'planned')
  if (toSend !== references.length) throw new Error(`${toSend} of ${references.length} lines can be sent`)
  return (await must<{ batch: string }>(window, 'batches.startBatch', { profile, plan, count: toSend })).batch
}

async function planAt(window: Page, plan: string, stage: BatchPlan['stage']): Promise<BatchPlan> {
  for (;;) {
    const found = await must<BatchPlan>(window, 'batches.getBatchPlan', { plan })
    if (found.stage === stage) return found
    if (found.error) throw new Error(JSON.stringify(found.error))
    await pause(50)
  }
}

const open = ['queued', 'sending', 'unknown', 'at-supplier'] as const

async function ended(window: Page, batch: string): Promise<Batch> {
  for (;;) {
    const found = (await must<{ batch: Batch }>(window, 'batches.getBatch', { batch })).batch
    if (found.state === 'paused' || found.state === 'stopped') throw new Error(JSON.stringify(found))
    if (found.state === 'finished' && open.every((state) => !found.counts[state])) return found
    await pause(200)
  }
}

async function linesOf(window: Page, batch: string): Promise<BatchLine[]> {
  const lines: BatchLine[] = []
  for (;;) {
    const page = { batch, offset: lines.length, limit: 500 }
    const found = await must<{ lines: BatchLine[]; total: number }>(window, 'batches.listBatchLines', page)
    lines.push(...found.lines)
    if (lines.length >= found.total) return lines
  }
}

async function arrivalsOf(sandbox: Sandbox): Promise<Map<string, Arrival[]>> {
  const arrivals = new Map<string, Arrival[]>()
  for (const arrival of await sandbox.commands()) {
    const id = arrival.headers['app-operation-id'] ?? ''
    arrivals.set(id, [...(arrivals.get(id) ?? []), arrival])
  }
  return arrivals
}

async function interruptedOf(window: Page, lines: readonly BatchLine[]): Promise<number> {
  let count = 0
  for (const id of lines.flatMap(({ operations }) => operations)) {
    const { attempts } = await operationOf(window, id)
    if (attempts.some(({ error }) => error?.params?.reason === 'interrupted')) count++
  }
  return count
}

/** Asks main; a journal that is still being opened answers when it is. */
async function must<T>(window: Page, name: string, input: unknown): Promise<T> {
  const answer = await call<T>(window, name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
