import { amendmentsOperations } from '../features/amendments'
import { appOperations } from '../features/app'
import { batchesOperations } from '../features/batches'
import { cancellationsOperations } from '../features/cancellations'
import { contactsOperations } from '../features/contacts'
import { gridStateOperations } from '../features/grid-state'
import { mirrorOperations } from '../features/mirror'
import { operationsOperations } from '../features/operations'
import { ordersOperations } from '../features/orders'
import { paymentsOperations } from '../features/payments'
import { privacyOperations } from '../features/privacy'
import { profilesOperations } from '../features/profiles'
import { refundsOperations } from '../features/refunds'
import { settingsOperations } from '../features/settings'
import { stockOperations } from '../features/stock'
import { vouchersOperations } from '../features/vouchers'
import { windowsOperations } from '../features/windows'
import type { ContractMap, InputOf, Operation, OutputOf } from './define'

/** Everything the renderer can ask of main: feature → operation. */
export const contract = {
  amendments: amendmentsOperations,
  app: appOperations,
  batches: batchesOperations,
  gridState: gridStateOperations,
  cancellations: cancellationsOperations,
  contacts: contactsOperations,
  mirror: mirrorOperations,
  operations: operationsOperations,
  orders: ordersOperations,
  payments: paymentsOperations,
  privacy: privacyOperations,
  profiles: profilesOperations,
  refunds: refundsOperations,
  settings: settingsOperations,
  stock: stockOperations,
  vouchers: vouchersOperations,
  windows: windowsOperations,
} as const satisfies ContractMap

export type Contract = typeof contract

/** The contract as the renderer calls it: input in, output out, an AppError thrown. */
export type ContractClient = {
  readonly [Feature in keyof Contract]: {
    readonly [Name in keyof Contract[Feature]]: Contract[Feature][Name] extends Operation
      ? (input: InputOf<Contract[Feature][Name]>) => Promise<OutputOf<Contract[Feature][Name]>>
      : never
  }
}
