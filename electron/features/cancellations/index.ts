import type { cancellationsOperations } from '@shared/features/cancellations'
import type { Handlers } from '@shared/ipc/define'
import { type CancelOrderDeps, createCancelOrder } from './cancel-order'

export { cancelOrderDefinition, cancelOrderKind } from './cancel-order-definition'
export { claimsOf } from './claims'
export { describeCancellation } from './describe-cancellation'
export { type CancellationRequest, draftCancellation } from './draft-cancellation'

export const cancellationsHandlers = (deps: CancelOrderDeps): Handlers<typeof cancellationsOperations> => ({
  cancelOrder: createCancelOrder(deps),
})
