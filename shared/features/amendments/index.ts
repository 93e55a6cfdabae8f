import { amendOrder } from './amend-order'
import { listChangedElsewhere } from './changed-elsewhere'
import { findSlots } from './find-slots'
import { getProductOptions } from './get-product-options'
import { previewAmendment } from './preview-amendment'
import { sendTickets } from './send-tickets'

export {
  type AmendableField,
  type AmendableGroup,
  type AmendableSection,
  amendableSections,
  type BookingObstacle,
  type FieldKind,
} from './amendable'
export {
  bookingObstacle,
  isCountPath,
  type TravelObstacle,
  travelObstacle,
} from './amendable-booking'
export { amendableField, amendableGroups, standingMails } from './amendable-fields'
export { applyAmendment, bookingAmendments } from './apply-amendment'
export { fieldSteps } from './booking-changes'
export { type BookingAmendment, type BookingEdit, bookingEdits } from './booking-edits'
export { type TicketKind, ticketKinds } from './booking-lines'
export { type BookingProblem, bookingProblem } from './booking-problem'
export {
  type ChangedOrder,
  type ForeignChange,
  foreignChanges,
  type OwnStep,
  toChangedOrder,
  wasChanged,
} from './changed-elsewhere'
export { type ClockChoice, chooseClock, type WantedClock } from './clock-choice'
export { amendmentChanges, savedDifferences } from './compare-saved'
export { contactFields, contactTitle, contactTypes } from './contact-fields'
export {
  type ContactsAdvice,
  type ContactsProblem,
  contactsAdvice,
  contactsAdviceBetween,
  contactsProblem,
  contactsProblemBetween,
} from './contacts-problem'
export { contactChanges } from './entry-changes'
export { type FieldProblem, fieldProblem } from './field-problem'
export {
  type AmendedField,
  type Amendment,
  amendedFieldSchema,
  type BookingNote,
  bookingNoteSchema,
  bookingOf,
  bookingOfPath,
  type FieldPath,
  type FieldValue,
  fieldValueSchema,
  isSamePath,
  isSameValue,
  type NewNote,
  newNoteSchema,
  noteEntry,
  valueAt,
} from './field-value'
export {
  type AddedEntry,
  addedEntrySchema,
  countAlike,
  countHolding,
  type EntryAmendment,
  type EntryList,
  entryAt,
  entryLists,
  entryMark,
  isInPlace,
  pathWithout,
  type RemovedEntry,
  removedEntrySchema,
} from './list-entries'
export { newEntryFields, newEntryProblems } from './new-entry'
export { type PriceSwitches, priceSwitchesSchema } from './price-switches'
export {
  fittingTimes,
  type PickupPointOption,
  type ProductOptions,
  readProductOptions,
  type TicketTypeOption,
} from './product-options'
export {
  amendedBookingsOf,
  type KnownBooking,
  knownBookingSchema,
  knownBookings,
  withReplacements,
} from './replaced-bookings'
export { type SlotPlaces, slotPlaces } from './slot-places'
export { readSlots, type Slot } from './slots'
export {
  releasedVouchers,
  type TicketsObstacle,
  type TicketsRecipient,
  ticketsObstacle,
  ticketsRecipient,
} from './tickets-mail'

export const amendmentsOperations = {
  amendOrder,
  findSlots,
  getProductOptions,
  listChangedElsewhere,
  previewAmendment,
  sendTickets,
}
