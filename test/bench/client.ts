import { ok } from '@shared/kernel/result'
import { createDistributorApi } from '../../electron/api'
import type { ApiSettings } from '../../electron/api/settings'
import type { SandboxServer } from './sandbox'

/** The profile of all benches. */
export const benchProfile = 'bench'

export type Account = Pick<SandboxServer, 'origin' | 'clientId' | 'clientSecret'>

/** The client as the application uses it, but for pacing, which waits on purpose. */
export function createBenchClient(account: Account, settings: Partial<ApiSettings> = {}) {
  return createDistributorApi({
    connection: async () =>
      ok({
        profileId: benchProfile,
        baseAddress: `${account.origin}/v3.8/distributor`,
        clientId: account.clientId,
        clientSecret: account.clientSecret,
        distributorId: '501',
        inferredNames: false,
      }),
    identity: { name: 'Gatehouse', version: '0.0.0', platform: 'Linux', installId: 'bench' },
    resolveProxy: async () => 'DIRECT',
    settings: { pacing: { requests: 1_000_000, perMs: 1 }, ...settings },
  })
}
