import { listStock } from './list-stock'
import { saveStock } from './save-stock'
import { getStockRules, saveStockRules } from './stock-rules'

export { mostStockRows } from './list-stock'
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

export { isLow, type StockRules, stockRulesSchema } from './stock-rules'

export const stockOperations = { getStockRules, listStock, saveStock, saveStockRules }
