import { holdReasons } from '@shared/features/privacy'
import { dayAt } from '@shared/kernel/time'
import type { Account } from './client'
import { createRawCommands } from './raw-commands'

interface Answered {
  readonly data: { readonly order: { readonly order_version: number } }
}

/** The same erasures with the readings that verify them, sent raw. */
export async function createRawErase(account: Account, concurrency: number) {
  const { send, listed, each, close } = await createRawCommands(account, concurrency)
  return {
    /** Orders that nothing holds back. */
    orders: (wanted: number): Promise<string[]> => {
      const now = Date.now()
      const terms = { rules: [], now, today: dayAt(now, 'UTC') }
      return listed(wanted, (order: { readonly order_reference: string }) =>
        holdReasons(order, terms).length === 0 ? [order.order_reference] : [],
      )
    },
    /** Reads each with its payments and all its earlier versions, erases it, and reads all of that again, so many at a time. */
    run: (orders: readonly string[]): Promise<void> => {
      const read = async (order: string) => {
        const { data } = (await send('GET', `/orders/${order}?cache=false`)) as Answered
        await send('GET', `/payments?order_reference=${order}&items_per_page=200&page=1`)
        for (let version = data.order.order_version - 1; version >= 1; version -= 1) {
          await send('GET', `/orders/${order}?order_version=${version}`)
        }
      }
      return each(orders, async (order) => {
        await read(order)
        await send('PUT', `/orders/${order}/deidentify`)
        await read(order)
      })
    },
    close,
  }
}
