export { StockScreen } from './stock-screen'
