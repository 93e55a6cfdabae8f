import type { amendmentsOperations } from '@shared/features/amendments'
import type { Handlers } from '@shared/ipc/define'
import { createAmendOrder } from './amend-order'
import { type ChangedElsewhereDeps, createListChangedElsewhere } from './list-changed-elsewhere'
import { createPreviewAmendment, type PreviewDeps } from './preview-amendment'
import { createFindSlots, createGetProductOptions } from './product-options'
import { createSendTickets, type SendTicketsDeps } from './send-tickets'

export { amendOrderDefinition, amendOrderKind } from './amend-order-definition'
export { checkTotal } from './check-total'
export { describeAmendment } from './describe-amendment'
export { describeSendTickets } from './describe-send-tickets'
export { type AmendmentRequest, draftAmendment } from './draft-amendment'
export { applyFieldChange } from './field-changes'
export { notSent } from './not-sent'
export { savedOrderSchema, takeSnapshot } from './order-snapshot'
export { buildOrderUpdate } from './order-update'
export { readOnlyContactFields } from './read-only-fields'
export { sendTicketsDefinition, sendTicketsKind } from './send-tickets-definition'

export interface AmendmentsDeps extends Omit<SendTicketsDeps, 'journal'>, PreviewDeps {
  readonly journal: SendTicketsDeps['journal'] & ChangedElsewhereDeps['journal']
}

export const amendmentsHandlers = (deps: AmendmentsDeps): Handlers<typeof amendmentsOperations> => ({
  amendOrder: createAmendOrder(deps),
  findSlots: createFindSlots(deps.api),
  getProductOptions: createGetProductOptions(deps.api),
  listChangedElsewhere: createListChangedElsewhere(deps),
  previewAmendment: createPreviewAmendment(deps),
  sendTickets: createSendTickets(deps),
})
