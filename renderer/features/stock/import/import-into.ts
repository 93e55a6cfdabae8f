import type { StockRow } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import type { ProductNames } from '../product-names'
import type { StockDesk } from '../stock-desk'

/** The list that a file is taken into. */
export interface ImportInto {
  readonly profile: ProfileId
  /** All rows, whichever of them are shown. */
  readonly rows: readonly StockRow[]
  readonly names: ProductNames
  readonly desk: StockDesk
  /** Most pieces of a row that the person allows. */
  readonly limit: number | undefined
}
