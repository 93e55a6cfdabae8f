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
  | 'declined-by-supplier'
/** How the server treats one reading. */
export type ReadFault = 'none' | 'offline' | 'stale' | 'forbidden' | 'signed-out'

const snapshotSchema = z.object({
  version: z.number(),
  cancelled: z.array(z.string()),
  processing: z.array(z.string()),
})
type Snapshot = z.infer<typeof snapshotSchema>
const intentSchema = z.object({ ticket: z.string() })

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
        await this.#wait(second)
        const sent = await this.#cancel(id, order, intent.ticket)
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
  changeByOthers(order: string, ticket: string): void {
    this.#change(order, (state) => ({ ...state, cancelled: [...state.cancelled, ticket] }))
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
    if (fault === 'late') {
      this.time.after(4 * minute, () => this.#commit(id, order, ticket, 'cancelled'))
      await this.#wait(minute)
      return lost
    }
    if (fault === 'slow-supplier' || fault === 'declined-by-supplier') {
      this.#change(order, (state) => ({ ...state, processing: [...state.processing, ticket] }))
      const end = fault === 'slow-supplier' ? 'cancelled' : 'declined'
      this.time.after(90 * minute, () => this.#commit(id, order, ticket, end))
    } else this.#commit(id, order, ticket, 'cancelled')
    if (fault === 'lost-after') {
      await this.#wait(minute)
      return lost
    }
    return ok(this.#stateAt(order, this.time.now()))
  }

  #commit(id: string, order: string, ticket: string, end: 'cancelled' | 'declined'): void {
    if (end === 'cancelled') this.ledger.push(id)
    this.#change(order, (state) => ({
      ...state,
      processing: state.processing.filter((other) => other !== ticket),
      cancelled: end === 'cancelled' ? [...state.cancelled, ticket] : state.cancelled,
    }))
  }

  #change(order: string, change: (state: Snapshot) => Snapshot): void {
    const now = this.time.now()
    const state = this.#stateAt(order, now)
    const history = this.#orders.get(order) ?? []
    this.#orders.set(order, [
      ...history,
      { at: now, state: { ...change(state), version: state.version + 1 } },
    ])
  }

  #stateAt(order: string, at: number): Snapshot {
    const past = (this.#orders.get(order) ?? []).filter((step) => step.at <= at)
    return past.at(-1)?.state ?? { version: 1, cancelled: [], processing: [] }
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.time.after(ms, resolve))
  }
}
