import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PendingAmendment } from '../amendment/pending'
import type { PendingCancellation } from '../cancellation/cancel'
import { parseJson, stringifyJson } from '../http/json'
import type { OrderDocument } from '../orders/document'
import type { PendingLink } from '../payments/guest-pays'
import type { PendingRefund } from '../payments/settle-refund'
import { readIfThere, writeDurably } from './files'

/** An order that is no longer as it was made. */
export interface ChangedOrder {
  readonly index: number
  /** All versions, oldest first. */
  readonly versions: readonly OrderDocument[]
  readonly pending: readonly PendingItem[]
  readonly commits: readonly Commit[]
  readonly mails: readonly Mail[]
}

/** What waits for somebody outside: a supplier, or a payment provider. */
export type Pending = PendingCancellation | PendingAmendment | PendingRefund | PendingLink

export type PendingItem = Pending & {
  readonly settleAt: number
  readonly accepted: boolean
}

/** What changed an order: the request it came from, so that a test can tell what was really done. */
export interface Commit {
  readonly at: number
  readonly kind: string
  readonly version: number
  readonly requestId: string
  readonly operationId?: string
  readonly reference?: string
}

/** A mail that would have been sent. */
export interface Mail {
  readonly at: number
  /** `TICKETS` or `PAYMENT`. */
  readonly kind: string
  readonly to: string
  readonly version: number
  /** The call that sent it, as in the commits. */
  readonly requestId: string
  /** The bookings it is about, where it is not about the whole order. */
  readonly bookings?: readonly string[]
  /** What it asks for, e.g. `"12.50 EUR"`. */
  readonly amount?: string
}

/** What a change makes of an order. */
export interface Outcome {
  readonly order: OrderDocument
  /** The versions before it, where they change too. */
  readonly older?: readonly OrderDocument[]
  /** Nothing is to be done: no version, no trace. */
  readonly unchanged?: boolean
  readonly pending?: readonly Pending[]
  readonly mails?: readonly Omit<Mail, 'at' | 'version' | 'requestId'>[]
}

/**
 * The changed orders: in memory for reading, one file each on disk. A change is in memory only after it is
 * on disk, so nothing is ever shown that a crash could take back.
 */
export class Overlay {
  readonly #folder: string | undefined
  readonly #orders = new Map<number, ChangedOrder>()

  private constructor(folder: string | undefined) {
    this.#folder = folder
  }

  /** `folder` undefined: nothing is kept beyond the process. */
  static async open(folder: string | undefined): Promise<Overlay> {
    const overlay = new Overlay(folder)
    if (folder === undefined) return overlay
    await mkdir(folder, { recursive: true })
    for (const name of await readdir(folder)) {
      if (name.endsWith('.json')) await overlay.#load(folder, name)
    }
    return overlay
  }

  get(index: number): ChangedOrder | undefined {
    return this.#orders.get(index)
  }

  all(): IterableIterator<ChangedOrder> {
    return this.#orders.values()
  }

  async put(order: ChangedOrder): Promise<void> {
    if (this.#folder !== undefined) {
      const reference = order.versions[0]?.order_reference ?? String(order.index)
      await writeDurably(join(this.#folder, `${reference}.json`), stringifyJson(order))
    }
    this.#orders.set(order.index, order)
  }

  async clear(): Promise<void> {
    this.#orders.clear()
    if (this.#folder !== undefined) {
      await rm(this.#folder, { recursive: true, force: true })
      await mkdir(this.#folder, { recursive: true })
    }
  }

  /** A file that cannot be read is set aside and reported; its order falls back to how it was made. */
  async #load(folder: string, name: string): Promise<void> {
    const path = join(folder, name)
    try {
      const order = parseJson((await readIfThere(path)) ?? '')
      if (!isChangedOrder(order)) throw new Error('not an order')
      this.#orders.set(order.index, order)
    } catch (error) {
      await rename(path, `${path}.damaged`)
      process.stderr.write(`sandbox: ${name} could not be read and was set aside (${String(error)})\n`)
    }
  }
}

function isChangedOrder(value: unknown): value is ChangedOrder {
  if (typeof value !== 'object' || value === null) return false
  if (!('index' in value) || typeof value.index !== 'number') return false
  return ['versions', 'pending', 'commits', 'mails'].every((name) => Array.isArray(Reflect.get(value, name)))
}
