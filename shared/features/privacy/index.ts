import {
  eraseContacts,
  exportPerson,
  getRetention,
  planErasure,
  reviewErasure,
  saveRetention,
  startErasure,
  verifyErasure,
} from './erase'
import { clearCopies, completeRequest, saveCertificate, verifyCertificate, wasErased } from './prove'
import {
  changeRequest,
  chooseFound,
  createRequest,
  findPerson,
  getRequest,
  listRequests,
  stopSearch,
  withdrawRequest,
} from './requests'

export { canonicalJson } from './canonical-json'
export {
  type Certificate,
  type CertificateBody,
  certificateBodySchema,
  certificateSchema,
} from './certificate'
export { distinctiveOf, stillHeld, stillHeldByContact } from './compare-erased'
export { type DueStatus, dueOnFor, dueSoonDays, dueStatus } from './due'
export { type LeftField, type LeftPlace, leftFieldSchema, leftPlaceSchema } from './erased-fields'
export { type HoldTerms, holdReasons, voucherEffect } from './holds'
export {
  countLeft,
  isGap,
  isUndecided,
  type LeftOver,
  leftOver,
  mayBeGone,
  mustClear,
  needsReview,
  notChosen,
  proposed,
} from './left-over'
export { type CopyPlace, type CopyResult, copyPlaces, type OutsideFile } from './local-copies'
export { matchContact, matchPerson, type PersonMatch } from './match-person'
export { hasEmail, hasWords, nameWords, normalEmail, normalPhone } from './normalise'
export {
  allTexts,
  fieldNames,
  type PersonalField,
  personalFields,
  personalFieldsOfContact,
} from './personal-fields'
export { certificateVerdicts, requestOutcomes } from './prove'
export {
  type ErasedContact,
  type ErasedOrder,
  erasureStates,
  type FoundContact,
  type FoundOrder,
  type PrivacyRequest,
  privacyRequestSchema,
  type RequestId,
  type RequestRow,
  type RequestState,
  requestFormSchema,
  requestIdSchema,
  requestStateSchema,
  requestStates,
} from './request'
export { type RetentionRule, retentionRuleSchema } from './retention-rule'
export {
  type ContactReview,
  type HoldReason,
  type OrderReview,
  type PersonalGroup,
  personalGroups,
  type ReviewedField,
} from './review'
export type { SearchedPlace } from './searched-place'
export {
  type MatchReason,
  type Subject,
  type Surety,
  subjectSchema,
  sureties,
} from './subject'
export { contactsToErase, type OrderToErase, ordersToErase } from './to-erase'
export {
  groupedUnread,
  mergeUnread,
  type Unread,
  type UnreadGroup,
  unreadBefore,
  unreadSchema,
} from './unread'

export const privacyOperations = {
  changeRequest,
  chooseFound,
  clearCopies,
  completeRequest,
  createRequest,
  eraseContacts,
  exportPerson,
  findPerson,
  getRequest,
  getRetention,
  listRequests,
  planErasure,
  reviewErasure,
  saveCertificate,
  saveRetention,
  startErasure,
  stopSearch,
  verifyCertificate,
  verifyErasure,
  wasErased,
  withdrawRequest,
}
