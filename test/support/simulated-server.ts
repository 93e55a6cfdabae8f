import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import { type BoundDefinition, bindDefinition } from '../../electron/journal/definition'
import type { SimulatedTime } from './simulated-time'

/** How the server treats one cancellation. */
export type SendFault =
  | 'none'
  | 'refused'
  | 'rate-limited'
  | 'offline'
  | 'lost-before'
  | 'lost-after'
  | 'late'
  | 'conflict'
  | 'slow-supplier'
  /** Takes it for processing without a new version of the order. */
  | 'slow-silently'
  | 'declined-by-supplier'
  /** As above, and the order keeps its version when it is as before. */
  | 'declined-silently'
/** How the server treats one reading. */
export type ReadFault = 'none' | 'offline' | 'stale' | 'forbidden' | 'signed-out'

const snapshotSchema = z.object({
  version: z.number(),
  /** Ids of all tickets, cancelled or not. An amendment by others puts a new one in the place of an old one. */
  tickets: z.array(z.string()),
  cancelled: z.array(z.string()),
  processing: z.array(z.string()),
})
export type Snapshot = z.infer<typeof snapshotSchema>
const intentSchema = z.object({ ticket: z.string() })

/** Every order has the same tickets to begin with. */
export const firstTickets = ['1', '2', '3', 't0', 't1', 't2', 't3']

const second = 1000
const minute = 60 * second

/** A server with orders of tickets, its ledger of what it did, and faults to order. */
export class SimulatedServer {
  /** Ids of operations whose cancellation was carried out, once for each time. */
  readonly ledger: string[] = []
  /** Ids of operations whose request the server began to work on. */
  readonly arrivals: string[] = []
  readonly sendFaults: SendFault[] = []
  readonly readFaults: ReadFault[] = []
  /** Readings that were answered. */
  reads = 0
  readonly #orders = new Map<string, { at: number; state: Snapshot }[]>()

  constructor(readonly time: SimulatedTime) {}

  definition(): BoundDefinition {
    return bindDefinition({
      kind: 'cancel-ticket',
      intent: intentSchema,
      snapshot: snapshotSchema,
      safeToResend: false,
      reversal: undefined,
      read: async ({ order }) => this.read(order),
      check: ({ intent }, now) => {
        const gone = [...now.cancelled, ...now.processing].includes(intent.ticket)
        return gone ? err(appError('NOT_CANCELLABLE', 'cancelled already')) : ok(undefined)
      },
      send: async ({ id, order, intent }) => {
        const sent = await this.cancel(id, order, intent.ticket)
        return sent.ok ? ok({ now: sent.value, requestId: `request-${id}` }) : sent
      },
      evidence: ({ intent: { ticket }, before, entry }, now) => {
        const othersChanged = now.version !== before.version + 1
        if (now.cancelled.includes(ticket)) return { verdict: 'happened', othersChanged }
        if (now.processing.includes(ticket)) return { verdict: 'at-supplier', othersChanged }
        const accepted = entry.state === 'at-supplier' ? snapshotSchema.parse(entry.after) : undefined
        const isNewer = accepted !== undefined && now.version > accepted.version
        return { verdict: isNewer ? 'declined' : 'absent', othersChanged: false }
      },
    })
  }

  /** The order as it is; what a stale cache shows is two minutes older. */
  read(order: string): Result<Snapshot, AppError> {
    const fault = this.readFaults.shift() ?? 'none'
    if (fault === 'offline') return err(appError('OFFLINE', 'no network'))
    if (fault === 'forbidden') return err(appError('FORBIDDEN', 'HTTP 403', { upstream: { status: 403 } }))
    if (fault === 'signed-out') return err(appError('SIGNED_OUT', 'HTTP 401', { upstream: { status: 401 } }))
    this.reads++
    return ok(this.#stateAt(order, fault === 'stale' ? this.time.now() - 2 * minute : this.time.now()))
  }

  /** A colleague elsewhere cancels a ticket. */
  cancelByOthers(order: string, ticket: string): void {
    const { tickets, cancelled } = this.state(order)
    if (!tickets.includes(ticket) || cancelled.includes(ticket)) return
    this.#change(order, (state) => ({ ...state, cancelled: [...state.cancelled, ticket] }))
  }

  /** A colleague elsewhere amends a ticket that still stands: it is replaced by one with another id (rules.md #155). */
  amendByOthers(order: string, ticket: string): void {
    const { cancelled, processing } = this.#stateAt(order, this.time.now())
    if (cancelled.includes(ticket) || processing.includes(ticket)) return
    this.#change(order, (state) => ({
      ...state,
      tickets: state.tickets.map((other) => (other === ticket ? `${ticket}'` : other)),
    }))
  }

  /** Cancels a ticket as the API does, with the fault that is next. */
  async cancel(id: string, order: string, ticket: string): Promise<Result<Snapshot, AppError>> {
    await this.#wait(second)
    return this.#cancel(id, order, ticket)
  }

  /** What the order is now. */
  state(order: string): Snapshot {
    return this.#stateAt(order, this.time.now())
  }

  isCancelled(order: string, ticket: string): boolean {
    return this.#stateAt(order, this.time.now()).cancelled.includes(ticket)
  }

  async #cancel(id: string, order: string, ticket: string): Promise<Result<Snapshot, AppError>> {
    const fault = this.sendFaults.shift() ?? 'none'
    const lost = err(appError('OUTCOME_UNKNOWN', 'no answer', { changed: 'unknown' }))
    switch (fault) {
      case 'offline':
        return err(appError('OFFLINE', 'connection refused'))
      case 'refused':
        return err(appError('INVALID_INPUT', 'HTTP 422', { upstream: { status: 422 } }))
      case 'rate-limited':
        return err(appError('RATE_LIMITED', 'HTTP 429', { upstream: { status: 429, retryAfterSeconds: 20 } }))
      case 'conflict':
        return err(appError('CONFLICT', 'HTTP 409', { changed: 'unknown', upstream: { status: 409 } }))
      case 'lost-before':
        await this.#wait(minute)
        return lost
    }
    this.arrivals.push(id)
    const { tickets, cancelled, processing } = this.#stateAt(order, this.time.now())
    if (!tickets.includes(ticket)) {
      return err(appError('INVALID_INPUT', 'no such ticket', { upstream: { status: 422 } }))
    }
    if (cancelled.includes(ticket) || processing.includes(ticket)) {
      return err(appError('CONFLICT', 'cancelled already', { changed: 'unknown', upstream: { status: 409 } }))
    }
    if (fault === 'late') {
      this.time.after(4 * minute, () => this.#commit(id, order, ticket, 'cancelled'))
      await this.#wait(minute)
      return lost
    }
    if (fault.startsWith('slow') || fault.startsWith('declined')) {
      this.#change(order, (state) => ({
        ...state,
        version: fault === 'slow-silently' ? state.version - 1 : state.version,
        processing: [...state.processing, ticket],
      }))
      const end = fault.startsWith('slow') ? 'cancelled' : fault
      this.time.after(90 * minute, () => this.#commit(id, order, ticket, end))
    } else this.#commit(id, order, ticket, 'cancelled')
    if (fault === 'lost-after') {
      await this.#wait(minute)
      return lost
    }
    return ok(this.#stateAt(order, this.time.now()))
  }

  #commit(id: string, order: string, ticket: string, end: SendFault | 'cancelled'): void {
    const { tickets, cancelled } = this.#stateAt(order, this.time.now())
    // Late, and somebody else was there first.
    const isGone = !tickets.includes(ticket) || cancelled.includes(ticket)
    const isDone = end === 'cancelled' && !isGone
    if (end === 'cancelled' && isGone) return
    if (isDone) this.ledger.push(id)
    this.#change(order, (state) => ({
      ...state,
      version: end === 'declined-silently' ? state.version - 1 : state.version,
      processing: state.processing.filter((other) => other !== ticket),
      cancelled: isDone ? [...state.cancelled, ticket] : state.cancelled,
    }))
  }

  #change(order: string, change: (state: Snapshot) => Snapshot): void {
    const now = this.time.now()
    const state = this.#stateAt(order, now)
    const history = this.#orders.get(order) ?? []
    const changed = change(state)
    this.#orders.set(order, [...history, { at: now, state: { ...changed, version: changed.version + 1 } }])
  }

  #stateAt(order: string, at: number): Snapshot {
    const past = (this.#orders.get(order) ?? []).filter((step) => step.at <= at)
    return past.at(-1)?.state ?? { version: 1, tickets: firstTickets, cancelled: [], processing: [] }
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.time.after(ms, resolve))
  }
}
