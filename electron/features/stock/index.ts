import type { stockOperations } from '@shared/features/stock'
import type { Handlers } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { createSaveStock, type SaveStockDeps } from './save-stock'
import type { StockReader } from './stock-reader'
import { rulesOf, stockRulesHandlers } from './stock-rules'

export { describeStock } from './describe-stock'
export { setStockDefinition } from './stock-definition'
export { createStockReader } from './stock-reader'
export { forgetStockRules, rulesOf, stockRulesSpec } from './stock-rules'

export interface StockDeps extends Omit<SaveStockDeps, 'limitOf'> {
  readonly reader: StockReader
  /** What persons set, kept on this computer. */
  readonly rules: Parameters<typeof stockRulesHandlers>[0]
}

export function stockHandlers(deps: StockDeps): Handlers<typeof stockOperations> {
  const { reader, rules, now } = deps
  return {
    listStock: async ({ profile, known }) => {
      const reading = await reader.read(profile)
      if (!reading.ok) return err(asCommonError(reading.error))
      const { id, rows, withoutKey } = reading.value
      return ok({
        reading: id,
        ...(id === known ? {} : { rows: [...rows.values()] }),
        withoutKey,
        readAt: now(),
      })
    },
    saveStock: createSaveStock({ ...deps, limitOf: (profile) => rulesOf(rules, profile).limit }),
    ...stockRulesHandlers(rules),
  }
}
