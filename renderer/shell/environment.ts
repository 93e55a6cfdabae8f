import type { Environment } from '@shared/features/profiles'
import type { EnvironmentKind } from '../tokens'

/** What an environment is to the person: the real thing, somebody's test, our own sandbox, or an address of their own. */
export const environmentKind: Readonly<Record<Environment, EnvironmentKind>> = {
  production: 'production',
  staging: 'test',
  'vendor-sandbox': 'test',
  'built-in-sandbox': 'sandbox',
  custom: 'custom',
}
