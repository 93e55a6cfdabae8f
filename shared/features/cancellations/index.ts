import { cancelOrder } from './cancel-order'

export {
  type CancellationTarget,
  cancellationTargetSchema,
  confirmedForecastSchema,
  seenOrderSchema,
} from './cancel-order'
export {
  bookingObstacle,
  isCancelled,
  isRedeemed,
  type Obstacle,
  orderObstacles,
  ticketObstacle,
} from './cancellable'
export {
  type ConfirmedForecast,
  compareOutcome,
  confirmedForecast,
  type Difference,
  isSameForecast,
  newRefunds,
} from './compare-outcome'
export {
  type AmountRange,
  type CancellationForecast,
  type ExpectedOutcome,
  type ForecastLine,
  forecastCancellation,
  type NoAmounts,
  type NoRefund,
  refundableOf,
} from './forecast'
export {
  addOnsOf,
  bookingsOf,
  type CancellableBooking,
  type CancellableOrder,
  hasThirdParty,
  isCombi,
  type OrderPayment,
  type TicketLine,
  ticketsOf,
  withOverride,
} from './order-parts'
export { chargedWindow, type ThresholdUnit, thresholdUnits, type Uncertainty } from './policy-fee'
export { type CancellableReading, readCancellableOrder } from './read-order'
export {
  emptySelection,
  everythingCancellable,
  type SelectedPart,
  type Selection,
  selectedParts,
  toSelection,
  toTargets,
} from './selection'
export {
  type CancellationTerms,
  type Charge,
  cancellationTerms,
  type TermsPeriod,
  type TermsReading,
} from './terms'

export const cancellationsOperations = { cancelOrder }
