import { createHash } from 'node:crypto'
import { baseAddressOf } from '@shared/features/profiles'
import type { StoredProfile } from './profile-document'

/**
 * Where and as whom a profile works, as a short fingerprint: an operation that was recorded for one account is not sent
 * to, or looked up at, another. The port of a built-in sandbox changes with every start, so it is known by its profile.
 */
export function accountFingerprint({ id, environment, ...profile }: StoredProfile): string {
  const { address, clientId, distributorId } = profile
  const place = environment === 'built-in-sandbox' ? id : baseAddressOf(environment, address)
  const parts = [environment, place ?? '', clientId, distributorId]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
