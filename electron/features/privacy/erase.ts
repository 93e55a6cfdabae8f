import {
  contactsToErase,
  ordersToErase,
  type PrivacyRequest,
  type privacyOperations,
} from '@shared/features/privacy'
import type { Handlers } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { contactKey, type OperationId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { dayAt, zoneHere } from '@shared/kernel/time'
import type { Draft } from '../../journal'
import { deidentifyKind } from './deidentify-definition'
import { verifyOrder } from './deidentify-snapshot'
import { draftContactErasure } from './draft-deidentification'
import { eraseContactKind, revisionsOf, verifyContact } from './erase-contact-definition'
import { entryOf, snapshotOf, verdictOf } from './erasure-lines'
import type { StartRefusal } from './erasure-plans'
import type { PrivacyDeps } from './privacy-deps'
import type { RequestBook } from './request-book'
import { answer, checkAtRest, current, unended } from './requests'
import { openAmong, reviewRequest, someAtATime } from './review-erasure'

type Operations = Pick<
  typeof privacyOperations,
  | 'reviewErasure'
  | 'getRetention'
  | 'saveRetention'
  | 'planErasure'
  | 'startErasure'
  | 'eraseContacts'
  | 'verifyErasure'
>

type ContactRefusal =
  | 'STILL_RUNNING'
  | 'NOTHING_TO_SEND'
  | 'COUNT_MISMATCH'
  | 'ALREADY_IN_PROGRESS'
  | 'READ_ONLY'
  | 'NO_JOURNAL'

/** What is erased, and whether it is gone. */
export function eraseHandlers(deps: PrivacyDeps, book: RequestBook): Handlers<Operations> {
  const { accountOf, api, journal, now, zone = zoneHere, retention, planner, startErasure } = deps
  const today = () => dayAt(now(), zone())

  /** A request that has not ended, as it stands. */
  const unendedRequest = async (at: { profile: string; request: string }) => {
    const found = await book.take(at.profile, at.request)
    if (!found.ok) return found
    const request = await current(found.value, deps)
    const { state } = request
    return unended.some((one) => one === state)
      ? ok(request)
      : err(appError('NOT_OPEN', `the request is ${state}`, { params: { state } }))
  }

  return {
    getRetention: ({ profile }) => ok({ rules: retention.of(profile) }),
    saveRetention: ({ profile, rules }) => {
      retention.save(profile, rules)
      return ok({ rules })
    },
    reviewErasure: async (at) => {
      const request = await unendedRequest(at)
      if (!request.ok) return request
      const terms = { rules: retention.of(at.profile), now: now(), today: today() }
      return ok(await reviewRequest(request.value, { api, store: journal.store, accountOf }, terms))
    },
    planErasure: async (at) => {
      const found = await unendedRequest(at)
      if (!found.ok) return found
      const lines = ordersToErase(found.value)
      if (lines.length === 0)
        return err(appError('NOTHING_TO_SEND', 'nothing that is chosen is left to erase'))
      const plan = planner.begin({
        profile: at.profile,
        kind: 'deidentify',
        given: lines.map(({ order }) => ({ order })),
      })
      await planner.settled(plan)
      const owner = { profile: at.profile, account: accountOf(at.profile) }
      const open = await openAmong(
        journal.store,
        owner,
        lines.map(({ order }) => order),
      )
      const only = lines.flatMap(({ order, left }) => (left ? [{ order, places: [...left] }] : []))
      if (plan.stage === 'resolved') {
        planner.dryRun(plan, {
          ...{ kind: 'deidentify', request: at.request, rules: retention.of(at.profile), today: today() },
          ...(open.size > 0 ? { open: [...open] } : {}),
          ...(only.length > 0 ? { only } : {}),
        })
      }
      return ok({ plan: plan.origin.id })
    },
    startErasure: async ({ request: id, plan, count, profile }) => {
      const origin = planner.find(plan)
      const action = origin?.action
      if (!origin || action?.kind !== 'deidentify' || action.request !== id) {
        return err(appError('PLAN_GONE', `there is no plan ${plan} of this request, or not any more`))
      }
      let batch = ''
      const changed = await book.change<StartRefusal>(
        { profile, request: id },
        unended,
        async (stored, keep) => {
          // With its lines as they are: what was left or not seen before stays known when the journal has a newer entry.
          const request = copiesToClear(await current(stored, deps))
          const kept = await keep(request)
          if (!kept.ok) return kept
          const started = await startErasure({ profile, plan, count })
          if (!started.ok) return started
          batch = started.value.batch
          const next = { ...request, batches: [...request.batches, batch] }
          return ok({ ...(await current(next, deps)), state: 'erasing' as const })
        },
      )
      return changed.ok ? ok({ batch }) : changed
    },
    eraseContacts: async ({ count, ...at }) => {
      let operations: OperationId[] = []
      const changed = await book.change<ContactRefusal>(at, unended, async (stored, keep) => {
        const request = copiesToClear(await current(stored, deps))
        const atRest = checkAtRest(request)
        if (!atRest.ok) return atRest
        const uids = contactsToErase(request)
        if (uids.length === 0) return err(appError('NOTHING_TO_SEND', 'no contact is left to erase'))
        if (uids.length !== count) {
          return err(appError('COUNT_MISMATCH', 'the number that was typed is not that of the contacts'))
        }
        const profileApi = api.for(at.profile)
        const drafts: Draft[] = []
        for (const uid of uids) {
          const readAt = now()
          const revisions = await revisionsOf(profileApi, uid)
          if (!revisions.ok) return err({ ...revisions.error, code: 'UPSTREAM' })
          drafts.push(
            draftContactErasure(revisions.value, { profile: at.profile, request: request.id, uid }, readAt),
          )
        }
        const kept = await keep(request)
        if (!kept.ok) return kept
        // Nothing is cleared between the two: it would forget that what is recorded now is to be cleared.
        const submitted = await journal.submit(drafts)
        if (!submitted.ok) return submitted
        operations = [...submitted.value]
        return ok(await current(request, deps))
      })
      return changed.ok ? ok({ operations }) : changed
    },
    verifyErasure: async (at) =>
      answer(
        await book.change<'STILL_RUNNING'>(at, unended, async (stored) => {
          const request = await current(stored, deps)
          const atRest = checkAtRest(request)
          if (!atRest.ok) return atRest
          return ok(await current(await verified(request), deps))
        }),
      ),
  }

  /** Everything that was sent, read again. What cannot be read keeps the verdict it had. */
  async function verified(request: PrivacyRequest): Promise<PrivacyRequest> {
    const profileApi = api.for(request.profile)
    const beforeOf = async (order: string, kind: string) => {
      const entry = await entryOf(journal.store, request, { order, kind })
      return entry?.state === 'done' && !entry.purged ? snapshotOf(entry.before) : undefined
    }
    const erasedOrders = await someAtATime(request.erasedOrders, async (line) => {
      const before = await beforeOf(line.reference, deidentifyKind)
      const document = before && (await profileApi.orders.get(line.reference, { fresh: true }))
      if (!before || !document?.ok) return line
      const { order } = document.value.value.data
      const reading = await verifyOrder(profileApi, line.reference, order, before)
      if (!reading.ok || !reading.value.verified) return line
      return { ...line, ...verdictOf(reading.value.verified, line), readAt: now() }
    })
    const erasedContacts = await someAtATime(request.erasedContacts, async (line) => {
      const before = await beforeOf(contactKey(line.uid), eraseContactKind)
      const reading = before && (await verifyContact(profileApi, line.uid, before))
      if (!reading?.ok || !reading.value.verified) return line
      return { ...line, ...verdictOf(reading.value.verified, line), readAt: now() }
    })
    return { ...request, erasedOrders, erasedContacts }
  }
}

/**
 * What is sent next lies in the journal again, with what it replaces: the copies are to be cleared once more. Saved before it
 * is sent, so that a kill in between leaves one clearing too many and not one too few.
 */
export const copiesToClear = ({ copiesClearedAt: _, ...request }: PrivacyRequest): PrivacyRequest => ({
  ...request,
  toClear: true,
})
