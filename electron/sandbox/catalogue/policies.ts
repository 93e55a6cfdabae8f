import { formatMinor } from '../money/minor-units'
import type { CancellationPolicy } from './types'

const HOURS = 3600
const DAYS = 24 * HOURS

/**
 * Cancellation terms in the shapes that rule 167 allows. Thresholds are in seconds, as in the v3.8 sample
 * (3600 beside "1 hour"); `minutesByAccident` is the one that follows v3.5, so that readers meet both.
 */
export const POLICIES = {
  /** No terms and cancelling allowed: free until used. */
  free: (): CancellationPolicy[] => [],

  freeUntilDayBefore: (): CancellationPolicy[] => [
    {
      cancellation_description: 'Free cancellation up to 24 hours before the activity starts.',
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: 24 * HOURS,
      cancellation_fee_percentage: 100,
    },
  ],

  rising: (): CancellationPolicy[] => [
    {
      cancellation_description: '25 % from 7 days before the activity.',
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: 7 * DAYS,
      cancellation_fee_percentage: 25,
    },
    {
      cancellation_description: '50 % from 2 days before the activity.',
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: 2 * DAYS,
      cancellation_fee_percentage: 50,
    },
    {
      cancellation_description: 'No refund within 6 hours of the activity.',
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: 6 * HOURS,
      cancellation_fee_percentage: 100,
    },
  ],

  fixed: (amount: number, decimals: number): CancellationPolicy[] => [
    {
      cancellation_description: 'A handling fee is charged on every cancelled booking.',
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_amount: formatMinor(amount, decimals),
    },
  ],

  fixedAndShare: (amount: number, decimals: number): CancellationPolicy[] => [
    {
      cancellation_description: 'Please cancel any booking 1 hour in advance.',
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: HOURS,
      cancellation_fee_percentage: 20.5,
      cancellation_fee_amount: formatMinor(amount, decimals),
    },
  ],

  share: (): CancellationPolicy[] => [
    {
      cancellation_description: '12.5 % is kept whenever the booking is cancelled.',
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_percentage: 12.5,
    },
  ],

  afterBooking: (): CancellationPolicy[] => [
    {
      cancellation_description: 'Free within 48 hours of booking, half the price after that.',
      cancellation_type: 'BOOKING_DATE',
      cancellation_fee_threshold: 48 * HOURS,
      cancellation_fee_percentage: 50,
    },
  ],

  minutesByAccident: (): CancellationPolicy[] => [
    {
      cancellation_description: 'Free of charge until one day before the activity.',
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: 1440,
      cancellation_fee_percentage: 80,
    },
  ],

  /** Nothing but a text: no figures, so nothing is charged. */
  wordsOnly: (): CancellationPolicy[] => [
    {
      cancellation_description: 'Please let us know as early as you can.',
      cancellation_type: 'TRAVEL_DATE',
    },
  ],
}
