import { err, ok, type Result } from '@shared/kernel/result'
import type { SyncStore } from '../../electron/mirror/sync'
import type { MirrorStatus, TakeFailure, Taken } from '../../electron/store/mirror/protocol'

interface Held {
  readonly text: string
  readonly version: number
  readonly modified: number
}

interface ListBody {
  readonly data: {
    readonly total_items?: number
    readonly items_per_page?: number
    readonly items?: readonly {
      readonly order_reference: string
      readonly order_version: number
      readonly order_created: string
      readonly order_modified: string
    }[]
  }
}

/** Holds orders in memory until the store does; what a kill leaves behind is what it holds. */
export class MirrorStandIn implements SyncStore {
  readonly held = new Map<string, Held>()
  saved: string | undefined
  /** Takes no more than so many orders. */
  most = Number.POSITIVE_INFINITY

  take = async ({ text, state }: { text: string; state: string }): Promise<Result<Taken, TakeFailure>> => {
    let body: ListBody
    try {
      body = JSON.parse(text)
    } catch {
      return err('unreadable')
    }
    const { items = [], total_items, items_per_page } = body.data
    const fresh = items.filter(({ order_reference }) => !this.held.has(order_reference))
    if (this.held.size + fresh.length > this.most) return err('disk-full')
    const changed: string[] = []
    for (const order of items) {
      const { order_reference: reference, order_version: version } = order
      const modified = Date.parse(order.order_modified)
      const known = this.held.get(reference)
      const isOlder =
        known && (version < known.version || (version === known.version && modified < known.modified))
      const text = JSON.stringify(order)
      if (isOlder || known?.text === text) continue
      this.held.set(reference, { text, version, modified })
      changed.push(reference)
    }
    this.saved = state
    const created = items.map(({ order_created }) => Date.parse(order_created))
    return ok({
      items: items.length,
      unreadable: 0,
      changed,
      paging: {
        ...(total_items === undefined ? {} : { totalItems: total_items }),
        ...(items_per_page === undefined ? {} : { itemsPerPage: items_per_page }),
      },
      ...(items.length === 0
        ? {}
        : {
            created: { first: Math.min(...created), last: Math.max(...created) },
            modified: Math.max(...items.map(({ order_modified }) => Date.parse(order_modified))),
          }),
    })
  }

  status = async (): Promise<MirrorStatus> => ({
    orders: this.held.size,
    bytes: 0,
    ...(this.saved === undefined ? {} : { state: this.saved }),
  })

  putState = async (state: string): Promise<void> => {
    this.saved = state
  }
}
