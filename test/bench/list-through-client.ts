import { ok } from '@shared/kernel/result'
import { createDistributorApi } from '../../electron/api'

/** The client as the application uses it, but for pacing, which waits on purpose. */
export function createListReader(sandbox: { origin: string; clientId: string; clientSecret: string }) {
  const profileId = 'bench'
  const api = createDistributorApi({
    connection: async () =>
      ok({
        profileId,
        baseAddress: `${sandbox.origin}/v3.8/distributor`,
        clientId: sandbox.clientId,
        clientSecret: sandbox.clientSecret,
        distributorId: '501',
        inferredNames: false,
      }),
    identity: { name: 'Gatehouse', version: '0.0.0', platform: 'Linux', installId: 'bench' },
    resolveProxy: async () => 'DIRECT',
    settings: { pacing: { requests: 100_000, perMs: 1 } },
  })
  return {
    /** Reads one page and answers how many orders it held. */
    readPage: async (page: number, itemsPerPage: number): Promise<number> => {
      const answer = await api.for(profileId).orders.list({ page, items_per_page: itemsPerPage })
      if (!answer.ok) throw new Error(`page ${page}: ${answer.error.code} ${answer.error.message}`)
      return answer.value.value.data.items?.length ?? 0
    },
    close: () => api.close(),
  }
}
