export type { ConditionalReadOptions } from './caller'
export type { ConnectionCheck, ConnectionProblem } from './check-connection'
export { type Clock, systemClock } from './clock'
export type { Connection } from './connection'
export {
  createDistributorApi,
  type DistributorApi,
  type DistributorApiDeps,
  type ProfileApi,
} from './distributor-api'
export { type ApiDocument, heldCopy } from './document'
export { backoff } from './flow/backoff'
export { type ClientIdentity, platformName } from './headers'
export type { ResolveProxy } from './http/proxy'
export {
  JsonEditError,
  type JsonPath,
  pickRaw,
  type RawPattern,
  readRaw,
  removeEachRaw,
  removeRaw,
  writeRaw,
} from './json/edit'
export { type JsonDocument, parseLossless } from './json/lossless'
export { type PageInfo, readPage } from './paging'
export type { CommandOptions, ReadOptions } from './request'
export type { ContactDocument, Contacts, ContactUpdateOptions } from './resources/contacts'
export type { OrderPageAnswer, OrderPageOptions } from './resources/order-page'
export type {
  CancelOptions,
  CancelTarget,
  OrderDocument,
  OrderFilters,
  OrderListDocument,
  Orders,
  UpdateOptions,
} from './resources/orders'
export type {
  ManualPayment,
  PaymentDocument,
  PaymentFilters,
  PaymentIdentifier,
  PaymentListDocument,
  Payments,
  RefundOptions,
  RefundTarget,
} from './resources/payments'
export type { ProductDocument, ProductFilters, ProductListDocument, Products } from './resources/products'
export type { Stock, StockDocument, StockFilters } from './resources/stock'
export type { System } from './resources/system'
export type { VoucherDocument, VoucherPart, Vouchers } from './resources/vouchers'
export { type ApiSettings, defaultApiSettings, type ListStyle } from './settings'
export type { ExchangeReport } from './wire'
