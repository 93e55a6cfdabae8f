import { PRODUCTS } from '../catalogue/products'
import { mix, Random, shuffle40 } from '../data/random'
import { CASHIERS } from '../data/texts'
import { stamp } from '../orders/change'
import { DAY, HOUR } from '../time/local-time'
import { DEMO_STOCK } from './demo-stock'
import { type StockDocument, spotsOf } from './stock-document'

const STOCK = 9
const ARTICLES = ['Tote bag', 'Catalogue', 'Poster', 'Mug', 'T-shirt', 'Audio guide', 'Umbrella', 'Magnet']
const COLOURS = ['blue', 'red', 'black', 'white', 'ocean green', 'crème', 'グレー', 'жёлтый']
const SIZES = ['S', 'M', 'L', 'XL', 'A3', 'A4']

/**
 * The stock row at a position, as it was when the data was made: the first ones show one thing each
 * (`demo-stock.ts`), the others are merchandise of the catalogue's products in turn. The same seed gives the
 * same rows, whatever their number.
 */
export function stockItem(seed: number, anchor: number, position: number): StockDocument {
  const random = new Random(seed, position, STOCK)
  const product = PRODUCTS[position % PRODUCTS.length]
  const booked = random.between(0, 80)
  const reserved = random.chance(40) ? random.between(1, 12) : 0
  const left = random.chance(12) ? random.between(0, 4) : random.between(5, 400)
  const created = anchor - random.between(90, 720) * DAY
  const modified = anchor - random.between(1, 89 * 24) * HOUR
  const [maker, changer] = [random.pick(CASHIERS), random.pick(CASHIERS)]
  const row: StockDocument = {
    stock_id: stockId(seed, position),
    stock_active: !random.chance(6),
    stock_label: `${random.pick(ARTICLES)}, ${random.pick(COLOURS)}, ${random.pick(SIZES)}`,
    stock_product_id: product?.id ?? '62503',
    stock_spots: spotsOf(left, reserved, booked),
    stock_created: stamp(created),
    stock_created_name: maker.name,
    stock_created_email: maker.email,
    stock_modified: stamp(modified),
    stock_modified_name: changer.name,
    stock_modified_email: changer.email,
  }
  return DEMO_STOCK[position]?.(row) ?? row
}

/** 20 digits, as in the vendor's sample. */
function stockId(seed: number, position: number): string {
  return `2026100${String(shuffle40(position, mix(seed + 97))).padStart(13, '0')}`
}
