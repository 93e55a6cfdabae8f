// A process that makes pages of orders. Arguments: orders, anchor. Each message [oldest, newest] is answered by a text.
import { datasetOf, pageText } from './order-pages'

const [orders, anchor] = process.argv.slice(2).map(Number)
const dataset = datasetOf({ orders: orders ?? 0, anchor: anchor ?? 0 })
process.on('message', ([oldest, newest]: [number, number]) =>
  process.send?.(pageText(dataset, oldest, newest)),
)
process.on('disconnect', () => process.exit(0))
