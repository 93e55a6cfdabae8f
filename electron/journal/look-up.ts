import type { AppError } from '@shared/kernel/app-error'
import { appError } from '@shared/kernel/app-error'
import { err, type Result } from '@shared/kernel/result'
import type { Evidence } from './definition'
import type { Entry } from './entry'
import type { Json } from './json'
import { recordError } from './reaction'
import type { StepContext } from './step-context'

/**
 * Reads the target of an open outcome and draws what can be drawn from it. Evidence settles; absence settles only
 * what the server refused; everything else waits for the next time on the schedule (rules.md #25).
 */
export async function lookUp(context: StepContext, entry: Entry): Promise<void> {
  const { definition, report } = context
  const reading = await read(context, entry)
  if (!reading.ok) return noteUnreadable(context, entry, reading.error)
  const now = reading.value
  let evidence: Evidence
  try {
    evidence = definition.evidence(entry, now)
  } catch (thrown) {
    report('journal.definition-threw', { entry: entry.id, thrown: nameOf(thrown) })
    return noteUnreadable(context, entry, appError('INTERNAL', 'the reading was not understood'))
  }
  const { verdict, othersChanged } = evidence
  if (verdict === 'happened') {
    const body = { by: 'evidence' as const, othersChanged }
    return context.appendOutcome(entry, { type: 'done', body, payload: { after: now } })
  }
  if (entry.state === 'at-supplier') return follow(context, entry, now, verdict)
  if (verdict === 'at-supplier') {
    const at = context.clock.now()
    const { schedule } = context
    const body = { nextLookUpAt: at + schedule.nextFollowUp(0), reviewAt: at + schedule.followFor }
    return context.appendOutcome(entry, { type: 'accepted', body, payload: { after: now } })
  }
  return noteAbsence(context, entry, now)
}

async function read({ definition, report }: StepContext, entry: Entry): Promise<Result<Json, AppError>> {
  try {
    return await definition.read(entry)
  } catch (thrown) {
    report('journal.definition-threw', { entry: entry.id, thrown: nameOf(thrown) })
    return err(appError('INTERNAL', 'the target could not be read'))
  }
}

/** Tried again soon; on disk only when it is news, as it may go on all night. */
async function noteUnreadable(context: StepContext, entry: Entry, error: AppError): Promise<void> {
  const wait = context.schedule.retryLookUp(entry.lookUps)
  if (entry.lookUpError?.code === error.code) return context.postpone(entry, wait)
  const body = { answered: false, error: recordError(error).error }
  const next = entry.state === 'needs-review' ? {} : { nextLookUpAt: context.clock.now() + wait }
  await context.appendOutcome(entry, { type: 'looked-up', body: { ...body, ...next } })
}

/** The supplier has it: it ends as done or declined, or a person looks. */
async function follow(
  context: StepContext,
  entry: Entry,
  now: Json,
  verdict: Evidence['verdict'],
): Promise<void> {
  const { clock, schedule } = context
  if (verdict === 'declined') {
    const error = recordError(appError('DECLINED_BY_SUPPLIER', 'the supplier did not do it')).error
    return context.appendOutcome(entry, { type: 'failed', body: { error } })
  }
  const at = clock.now()
  if (entry.reviewAt !== undefined && at >= entry.reviewAt) return review(context, entry, now)
  const nextLookUpAt = at + schedule.nextFollowUp(entry.lookUps + 1)
  await context.appendOutcome(entry, {
    type: 'looked-up',
    body: { answered: true, nextLookUpAt },
    payload: { now },
  })
}

async function noteAbsence(context: StepContext, entry: Entry, now: Json): Promise<void> {
  if (entry.state === 'needs-review') {
    return context.appendOutcome(entry, { type: 'looked-up', body: { answered: true }, payload: { now } })
  }
  if (entry.refused && entry.error) {
    const words = entry.words ? { payload: { words: entry.words } } : {}
    return context.appendOutcome(entry, {
      type: 'failed',
      body: { error: { ...entry.error, changed: 'no' } },
      ...words,
    })
  }
  const made = entry.lookUps + 1
  const wait = context.definition.provable ? context.schedule.nextLookUp(made) : undefined
  if (wait === undefined) return review(context, entry, now)
  const nextLookUpAt = context.clock.now() + wait
  await context.appendOutcome(entry, {
    type: 'looked-up',
    body: { answered: true, nextLookUpAt },
    payload: { now },
  })
}

const review = (context: StepContext, entry: Entry, now: Json): Promise<void> =>
  context.appendOutcome(entry, {
    type: 'needs-review',
    body: { lookUps: entry.lookUps + 1 },
    payload: { now },
  })

/** Its kind alone: the message may quote what was read. */
const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown)
