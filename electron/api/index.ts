export type { ConditionalReadOptions } from './caller'
export { type Clock, systemClock } from './clock'
export type { Connection } from './connection'
export {
  createDistributorApi,
  type DistributorApi,
  type DistributorApiDeps,
  type ProfileApi,
} from './distributor-api'
export type { ApiDocument } from './document'
export type { ClientIdentity } from './headers'
export { type JsonDocument, parseLossless } from './lossless'
export type { CommandOptions, ReadOptions } from './request'
export type {
  CancelOptions,
  CancelTarget,
  OrderDocument,
  OrderFilters,
  OrderListDocument,
  Orders,
} from './resources/orders'
export { type ApiSettings, defaultApiSettings, type ListStyle } from './settings'
