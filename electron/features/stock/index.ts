import type { stockOperations } from '@shared/features/stock'
import type { Handlers } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { distinct } from '@shared/kernel/tolerant'
import { createExportStock, type ExportStockDeps } from './export-stock'
import { createProductTitles, type ProductTitles, type ProductTitlesDeps } from './product-titles'
import { createSaveStock, type SaveStockDeps } from './save-stock'
import { createStockReader, type StockReader, type StockReaderDeps } from './stock-reader'
import { rulesOf, type StockRulesDeps, stockRulesHandlers } from './stock-rules'

export { describeStock } from './describe-stock'
export { setStockDefinition } from './stock-definition'
export { forgetStockRules, rulesOf, stockRulesSpec } from './stock-rules'

export interface StockDeps
  extends Omit<SaveStockDeps, 'limitOf'>,
    Pick<ExportStockDeps, 'chooseSavePath'>,
    Omit<StockRulesDeps, 'accountOf'> {
  readonly reader: StockReader
  readonly titles: ProductTitles
}

/** What of the API is kept in memory for stock. */
export function createStockReads(deps: StockReaderDeps & ProductTitlesDeps) {
  const reader = createStockReader(deps)
  const titles = createProductTitles(deps)
  const forget = (profile: ProfileId) => {
    reader.forget(profile)
    titles.forget(profile)
  }
  return { reader, titles, forget }
}

export function stockHandlers(deps: StockDeps): Handlers<typeof stockOperations> {
  const { reader, titles, now } = deps
  return {
    exportStock: createExportStock({ ...deps, rulesOf: (profile) => rulesOf(deps, profile) }),
    listProductTitles: async ({ profile }) => {
      const rows = reader.held(profile)?.rows.values() ?? []
      const known = await titles.read(profile, distinct([...rows].map(({ product }) => product)))
      return ok({ titles: Object.fromEntries(known) })
    },
    listStock: async ({ profile, known }) => {
      const reading = await reader.read(profile)
      if (!reading.ok) return err(asCommonError(reading.error))
      const { id, account, rows, withoutKey } = reading.value
      return ok({
        reading: id,
        ...(account === undefined ? {} : { account }),
        ...(id === known ? {} : { rows: [...rows.values()] }),
        withoutKey,
        readAt: now(),
      })
    },
    saveStock: createSaveStock({ ...deps, limitOf: (profile) => rulesOf(deps, profile).limit }),
    ...stockRulesHandlers(deps),
  }
}
