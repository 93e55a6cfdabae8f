import type { AppError } from '@shared/kernel/app-error'
import { appError } from '@shared/kernel/app-error'
import { err, type Result } from '@shared/kernel/result'
import type { Evidence } from './definition'
import type { Entry } from './entry'
import type { Json } from './json'
import { recordError } from './reaction'
import { checkAccount } from './same-account'
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

async function read(
  { accountOf, definition, report }: StepContext,
  entry: Entry,
): Promise<Result<Json, AppError>> {
  const same = checkAccount(accountOf, entry)
  if (!same.ok) return same
  try {
    return await definition.read(entry)
  } catch (thrown) {
    report('journal.definition-threw', { entry: entry.id, thrown: nameOf(thrown) })
    return err(appError('INTERNAL', 'the target could not be read'))
  }
}

/** Codes that say nothing of the target: there was no line to the server, or it did not let this desk ask. */
const keptOut: readonly AppError['code'][] = ['SIGNED_OUT', 'RATE_LIMITED', 'ANOTHER_ACCOUNT']

/**
 * A look-up that could read nothing. Without a network it is tried again for as long as it takes, and leaves a trace
 * only when that is news. Whatever else keeps the target from being read comes to an end, and then a person looks.
 */
async function noteUnreadable(context: StepContext, entry: Entry, error: AppError): Promise<void> {
  const { clock, schedule } = context
  const wait = schedule.retryLookUp(entry.lookUps)
  const recorded = recordError(error).error
  const isNews = entry.lookUpError?.code !== error.code
  if (entry.state === 'needs-review') {
    const body = { answered: false, error: recorded }
    return isNews ? context.appendOutcome(entry, { type: 'looked-up', body }) : undefined
  }
  const counts = error.code !== 'OFFLINE' && !keptOut.includes(error.code)
  if (isOver(context, entry, error, counts)) {
    const body = { lookUps: entry.lookUps + (counts ? 1 : 0), error: recorded }
    return context.appendOutcome(entry, { type: 'needs-review', body })
  }
  if (!isNews && !counts) return context.postpone(entry, wait)
  const next = counts ? (nextWait(context, entry) ?? wait) : wait
  const body = {
    answered: false,
    ...(counts ? { counts } : {}),
    error: recorded,
    nextLookUpAt: clock.now() + next,
  }
  await context.appendOutcome(entry, { type: 'looked-up', body })
}

/** Whether a person has to look now at what could not be read. */
function isOver(context: StepContext, entry: Entry, { code }: AppError, counts: boolean): boolean {
  if (code === 'OFFLINE') return false
  const now = context.clock.now()
  if (entry.state === 'at-supplier') return entry.reviewAt !== undefined && now >= entry.reviewAt
  if (counts) return nextWait(context, entry) === undefined
  // The first of a row of such look-ups is on disk.
  const since = entry.lookUpError?.code === code ? (entry.lastLookUpAt ?? now) : now
  return now - since >= context.schedule.keepOutFor
}

/** Wait before the look-up after this one; `undefined` when it was the last. */
function nextWait({ definition, schedule }: StepContext, { state, lookUps }: Entry): number | undefined {
  if (state === 'at-supplier') return schedule.nextFollowUp(lookUps + 1)
  return definition.provable ? schedule.nextLookUp(lookUps + 1) : undefined
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
  const wait = nextWait(context, entry)
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
