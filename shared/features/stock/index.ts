import { exportStock } from './export-stock'
import { listStock } from './list-stock'
import { listProductTitles } from './product-titles'
import { saveStock } from './save-stock'
import { getStockRules, setStockRule } from './stock-rules'

export {
  type StockColumnId,
  type StockFileKind,
  stockColumns,
  stockFileKinds,
} from './export-stock'
export { mostStockRows } from './list-stock'
export { mostProductTitles } from './product-titles'
export { mostStockChanges, type StockChange } from './save-stock'
export {
  hasStockMoved,
  isBigDrop,
  mostPieces,
  readPieces,
  type StockProblem,
  sameStep,
  stockProblem,
} from './stock-guards'
export {
  figuresOf,
  findStockRow,
  readStockRow,
  type StockFigures,
  type StockRow,
  stockFiguresSchema,
} from './stock-row'
export { isLow, type StockRule, type StockRules, stockRulesSchema, withRule } from './stock-rules'
export { type StockStanding, standingOf, stockStandings } from './stock-standing'

export const stockOperations = {
  exportStock,
  getStockRules,
  listProductTitles,
  listStock,
  saveStock,
  setStockRule,
}
