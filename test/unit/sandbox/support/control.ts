import type { Arrival } from '../../../../electron/sandbox/faults/ledger'
import type { OrderDocument } from '../../../../electron/sandbox/orders/document'
import type { Commit, Mail, PendingItem } from '../../../../electron/sandbox/store/overlay'
import { readAnswer, type TestClient } from './client'

export const FAULT_TOKEN = 'only-this-test-knows'

/** What the server really holds. */
export interface Truth {
  readonly versions: readonly OrderDocument[]
  readonly pending: readonly PendingItem[]
  readonly commits: readonly Commit[]
  readonly mails: readonly Mail[]
}

/** The control routes of a sandbox that was started with `FAULT_TOKEN`. */
export function controlOf(client: TestClient) {
  const call = async (method: string, path: string, body?: unknown, token = FAULT_TOKEN) => {
    const response = await fetch(`${client.sandbox.origin}/__control${path}`, {
      method,
      headers: { 'sandbox-token': token, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return readAnswer(response)
  }
  return {
    call,
    fault: async (fault: object) => {
      const answer = await call('POST', '/faults', fault)
      if (answer.status !== 200) throw new Error(answer.text)
    },
    clear: () => call('DELETE', '/faults'),
    truth: async (reference: string): Promise<Truth> =>
      JSON.parse((await call('GET', `/orders/${reference}`)).text),
    arrivals: async (method?: string): Promise<Arrival[]> => {
      const { arrivals }: { arrivals: Arrival[] } = JSON.parse((await call('GET', '/ledger')).text)
      return arrivals.filter((arrival) => method === undefined || arrival.method === method)
    },
  }
}
