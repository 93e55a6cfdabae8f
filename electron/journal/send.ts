import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Answer } from './definition'
import type { Entry } from './entry'
import type { Json } from './json'
import { reactionTo, recordError } from './reaction'
import { checkAccount } from './same-account'
import { maxRequeues } from './schedule'
import type { StepContext } from './step-context'

/**
 * Sends a queued entry, once. Read, compare, record, send: if the program ends anywhere in between, either nothing
 * was sent and the entry is still queued, or `sending` is on disk and the next start looks it up.
 */
export async function sendEntry(context: StepContext, entry: Entry): Promise<void> {
  context.aboutToSend(entry.profile)
  const before = await readBefore(context, entry)
  if (context.isAside(entry)) return
  if (!before.ok) return refuse(context, entry, before.error)
  const attempt = entry.attempts.length + 1
  const sending = { type: 'sending', body: { attempt }, payload: { before: before.value } } as const
  const sent = await context.append(entry, sending)
  // Only what this very call put on disk may be sent: anything else is somebody else's, or already under way.
  if (sent?.state !== 'sending') return
  const answer = await send(context, sent)
  if (answer.ok) await settleByAnswer(context, sent, answer.value)
  else await settleByError(context, sent, answer.error)
}

/** Why an entry is not sent, and what was read, if it is that which stands in the way. */
export interface NotReady {
  readonly error: AppError
  readonly now?: Json
}

/**
 * The target as it is now, if the entry may be sent on it: what the person saw and what is there now still agree.
 * Nothing has left yet: every error is `changed: no`.
 */
export async function readBefore(context: StepContext, entry: Entry): Promise<Result<Json, NotReady>> {
  const { accountOf, definition, store, mayCommand } = context
  const allowed = mayCommand(entry.profile)
  if (!allowed.ok) return err({ error: allowed.error })
  const same = checkAccount(accountOf, entry)
  if (!same.ok) return err({ error: same.error })
  try {
    const now = context.isFresh(entry) ? ok(entry.before) : await definition.read(entry)
    if (!now.ok) return err({ error: now.error })
    const { profile, order } = entry
    const settled = await store.list({ profile, order, states: ['done', 'at-supplier'], limit: 500 })
    // What a person marked has no reading of ours to go on from.
    // Nor does what was erased.
    const ours = settled.entries.filter(
      ({ id, settledBy, purged }) => id !== entry.id && settledBy !== 'hand' && !purged,
    )
    const earlier = ours.reverse()
    const checked = definition.check(entry, now.value, earlier)
    return checked.ok ? now : err({ error: checked.error, now: now.value })
  } catch (thrown) {
    return err({ error: internal(context, entry, thrown, 'no') })
  }
}

async function send(context: StepContext, entry: Entry): Promise<Result<Answer<Json>, AppError>> {
  try {
    return await context.definition.send(entry)
  } catch (thrown) {
    // It may have thrown before or after the request left.
    return err(internal(context, entry, thrown, 'unknown'))
  }
}

/** Nothing was sent. What was read goes on record where it is what stood in the way. */
async function refuse(context: StepContext, entry: Entry, { error, now }: NotReady): Promise<void> {
  const { error: recorded, payload: words } = recordError({ ...error, changed: 'no' })
  const payload = now === undefined ? words : { ...words, now }
  if (error.code === 'RATE_LIMITED' && entry.requeues < maxRequeues) {
    const wait = context.schedule.afterLimit(error.upstream?.retryAfterSeconds)
    const dueAt = context.clock.now() + wait
    await context.append(entry, {
      type: 'requeued',
      body: { dueAt, error: recorded },
      ...(words && { payload: words }),
    })
  } else {
    await context.append(entry, { type: 'failed', body: { error: recorded }, ...(payload && { payload }) })
  }
}

async function settleByAnswer(
  context: StepContext,
  entry: Entry,
  { now, requestId }: Answer<Json>,
): Promise<void> {
  const { clock, schedule } = context
  const at = clock.now()
  const { verdict, othersChanged } = context.definition.evidence(entry, now)
  if (verdict === 'happened') {
    context.answered(entry)
    const body = { by: 'answer' as const, requestId, othersChanged }
    return context.appendOutcome(entry, { type: 'done', body, payload: { after: now } })
  }
  if (verdict === 'at-supplier') {
    const body = { nextLookUpAt: at + schedule.nextFollowUp(0), reviewAt: at + schedule.followFor }
    return context.appendOutcome(entry, { type: 'accepted', body, payload: { after: now } })
  }
  const error = appError('OUTCOME_UNKNOWN', 'the answer is a success but does not show the change', {
    changed: 'unknown',
    requestId,
    params: { reason: 'contradiction' },
  })
  return settleByError(context, entry, error)
}

async function settleByError(context: StepContext, entry: Entry, error: AppError): Promise<void> {
  const { clock, schedule } = context
  const { error: recorded, payload } = recordError(error)
  const reaction = reactionTo(error)
  const more = payload ? { payload } : {}
  if (reaction === 'look-up') {
    const body = { error: recorded, refused: error.code === 'CONFLICT', nextLookUpAt: clock.now() }
    return context.appendOutcome(entry, { type: 'unknown', body, ...more })
  }
  if (reaction === 'requeue' && entry.requeues < maxRequeues) {
    const dueAt = clock.now() + schedule.afterLimit(error.upstream?.retryAfterSeconds)
    return context.appendOutcome(entry, { type: 'requeued', body: { dueAt, error: recorded }, ...more })
  }
  return context.appendOutcome(entry, { type: 'failed', body: { error: recorded }, ...more })
}

function internal(
  { report }: StepContext,
  { id }: Entry,
  thrown: unknown,
  changed: 'no' | 'unknown',
): AppError {
  report('journal.definition-threw', {
    entry: id,
    thrown: thrown instanceof Error ? thrown.name : typeof thrown,
  })
  return appError('INTERNAL', 'an unexpected error; see the log', { changed })
}
