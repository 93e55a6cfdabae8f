import { amendOrder } from './amend-order'
import { sendTickets } from './send-tickets'

export {
  type AmendableField,
  type AmendableGroup,
  type AmendableSection,
  amendableField,
  amendableGroups,
  amendableSections,
  type FieldKind,
  standingMails,
} from './amendable-fields'
export { applyAmendment, noteEntry } from './apply-amendment'
export { amendmentChanges, savedDifferences } from './compare-saved'
export { type FieldProblem, fieldProblem } from './field-problem'
export {
  type AmendedField,
  type Amendment,
  amendedFieldSchema,
  type FieldPath,
  type FieldValue,
  fieldValueSchema,
  isSamePath,
  type NewNote,
  newNoteSchema,
  valueAt,
} from './field-value'
export {
  releasedVouchers,
  type TicketsObstacle,
  type TicketsRecipient,
  ticketsObstacle,
  ticketsRecipient,
} from './tickets-mail'

export const amendmentsOperations = { amendOrder, sendTickets }
