import { z } from 'zod'

/** Where an operation stands. The words on screen are the same. */
export const operationStates = [
  /** On disk; nothing was sent. */
  'queued',
  /** The request may have left. */
  'sending',
  /** Accepted, still being processed by the supplier (rules.md #29, #162). */
  'at-supplier',
  /** The outcome is not known; it is being looked up (rules.md #23, #25). */
  'unknown',
  /** Looked up to the end of the schedule without an answer: a person decides. */
  'needs-review',
  'done',
  /** Refused, or nothing left this machine: nothing changed at the server. */
  'failed',
  /** Taken back before anything was sent. */
  'withdrawn',
] as const
export const operationStateSchema = z.enum(operationStates)
export type OperationState = z.infer<typeof operationStateSchema>

const settledStates: readonly OperationState[] = ['done', 'failed', 'withdrawn']

/** Settled operations never change again. */
export const isSettled = (state: OperationState): boolean => settledStates.includes(state)
