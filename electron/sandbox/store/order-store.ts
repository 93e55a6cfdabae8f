import { join } from 'node:path'
import { settleAmendment } from '../amendment/amend-order'
import { type Arrival, arrivedOrder, isArrival, nextArrival } from '../arrivals/arrival'
import { SlotBook } from '../availability/slot-book'
import { settle } from '../cancellation/cancel'
import { findProduct } from '../catalogue/products'
import { type ChangedContacts, ContactBook, loadContacts, noSuchContact } from '../contacts/contact-book'
import type { Dataset } from '../data/dataset'
import { Refusal } from '../http/refusal'
import { type Actor, type Change, PAYMENT_PROVIDER, SUPPLIER_SYSTEM } from '../orders/change'
import type { ContactDocument, OrderDocument } from '../orders/document'
import { lapse, newLinks } from '../payments/guest-pays'
import { newPendingRefunds, settleRefund } from '../payments/settle-refund'
import { type ChangedStock, loadStock, StockBook, type StockCommit } from '../stock/stock-book'
import type { StockDocument } from '../stock/stock-document'
import {
  type ChangedOrder,
  type Commit,
  type Outcome,
  Overlay,
  type Pending,
  type PendingItem,
} from './overlay'
import { newDataset, openDataset } from './world-file'

export interface StoreOptions {
  /** Where changes are kept; undefined keeps them for the life of the process. */
  readonly stateDir: string | undefined
  readonly seed: number
  readonly orders: number
  /** Bookings of the largest order. */
  readonly largeOrder: number
  /** Contacts of so many of the newest orders are listed. */
  readonly contactOrders: number
  /** How many rows of stock there are. */
  readonly stockItems: number
  /** How long a supplier that answers later takes, in ms. */
  readonly processingMs: number
  /** How long a refund waits for the payment provider, in ms; 0 answers it as done. */
  readonly refundMs: number
  readonly clock: () => number
}

/** Orders as the server holds them: made from the data set, or changed since. */
export class OrderStore {
  readonly #options: StoreOptions
  #dataset: Dataset
  readonly #overlay: Overlay
  /** The places that are left, as all orders are now. */
  readonly slots: SlotBook
  /** The contacts module. */
  readonly contacts: ContactBook
  /** Merchandise. */
  readonly stock: StockBook
  /** The newest versions that are no longer among the versions, because those were replaced too. */
  readonly #replaced = new Map<number, OrderDocument>()
  readonly #queues = new Map<number | string, Promise<unknown>>()
  #lastChange: number
  #revision = 0

  private constructor(
    options: StoreOptions,
    dataset: Dataset,
    overlay: Overlay,
    contacts: ChangedContacts,
    stock: ChangedStock,
  ) {
    this.#options = options
    this.#dataset = dataset
    this.#overlay = overlay
    this.#lastChange = dataset.lastMade
    this.slots = new SlotBook(() => this, options.clock)
    this.contacts = new ContactBook(
      () => this.#dataset,
      folderOf(options, 'contacts'),
      contacts,
      options.contactOrders,
    )
    this.stock = new StockBook(
      () => ({ ...this.#dataset.world, rows: options.stockItems }),
      folderOf(options, 'stock'),
      stock,
    )
    for (const order of overlay.all()) this.#noteChange(order)
  }

  static async open(options: StoreOptions): Promise<OrderStore> {
    const dataset = await openDataset(options)
    const overlay = await Overlay.open(folderOf(options, 'orders'))
    const contacts = await loadContacts(folderOf(options, 'contacts'))
    return new OrderStore(options, dataset, overlay, contacts, await loadStock(folderOf(options, 'stock')))
  }

  get dataset(): Dataset {
    return this.#dataset
  }

  get overlay(): Overlay {
    return this.#overlay
  }

  /** Moment of the last change to any order (epoch ms). */
  get lastChange(): number {
    return this.#lastChange
  }

  /** Grows with every change, for caches. */
  get revision(): number {
    return this.#revision
  }

  has(index: number): boolean {
    return this.#dataset.has(index) || (isArrival(index) && this.#overlay.get(index) !== undefined)
  }

  /** Indexes of the orders that arrived while the sandbox ran, newest first. */
  get arrived(): readonly number[] {
    return [...this.#overlay.all()]
      .map((order) => order.index)
      .filter(isArrival)
      .sort((a, b) => a - b)
  }

  /** When an order was made (epoch ms). */
  createdAt(index: number): number {
    return isArrival(index) ? Date.parse(this.document(index).order_created) : this.#dataset.createdAt(index)
  }

  /** Takes an order in that nobody asked this server for. Settles when it is on disk, and its contact too. */
  async arrive(arrival: Arrival, requestId: string): Promise<OrderDocument> {
    return this.#inTurn('arrivals', async () => {
      const at = this.#options.clock()
      const index = nextArrival(this.arrived)
      const { contactUid: uid } = arrival
      const known = uid === undefined ? undefined : this.contacts.find(uid)
      if (uid !== undefined && !known) throw noSuchContact(uid)
      const order = arrivedOrder(this.#dataset, index, at, arrival, known)
      const [contact] = order.order_contacts ?? []
      if (!known && contact) await this.contacts.add(contact)
      const commits = [{ at, kind: 'ARRIVE', version: order.order_version, requestId }]
      await this.#save({ index, versions: [order], pending: [], commits, mails: [] })
      return order
    })
  }

  /** The index of an order reference, or undefined if there is no such order. */
  indexOf(reference: string): number | undefined {
    const index = this.#dataset.references.decode(reference)
    if (index === undefined || !this.has(index)) return undefined
    return this.#dataset.references.order(index) === reference ? index : undefined
  }

  document(index: number): OrderDocument {
    return this.#overlay.get(index)?.versions.at(-1) ?? this.#dataset.document(index)
  }

  /** All versions, oldest first. */
  versions(index: number): readonly OrderDocument[] {
    return this.#overlay.get(index)?.versions ?? this.#dataset.versions(index)
  }

  /** An order as it was before its last change, as a cache may still show it (rule 42). */
  stale(index: number): OrderDocument {
    const replaced = this.#replaced.get(index)
    const newest = this.document(index)
    if (replaced?.order_version === newest.order_version - 1) return replaced
    return this.versions(index).at(-2) ?? newest
  }

  /**
   * Changes an order: `make` gets the newest version and returns the next, or throws a `Refusal`. Changes
   * of one order run one after the other; the promise settles when the new version is on disk.
   */
  async change(
    index: number,
    actor: Actor,
    commit: Omit<Commit, 'at' | 'version'>,
    make: (order: OrderDocument, change: Change) => Outcome,
  ): Promise<OrderDocument> {
    return this.#inTurn(index, async () => {
      const at = this.#options.clock()
      const before = this.document(index)
      const outcome = make(before, this.changeOf(index, at, actor))
      if (outcome.unchanged) return before
      const version = outcome.order.order_version
      const known = this.#overlay.get(index)
      await this.#save({
        index,
        versions: withNewest(outcome.older ?? this.versions(index), outcome.order),
        pending: [
          ...(known?.pending ?? []),
          ...[
            ...(outcome.pending ?? []),
            ...newPendingRefunds(before, outcome.order, at),
            ...newLinks(before, outcome.order, at),
          ].map((item) => this.#schedule(item, outcome.order)),
        ],
        commits: [...(known?.commits ?? []), { ...commit, at, version }],
        mails: [
          ...(known?.mails ?? []),
          ...(outcome.mails ?? []).map((mail) => ({
            ...mail,
            at,
            version,
            requestId: commit.requestId,
          })),
        ],
      })
      if (outcome.older) this.#replaced.set(index, before)
      return outcome.order
    })
  }

  /** Replaces a contact of the contacts module by what `make` returns; one after the other. */
  async replaceContact(
    uid: string,
    make: (before: ContactDocument | undefined) => Readonly<Record<string, unknown>>,
    actor: Actor,
  ): Promise<ContactDocument> {
    return this.#inTurn(uid, () =>
      this.contacts.replace(uid, make, this.changeOf(0, this.#options.clock(), actor)),
    )
  }

  /**
   * Changes a row of stock: `make` gets the row as it is now and returns the next, or throws a `Refusal`. Changes
   * of one row run one after the other.
   * @throws Refusal 404 if there is no such row
   */
  async changeStock(
    id: string,
    actor: Actor,
    commit: Omit<StockCommit, 'at'>,
    make: (row: StockDocument) => StockDocument,
  ): Promise<StockDocument> {
    return this.#inTurn(`stock ${id}`, () => {
      const row = this.stock.find(id)
      if (!row) throw new Refusal(404, 'STOCK_NOT_FOUND', `There is no stock ${id}.`)
      return this.stock.replace(make(row), commit, this.changeOf(0, this.#options.clock(), actor))
    })
  }

  /** Who changes an order and when, with references for what it may add. */
  changeOf(index: number, at: number, actor: Actor): Change {
    const refundStatus = this.#options.refundMs > 0 ? 'PENDING' : 'REFUNDED'
    return { ...this.#dataset.changeOf(index, at, actor), refundStatus }
  }

  /**
   * Lets suppliers and payment providers answer whose time has come (rules 29, 162).
   *
   * @param now epoch ms; those due until then answer
   * @param forced what they answer, instead of what they would
   * @param only the index of the one order to settle
   */
  async settleDue(now = this.#options.clock(), forced?: boolean, only?: number): Promise<void> {
    const due = [...this.#overlay.all()]
      .filter((order) => only === undefined || order.index === only)
      .filter((order) => order.pending.some((item) => this.#isDue(item, now)))
    await Promise.all(
      due.map((order) => this.#inTurn(order.index, () => this.#settleOrder(order.index, now, forced))),
    )
  }

  /** Back to how everything was made, dated from now. */
  async reset(): Promise<void> {
    await Promise.allSettled(this.#queues.values())
    await this.#overlay.clear()
    this.#replaced.clear()
    await this.contacts.clear()
    await this.stock.clear()
    this.#dataset = await newDataset(this.#options)
    this.#lastChange = this.#options.clock()
    this.#revision += 1
  }

  /** Waits until everything under way is on disk. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#queues.values())
  }

  async #settleOrder(index: number, now: number, forced: boolean | undefined): Promise<void> {
    for (;;) {
      const known = this.#overlay.get(index)
      const [item] = (known?.pending ?? [])
        .filter((candidate) => this.#isDue(candidate, now))
        .sort((a, b) => a.settleAt - b.settleAt)
      const latest = known?.versions.at(-1)
      if (!known || !item || !latest) return
      // Told to answer at once, they do so now and not when they would have.
      const at = Math.min(item.settleAt, this.#options.clock())
      const change = this.changeOf(index, at, actorOf(item))
      const order = this.#answered(latest, item, forced ?? item.accepted, change)
      await this.#save({
        ...known,
        versions: withNewest(known.versions, order),
        pending: [
          ...known.pending.filter((other) => other !== item),
          ...newPendingRefunds(latest, order, at).map((refund) => this.#schedule(refund, order)),
        ],
        commits: order === latest ? known.commits : [...known.commits, settled(at, order)],
      })
    }
  }

  /** Nobody answers for a link: it lapses when its own time has come, and not sooner. */
  #isDue(item: PendingItem, now: number): boolean {
    return item.settleAt <= (item.kind === 'LINK' ? this.#options.clock() : now)
  }

  #answered(order: OrderDocument, item: PendingItem, accepted: boolean, change: Change): OrderDocument {
    if (item.kind === 'AMENDMENT') return settleAmendment(order, item, accepted, change, this.slots)
    if (item.kind === 'REFUND') return settleRefund(order, item, accepted, change)
    if (item.kind === 'LINK') return lapse(order, item, change)
    return settle(order, item, accepted, change)
  }

  #schedule(item: Pending, order: OrderDocument): PendingItem {
    const { processingMs, refundMs } = this.#options
    if (item.kind === 'LINK') return { ...item, settleAt: item.expiresAt, accepted: true }
    if (item.kind === 'REFUND') {
      return { ...item, settleAt: item.requestedAt + (refundMs || processingMs), accepted: true }
    }
    const booking = order.order_bookings.find((each) => each.booking_reference === item.bookingReference)
    const accepted = findProduct(booking?.product_id ?? '')?.refusesCancellation !== true
    return { ...item, settleAt: item.requestedAt + processingMs, accepted }
  }

  async #save(order: ChangedOrder): Promise<void> {
    await this.#overlay.put(order)
    this.#noteChange(order)
  }

  #noteChange(order: ChangedOrder): void {
    const at = Math.max(...order.commits.map((commit) => commit.at))
    this.#lastChange = Math.max(this.#lastChange, at)
    this.#revision += 1
  }

  #inTurn<T>(index: number | string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(index) ?? Promise.resolve()
    const turn = before.then(work, work)
    this.#queues.set(index, turn)
    const done = () => {
      if (this.#queues.get(index) === turn) this.#queues.delete(index)
    }
    turn.then(done, done)
    return turn
  }
}

const settled = (at: number, { order_version: version }: OrderDocument): Commit => ({
  at,
  kind: 'SETTLE',
  version,
  requestId: 'supplier',
})

const actorOf = ({ kind }: PendingItem): Actor =>
  kind === 'REFUND' || kind === 'LINK' ? PAYMENT_PROVIDER : SUPPLIER_SYSTEM

/** Adds a version, or replaces the newest one when its number stayed the same. */
function withNewest(versions: readonly OrderDocument[], order: OrderDocument): OrderDocument[] {
  const older = versions.filter((version) => version.order_version < order.order_version)
  return [...older, order]
}

const folderOf = ({ stateDir }: StoreOptions, name: string): string | undefined =>
  stateDir === undefined ? undefined : join(stateDir, name)

/** 404 for an order that does not exist (rule 66). */
export function noSuchOrder(reference: string): Refusal {
  return new Refusal(404, 'ORDER_NOT_FOUND', `There is no order ${reference}.`)
}
