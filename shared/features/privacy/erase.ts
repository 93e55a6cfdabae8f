import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, profileIdSchema } from '../../kernel/ids'
import { chosenRequest, requestAnswer } from './requests'
import { retentionRuleSchema } from './retention-rule'
import { contactReviewSchema, orderReviewSchema } from './review'

/** Reads everything that is chosen afresh, and says what would be erased and what speaks against it. */
export const reviewErasure = operation({
  kind: 'query',
  input: chosenRequest,
  output: z.object({ orders: z.array(orderReviewSchema), contacts: z.array(contactReviewSchema) }),
  errors: ['NOT_OPEN', 'BEGUN_ELSEWHERE', 'NO_JOURNAL'],
})

/**
 * Writes what is held of the person into a file that is chosen in a dialog of the operating system (right of access).
 * `savedAs` is absent when the person declined.
 */
export const exportPerson = operation({
  kind: 'local',
  input: chosenRequest.extend({ as: z.enum(['json', 'pdf']) }),
  output: z.object({ savedAs: z.string().optional(), orders: z.number().int() }),
  errors: ['NOT_OPEN', 'BEGUN_ELSEWHERE', 'FILE_NOT_WRITTEN', 'NO_JOURNAL'],
})

/** Retention rules of a profile. */
export const getRetention = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema }),
  output: z.object({ rules: z.array(retentionRuleSchema) }),
})
export const saveRetention = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, rules: z.array(retentionRuleSchema).max(20) }),
  output: z.object({ rules: z.array(retentionRuleSchema) }),
})

/**
 * A plan of what would be sent for the chosen orders that nothing holds back: kind `deidentify`, to be shown and
 * followed like any other (`batches.getBatchPlan`, `batches.listPlanLines`). Orders that are held back are lines that are
 * not allowed: `why` is HELD_BACK.
 */
export const planErasure = operation({
  kind: 'local',
  input: chosenRequest,
  output: z.object({ plan: z.uuid() }),
  errors: ['NOT_OPEN', 'BEGUN_ELSEWHERE', 'NOTHING_TO_SEND', 'NO_JOURNAL'],
})

/**
 * Starts it. Nothing brings back what is erased, so the number of lines is always typed, whatever the number; the batch
 * waits for the undo window first.
 */
export const startErasure = operation({
  kind: 'command',
  input: chosenRequest.extend({ plan: z.uuid(), count: z.number().int().min(0) }),
  output: z.object({ batch: operationIdSchema }),
  errors: [
    'NOT_OPEN',
    'BEGUN_ELSEWHERE',
    'PLAN_GONE',
    'PLAN_NOT_READY',
    'PLAN_EXPIRED',
    'NOTHING_TO_SEND',
    'COUNT_MISMATCH',
    'ANOTHER_ACCOUNT',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})

/**
 * Overwrites the chosen contacts of the contacts module with neutral values: it has no call to erase (rules.md #190, #198).
 * An operation for each, which can be followed like any other. STILL_RUNNING: orders of the request are being erased.
 */
export const eraseContacts = operation({
  kind: 'command',
  input: chosenRequest.extend({ count: z.number().int().min(0) }),
  output: z.object({ operations: z.array(operationIdSchema) }),
  errors: [
    'NOT_OPEN',
    'BEGUN_ELSEWHERE',
    'STILL_RUNNING',
    'NOTHING_TO_SEND',
    'COUNT_MISMATCH',
    'ALREADY_IN_PROGRESS',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})

/** Reads everything that was sent once more, earlier versions and revisions too, and compares it with what was there. */
export const verifyErasure = operation({
  kind: 'local',
  input: chosenRequest,
  output: requestAnswer,
  errors: ['NOT_OPEN', 'BEGUN_ELSEWHERE', 'STILL_RUNNING', 'NO_JOURNAL'],
})
