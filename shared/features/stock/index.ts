import { listStock } from './list-stock'
import { saveStock } from './save-stock'

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

export const stockOperations = { listStock, saveStock }
