import { rawNumber } from '../http/json'
import { FULL_DISCOUNT, PROMOS } from './promos'
import type { Promo } from './recipe'
import type { BookingSpec, Scenario } from './scenario'

const one = (product: string, days: number, ...counts: number[]): BookingSpec => ({ product, days, counts })
const open = (product: string, ...counts: number[]): BookingSpec => ({ product, counts })
const promoOf = (code: string): Promo => PROMOS.find((promo) => promo.code === code) ?? FULL_DISCOUNT

const HOSTILE =
  '<script>alert(1)</script> =HYPERLINK("https://evil.example.com","x") \'; DROP TABLE orders;-- {{7*7}} \u202Egnp.exe'

/** Orders that show one thing each; scattered among the newest of the data set. */
export const SCENARIOS: readonly Scenario[] = [
  // Kinds of bookings
  { key: 'DEMO-COMBI', bookings: [one('62509', 5, 2, 1)] },
  { key: 'DEMO-COMBI-TODAY', bookings: [one('62509', 0, 2)], settlement: 'EXTERNAL' },
  { key: 'DEMO-BUNDLE', bookings: [one('62510', 9, 2)] },
  { key: 'DEMO-ADDON', bookings: [one('62505', 6, 2), { ...open('62506', 2), addonOf: 1 }] },
  { key: 'DEMO-ADDON-FIXED', bookings: [one('62501', 6, 2), { ...open('62503', 1), addonOf: 1 }] },
  { key: 'DEMO-GROUP', bookings: [one('62522', 30, 24)], settlement: 'INVOICE' },
  { key: 'DEMO-LARGE', bookings: [one('62520', 14, 1)], settlement: 'INVOICE' },
  { key: 'DEMO-OPEN-TICKET', bookings: [open('62508', 2, 1)] },
  { key: 'DEMO-FAMILY', bookings: [one('62505', 3, 0, 0, 1)] },
  { key: 'DEMO-SEATS', bookings: [one('62524', 12, 2, 1)] },
  // Money
  { key: 'DEMO-SPLIT', bookings: [one('62501', 8, 3, 1)], payments: 'SPLIT' },
  { key: 'DEMO-SPLIT-CURRENCIES', bookings: [one('62504', 8, 2, 1)], payments: 'TWO_CURRENCIES' },
  {
    key: 'DEMO-SPLIT-BOOKINGS',
    bookings: [one('62501', 8, 2), one('62511', 9, 2)],
    payments: 'SPLIT_BY_BOOKING',
  },
  { key: 'DEMO-FOREIGN', bookings: [one('62535', 11, 2, 1)], payments: 'FOREIGN' },
  { key: 'DEMO-JPY', bookings: [one('62540', 10, 2, 1)], payments: 'SPLIT' },
  { key: 'DEMO-BHD', bookings: [one('62545', 10, 2, 0, 1)], payments: 'SPLIT' },
  { key: 'DEMO-KWD', bookings: [one('62547', 25, 2, 1)] },
  { key: 'DEMO-DKK', bookings: [one('62530', 4, 2, 2, 1)] },
  { key: 'DEMO-AUTHORIZED', bookings: [one('62501', 20, 2)], payments: 'AUTHORIZED' },
  { key: 'DEMO-CAPTURED-LATER', bookings: [one('62501', 20, 2)], payments: 'CAPTURED_LATER' },
  { key: 'DEMO-DEPOSIT', bookings: [one('62504', 40, 4)], payments: 'DEPOSIT' },
  { key: 'DEMO-PAID-TWICE', bookings: [one('62501', 15, 2)], payments: 'PAID_TWICE' },
  { key: 'DEMO-REFUSED-FIRST', bookings: [one('62501', 15, 1)], payments: 'REFUSED_FIRST' },
  { key: 'DEMO-EXTERNAL', bookings: [one('62501', 7, 2)], settlement: 'EXTERNAL', payments: 'RECORDED' },
  { key: 'DEMO-VENUE', bookings: [one('62501', 7, 2)], settlement: 'VENUE' },
  { key: 'DEMO-INVOICE', bookings: [one('62501', 7, 2)], settlement: 'INVOICE' },
  { key: 'DEMO-ZERO', bookings: [one('62501', 7, 0, 0, 0, 0, 2)] },
  { key: 'DEMO-ZERO-PROMO', bookings: [one('62504', 7, 2)], promo: FULL_DISCOUNT },
  { key: 'DEMO-PROMO', bookings: [one('62501', 7, 2)], promo: promoOf('WELCOME5') },
  { key: 'DEMO-PROMO-LOST', bookings: [one('62501', 7, 2, 2)], promo: promoOf('GROUP15') },
  // Terms
  { key: 'DEMO-TERMS-FREE', bookings: [one('62530', 2, 2)] },
  { key: 'DEMO-TERMS-DAY-BEFORE', bookings: [one('62501', 1, 2)] },
  { key: 'DEMO-TERMS-RISING', bookings: [one('62504', 5, 2)] },
  { key: 'DEMO-TERMS-FIXED', bookings: [one('62505', 5, 3)] },
  { key: 'DEMO-TERMS-SHARE', bookings: [one('62531', 5, 2)] },
  { key: 'DEMO-TERMS-AFTER-BOOKING', bookings: [one('62516', 50, 2)] },
  { key: 'DEMO-TERMS-UNIT', bookings: [one('62515', 1, 2)] },
  { key: 'DEMO-TERMS-WORDS', bookings: [one('62517', 3, 2)] },
  { key: 'DEMO-TERMS-BOTH', bookings: [one('62555', 60, 2)] },
  // What cannot be cancelled, or not at once
  { key: 'DEMO-NON-CANCELLABLE', bookings: [one('62513', 7, 2)] },
  { key: 'DEMO-MIXED', bookings: [one('62501', 7, 2), one('62513', 8, 2)] },
  { key: 'DEMO-REDEEMED', bookings: [{ ...one('62501', -1, 2), redeemed: 2 }] },
  { key: 'DEMO-PARTLY-REDEEMED', bookings: [{ ...one('62537', 0, 3), redeemed: 1 }] },
  { key: 'DEMO-SUPPLIER-LATER', bookings: [one('62514', 20, 2)] },
  { key: 'DEMO-SUPPLIER-MIXED', bookings: [one('62501', 20, 2), one('62514', 21, 2)] },
  { key: 'DEMO-SUPPLIER-REFUSES', bookings: [one('62515', 20, 2)] },
  {
    key: 'DEMO-PENDING-SUPPLIER',
    bookings: [{ ...one('62541', 9, 2), status: 'BOOKING_PENDING_SUPPLIER', released: false }],
  },
  {
    key: 'DEMO-PENDING-GUEST',
    bookings: [{ ...one('62501', 9, 2), status: 'BOOKING_PENDING_GUEST', released: false }],
  },
  {
    key: 'DEMO-PROCESSING',
    bookings: [{ ...one('62536', 9, 2), status: 'BOOKING_PROCESSING_CONFIRMATION', released: false }],
  },
  {
    key: 'DEMO-FAILED',
    bookings: [
      one('62501', 9, 2),
      { ...one('62536', 9, 1), product: '62511', status: 'BOOKING_FAILED', released: false },
    ],
  },
  { key: 'DEMO-NOT-RELEASED', bookings: [{ ...one('62501', 9, 2), released: false }] },
  {
    key: 'DEMO-PENDING-DISTRIBUTOR',
    bookings: [{ ...one('62501', 9, 2), status: 'BOOKING_PENDING_DISTRIBUTOR', released: false }],
  },
  {
    key: 'DEMO-CANCELLATION-PROCESSING',
    bookings: [one('62514', 22, 2)],
    events: [{ kind: 'CANCEL', waiting: true }],
  },
  // What happened before
  { key: 'DEMO-CANCELLED', bookings: [one('62501', 12, 2)], events: [{ kind: 'CANCEL' }] },
  {
    key: 'DEMO-PARTLY-CANCELLED',
    bookings: [one('62505', 12, 3)],
    events: [{ kind: 'CANCEL', bookings: [1], tickets: 1 }],
  },
  {
    key: 'DEMO-REFUND-PENDING',
    bookings: [one('62501', 12, 2)],
    events: [{ kind: 'CANCEL', refundStatus: 'PENDING' }],
  },
  {
    key: 'DEMO-REFUND-REFUSED',
    bookings: [one('62501', 12, 2)],
    events: [{ kind: 'CANCEL', refundStatus: 'REFUSED' }],
  },
  { key: 'DEMO-NOT-REFUNDED', bookings: [one('62501', 12, 2)], events: [{ kind: 'CANCEL', refund: false }] },
  {
    key: 'DEMO-AMENDED',
    bookings: [one('62501', 18, 4)],
    events: [
      { kind: 'UPDATE', note: 'Phone number corrected.', phone: '+31612345678' },
      { kind: 'UPDATE', note: 'Guest asked for a quiet place.' },
      { kind: 'CANCEL', bookings: [1], tickets: 1 },
    ],
  },
  // Travel
  { key: 'DEMO-TODAY-AMSTERDAM', bookings: [{ ...one('62501', 0, 2), slot: 5 }] },
  { key: 'DEMO-TODAY-NEW-YORK', bookings: [{ ...one('62535', 0, 2), slot: 1 }] },
  { key: 'DEMO-TODAY-TOKYO', bookings: [one('62540', 0, 2)], settlement: 'EXTERNAL' },
  { key: 'DEMO-HALF-HOUR-OFFSET', bookings: [one('62560', 16, 2)] },
  { key: 'DEMO-CLOCK-CHANGE', bookings: [one('62555', 150, 2)] },
  // Words and fields
  {
    key: 'DEMO-LONG-NAME',
    bookings: [one('62501', 7, 2)],
    extras: {
      person: {
        first: 'Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Maximilian Alexander Friedrich von und zu',
        last: `${'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft'.repeat(3)} Sr.`,
      },
    },
  },
  {
    key: 'DEMO-HOSTILE',
    bookings: [one('62501', 7, 1)],
    extras: {
      person: { first: '<img src=x onerror=alert(1)>', last: "=cmd|'/c calc'!A1" },
      note: HOSTILE,
      bookingNote: HOSTILE,
    },
  },
  {
    key: 'DEMO-UNKNOWN-VALUES',
    bookings: [one('62501', 7, 2)],
    extras: {
      unknown: { order_status: 'ORDER_ON_HOLD', order_channel: 'HOLOGRAM' },
      bookingUnknown: { product_admission_type: 'TIME_DREAM', product_class: 'PREMIUM' },
    },
  },
  {
    key: 'DEMO-UNKNOWN-FIELDS',
    bookings: [one('62501', 7, 2)],
    extras: {
      unknown: {
        order_loyalty: {
          loyalty_id: rawNumber('159118380521834001'),
          points: rawNumber('20.50'),
          tiers: ['A', null],
        },
        order_partner_name: null,
        order_checkout_fields: null,
      },
      bookingUnknown: { booking_carbon: { grams: rawNumber('1250.000') }, booking_notes: null },
    },
  },
  {
    key: 'DEMO-EVERYTHING',
    bookings: [one('62501', 7, 2)],
    extras: {
      note: 'Wheelchair assistance required.',
      bookingNote: 'Window side, please.',
      checkoutFields: true,
      flags: true,
      ownContacts: true,
    },
  },
  { key: 'DEMO-REVIEW', bookings: [one('62501', 7, 2)], extras: { orderStatus: 'ORDER_REVIEW' } },
  // Money, added later: scenarios keep their place, so new ones come last
  { key: 'DEMO-CHARGED-BACK', bookings: [one('62501', 15, 2)], payments: 'CHARGED_BACK' },
  { key: 'DEMO-LINK-SENT', bookings: [one('62501', 15, 2)], payments: 'LINK_SENT' },
  // A commission above the price: a total below zero, and nothing to be paid (rules 111, 181)
  { key: 'DEMO-NEGATIVE', bookings: [{ ...one('62501', 15, 2), partnerDiscount: 110 }] },
]
