import { type StockDocument, type StockSpots, spotsOf } from './stock-document'

type Made = (row: StockDocument) => StockDocument

const HOSTILE = '=cmd|\'/c calc\'!A1\t"quoted", two\r\nlines; <img src=x onerror=alert(1)>'

/** An active row with a label of its own and these numbers: available, held, sold. */
const shows =
  (
    label: string,
    [available, reserved, booked]: readonly [number, number, number],
    product = '62503',
  ): Made =>
  (row) => ({
    ...row,
    stock_label: `DEMO ${label}`,
    stock_product_id: product,
    stock_active: true,
    stock_spots: spotsOf(available, reserved, booked),
  })

const and =
  (make: Made, spots: StockSpots | null): Made =>
  (row) => ({ ...make(row), stock_spots: spots })

/** The first rows, each with what sets it apart; found by their labels. */
export const DEMO_STOCK: readonly Made[] = [
  shows('Plenty', [400, 15, 85]),
  shows('Low', [3, 6, 31]),
  shows('Sold out', [0, 0, 60]),
  // More is held and sold than there is
  shows('Oversold', [-3, 4, 9]),
  (row) => ({ ...shows('Closed', [60, 0, 20])(row), stock_active: false }),
  shows('Other product', [18, 2, 4], '62506'),
  // Sold by nobody here: its product is not in the catalogue
  shows('Unknown product', [12, 0, 0], '99999999'),
  shows('Huge', [899_999_997, 1, 2]),
  shows(HOSTILE, [28, 1, 1]),
  // Numbers that do not add up, as systems grown together have them
  and(shows('Odd sum', [75, 15, 10]), {
    stock_items_total: 100,
    stock_items_reserved: 15,
    stock_items_booked: 10,
    stock_items_available: 70,
  }),
  and(shows('Without numbers', [0, 0, 0]), null),
  // Little more than what must be there, and a field that nobody knows
  ({ stock_id }) => ({
    stock_id,
    stock_label: 'DEMO Bare',
    stock_created: null,
    stock_created_name: null,
    stock_created_email: null,
    stock_shelf: { row: 'C', box: null },
  }),
]
