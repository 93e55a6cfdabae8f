import { isSettled } from '@shared/features/operations'
import type { Entry } from './entry'

/** Names the order an entry is about; entries of one order run one after the other. */
export const orderOf = ({ profile, order }: Pick<Entry, 'profile' | 'order'>): string => `${profile} ${order}`

/**
 * The unsettled entries, by id and by order; those of an order oldest first. What a batch has queued stands aside, so
 * that it neither runs nor holds anything up, until the batch admits it.
 */
export class OpenEntries {
  readonly #byId = new Map<string, Entry>()
  readonly #byOrder = new Map<string, Map<string, Entry>>()
  /** Queued entries by batch. */
  readonly #aside = new Map<string, Map<string, Entry>>()
  readonly #admitted = new Set<string>()

  get(id: string): Entry | undefined {
    return this.#byId.get(id)
  }

  of(order: string): readonly Entry[] {
    return [...(this.#byOrder.get(order)?.values() ?? [])]
  }

  orders(): readonly string[] {
    return [...this.#byOrder.keys()]
  }

  /** What a batch has queued and not admitted, in the order it was recorded. */
  aside(batch: string): readonly Entry[] {
    return [...(this.#aside.get(batch)?.values() ?? [])]
  }

  /** What of a batch is being sent. */
  sending(batch: string): readonly Entry[] {
    return [...this.#byId.values()].filter((entry) => entry.batch === batch && entry.state === 'sending')
  }

  /** True for what a batch has queued and not admitted, or not any more. */
  isAside({ id, batch }: Entry): boolean {
    return batch !== undefined && this.#aside.get(batch)?.has(id) === true
  }

  /** Keeps the entry as it now is, or drops it when it is settled. */
  put(entry: Entry): void {
    this.#leaveAside(entry)
    if (isSettled(entry.state)) {
      this.#drop(entry)
      return
    }
    this.#byId.set(entry.id, entry)
    if (entry.batch !== undefined && entry.state === 'queued' && !this.#admitted.has(entry.id)) {
      this.#leaveOrder(entry)
      const queued = this.#aside.get(entry.batch) ?? new Map<string, Entry>()
      this.#aside.set(entry.batch, queued.set(entry.id, entry))
      return
    }
    const order = orderOf(entry)
    const siblings = this.#byOrder.get(order) ?? new Map<string, Entry>()
    this.#byOrder.set(order, siblings.set(entry.id, entry))
  }

  /** Lets an entry that stands aside run in its turn. */
  admit(id: string): Entry | undefined {
    const entry = this.#byId.get(id)
    if (!entry || this.#admitted.has(id)) return undefined
    this.#admitted.add(id)
    this.put(entry)
    return entry
  }

  /** Puts an entry aside again, unless it is under way. */
  dismiss(id: string): void {
    this.#admitted.delete(id)
    const entry = this.#byId.get(id)
    if (entry) this.put(entry)
  }

  #drop(entry: Entry): void {
    this.#leaveOrder(entry)
    this.#admitted.delete(entry.id)
    this.#byId.delete(entry.id)
  }

  #leaveOrder(entry: Entry): void {
    const order = orderOf(entry)
    const siblings = this.#byOrder.get(order)
    siblings?.delete(entry.id)
    if (siblings?.size === 0) this.#byOrder.delete(order)
  }

  #leaveAside({ id, batch }: Entry): void {
    if (batch === undefined) return
    const queued = this.#aside.get(batch)
    queued?.delete(id)
    if (queued?.size === 0) this.#aside.delete(batch)
  }
}
