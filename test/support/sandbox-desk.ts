import { vi } from 'vitest'
import { amendmentsHandlers } from '../../electron/features/amendments'
import { cancellationsHandlers } from '../../electron/features/cancellations'
import { contactsHandlers } from '../../electron/features/contacts'
import { descriptionsOf, operationKinds } from '../../electron/features/operation-kinds'
import { toOperation } from '../../electron/features/operations/to-operation'
import { paymentsHandlers } from '../../electron/features/payments'
import { refundsHandlers } from '../../electron/features/refunds'
import { createReleaseVoucher } from '../../electron/features/vouchers/release-voucher'
import type { Entry } from '../../electron/journal'
import { systemClock } from '../../electron/journal/system-clock'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import { CLIENT, type TestClient } from '../unit/sandbox/support/client'
import { clientFor, connectionTo } from './api-client'
import { createDeskJournal } from './order-desk'

/**
 * A desk with all that changes orders, over real HTTP against a sandbox, whose journal waits a fraction of what it would.
 * @param baseNow where the API is at any moment, so that a test can put it out of reach
 */
export function openSandboxDesk(
  server: TestClient,
  { timeoutMs = 1_500, baseNow = () => server.base }: { timeoutMs?: number; baseNow?: () => string } = {},
) {
  const account = { ...CLIENT, inferredNames: true }
  const settings = { timeoutMs, pacing: { requests: 10_000, perMs: 1_000 } }
  const { api } = clientFor(() => connectionTo(baseNow(), account), { settings })
  const { journal, file } = createDeskJournal(api, { clock: systemClock, scale: 6_000 })
  const deps = { api, journal, now: Date.now }
  const descriptions = descriptionsOf(operationKinds(api, Date.now))
  /** Once nothing happens to it any more without somebody doing something. */
  const ended = (id: string): Promise<Entry> =>
    vi.waitFor(
      () => {
        const entry = file.entry(id)
        if (!entry || !['done', 'failed', 'needs-review'].includes(entry.state)) throw new Error(entry?.state)
        return entry
      },
      { timeout: 15_000, interval: 20 },
    )
  return {
    ...{ api, file, journal, ended },
    amendments: amendmentsHandlers(deps),
    cancellations: cancellationsHandlers(deps),
    contacts: contactsHandlers(deps),
    payments: paymentsHandlers(deps),
    refunds: refundsHandlers(deps),
    vouchers: { releaseVoucher: createReleaseVoucher(deps) },
    /** An operation as it is shown, once it has ended. */
    shown: async (id: string) => {
      const entry = await ended(id)
      return toOperation(entry, [entry], { descriptions, traits: journal.traits })
    },
  }
}

/** The order of the data set with this key. */
export async function orderNamed(server: TestClient, key: string): Promise<OrderDocument> {
  const { items } = await server.list(`order_external_reference=${key}`)
  const [found] = items
  if (!found) throw new Error(`there is no ${key}`)
  return server.order(found.order_reference)
}

/** What of an order a person has seen when they decide. */
export const seenOf = (order: OrderDocument) => ({
  orderVersion: order.order_version ?? null,
  priceTotal: order.order_pricing.price_total,
})
