import { cancelOrder } from './cancel-order'

export { type CancellationTarget, cancellationTargetSchema } from './cancel-order'

export const cancellationsOperations = { cancelOrder }
