import { isSettled } from '@shared/features/operations'
import type { Entry } from './entry'

/** Names the order an entry is about; entries of one order run one after the other. */
export const orderOf = ({ profile, order }: Pick<Entry, 'profile' | 'order'>): string => `${profile} ${order}`

/** The unsettled entries, by id and by order; those of an order oldest first. */
export class OpenEntries {
  readonly #byId = new Map<string, Entry>()
  readonly #byOrder = new Map<string, Map<string, Entry>>()

  get(id: string): Entry | undefined {
    return this.#byId.get(id)
  }

  of(order: string): readonly Entry[] {
    return [...(this.#byOrder.get(order)?.values() ?? [])]
  }

  orders(): readonly string[] {
    return [...this.#byOrder.keys()]
  }

  /** Keeps the entry as it now is, or drops it when it is settled. */
  put(entry: Entry): void {
    if (isSettled(entry.state)) {
      this.#drop(entry)
      return
    }
    const order = orderOf(entry)
    const siblings = this.#byOrder.get(order) ?? new Map<string, Entry>()
    this.#byOrder.set(order, siblings.set(entry.id, entry))
    this.#byId.set(entry.id, entry)
  }

  #drop(entry: Entry): void {
    const order = orderOf(entry)
    const siblings = this.#byOrder.get(order)
    siblings?.delete(entry.id)
    if (siblings?.size === 0) this.#byOrder.delete(order)
    this.#byId.delete(entry.id)
  }
}
