import type { DistributorApi } from '../api'
import type { BoundDefinition } from '../journal'
import {
  amendOrderDefinition,
  describeAmendment,
  describeSendTickets,
  sendTicketsDefinition,
} from './amendments'
import { cancelOrderDefinition, describeCancellation } from './cancellations'
import {
  describeContactEdit,
  describeContactUpdate,
  describePush,
  describeRepoint,
  editContactDefinition,
  pushContactDefinition,
  repointOrderDefinition,
  updateContactDefinition,
} from './contacts'
import type { Describe, Descriptions } from './operations'
import {
  describePaymentEmail,
  describeRecordedPayment,
  recordPaymentDefinition,
  sendPaymentEmailDefinition,
} from './payments'
import {
  deidentifyDefinition,
  describeContactErasure,
  describeDeidentification,
  eraseContactDefinition,
} from './privacy'
import {
  cancelPaymentKind,
  describeRefund,
  describeSelection,
  refundPaymentKind,
  refundSelectionDefinition,
  returnDefinition,
} from './refunds'
import { describeStock, setStockDefinition } from './stock'
import { describeRelease, releaseVoucherDefinition } from './vouchers'

/** How an operation is sent and recognised, and what is said of it on screen. */
export interface OperationKind {
  readonly definition: BoundDefinition
  readonly describe: Describe
}

/**
 * Every kind of operation there is.
 * @param now milliseconds since 1970 UTC
 */
export const operationKinds = (api: DistributorApi, now: () => number): readonly OperationKind[] => [
  { definition: cancelOrderDefinition(api, now), describe: describeCancellation },
  { definition: sendTicketsDefinition(api), describe: describeSendTickets },
  { definition: returnDefinition(api, refundPaymentKind), describe: describeRefund },
  { definition: returnDefinition(api, cancelPaymentKind), describe: describeRefund },
  { definition: refundSelectionDefinition(api), describe: describeSelection },
  { definition: amendOrderDefinition(api), describe: describeAmendment },
  { definition: editContactDefinition(api), describe: describeContactEdit },
  { definition: updateContactDefinition(api), describe: describeContactUpdate },
  { definition: pushContactDefinition(api), describe: describePush },
  { definition: repointOrderDefinition(api), describe: describeRepoint },
  { definition: recordPaymentDefinition(api), describe: describeRecordedPayment },
  { definition: releaseVoucherDefinition(api), describe: describeRelease },
  { definition: setStockDefinition(api), describe: describeStock },
  { definition: deidentifyDefinition(api), describe: describeDeidentification },
  { definition: eraseContactDefinition(api), describe: describeContactErasure },
  { definition: sendPaymentEmailDefinition(api), describe: describePaymentEmail },
]

/** How to describe each kind, by its name. */
export const descriptionsOf = (kinds: readonly OperationKind[]): Descriptions =>
  Object.fromEntries(kinds.map(({ definition, describe }) => [definition.kind, describe]))
