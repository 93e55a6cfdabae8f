import { ok } from '@shared/kernel/result'
import {
  type ApiSettings,
  type Connection,
  createDistributorApi,
  type DistributorApiDeps,
} from '../../electron/api'

export const profileId = 'test-profile'

/** Quick to fail, so that tests are. */
export const quickSettings: Partial<ApiSettings> = {
  timeoutMs: 10_000,
  connectTimeoutMs: 5_000,
  backoffMs: 1,
  maxBackoffMs: 2,
}

export function connectionTo(baseAddress: string, over: Partial<Connection> = {}): Connection {
  return {
    profileId,
    baseAddress,
    clientId: 'client',
    clientSecret: 'secret',
    distributorId: '501',
    inferredNames: false,
    ...over,
  }
}

/** A client over one connection, which `connection` may change while it runs. */
export function clientFor(
  connection: Connection | (() => Connection),
  { settings, ...deps }: Partial<DistributorApiDeps> = {},
) {
  const current = typeof connection === 'function' ? connection : () => connection
  const api = createDistributorApi({
    connection: async () => ok(current()),
    identity: { name: 'Gatehouse', version: '0.1.0', platform: 'Linux', installId: 'install-1' },
    resolveProxy: async () => 'DIRECT',
    settings: { ...quickSettings, ...settings },
    ...deps,
  })
  return { api, profile: api.for(profileId) }
}
