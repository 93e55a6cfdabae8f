import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Context } from './context'
import { addControlRoutes } from './faults/control-routes'
import { FaultBook } from './faults/fault'
import { addFaults } from './faults/hooks'
import { Ledger } from './faults/ledger'
import { addValidation } from './validation/hooks'

/**
 * What development and tests add to the server: checks against the OpenAPI file, and faults for those who
 * know the token. Packaged builds do not contain this module (`__GATEHOUSE_DEV__`).
 */
export function addDevelopment(app: FastifyInstance, context: Context, violations: string[]): void {
  const { validate, faultToken, stateDir } = context.config
  if (validate) addValidation(app, violations)
  if (faultToken === undefined) return
  const book = new FaultBook()
  const ledger = new Ledger(stateDir === undefined ? undefined : join(stateDir, 'ledger.jsonl'))
  addFaults(app, context, book, ledger)
  addControlRoutes(app, context, faultToken, { book, ledger, violations })
}
