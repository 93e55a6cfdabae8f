import { readFile, stat } from 'node:fs/promises'
import {
  certificateSchema,
  countLeft,
  type FoundContact,
  type FoundOrder,
  leftOver,
  type PrivacyRequest,
  type privacyOperations,
  type requestOutcomes,
} from '@shared/features/privacy'
import type { Handlers } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { nativeText } from '../../platform/native-text'
import { writeWholeFile, written } from '../../platform/write-file'
import { certificatePage } from './certificate-page'
import { holdingEntries } from './erasure-lines'
import { createExportPerson, fileName } from './export-person'
import { findInto, isSurer } from './find-person'
import { withLearned } from './learn'
import { clearLocalCopies, withSavedVouchers } from './local-copies'
import { certificateOf, digestsOf, pseudonymised } from './make-certificate'
import { namesAny } from './mentions'
import type { PrivacyDeps } from './privacy-deps'
import { anyOf, subjectsOf } from './recognise'
import type { RequestBook } from './request-book'
import { answer, checkFinished, checkMayEnd, current, unended } from './requests'
import type { Searches } from './searches'

type Operations = Pick<
  typeof privacyOperations,
  'clearCopies' | 'completeRequest' | 'exportPerson' | 'saveCertificate' | 'verifyCertificate' | 'wasErased'
>

type Unready = 'STILL_RUNNING' | 'UNDECIDED' | 'COPIES_NOT_CLEARED'

/** A certificate has a few kilobytes. */
const largestCertificate = 5_000_000

/** What is left on this computer, and the proof of all of it. */
export function proveHandlers(
  deps: PrivacyDeps,
  book: RequestBook,
  searches: Searches,
): Handlers<Operations> {
  const { now, deskUser, planner } = deps

  return {
    exportPerson: createExportPerson(deps, book),
    clearCopies: async ({ deleteFiles, ...at }) => {
      const whileAtRest = (
        work: (request: PrivacyRequest) => Promise<PrivacyRequest>,
        change: typeof book.change = book.change,
      ) =>
        change<'STILL_RUNNING' | 'UNDECIDED'>(at, unended, async (stored) => {
          const request = await current(stored, deps)
          // What is decided later would lie in the journal after the clearing.
          const finished = checkFinished(request)
          return finished.ok ? ok(await work(request)) : finished
        })
      // On disk before the journal forgets them: a kill in between would leave files that nobody knows of, and addresses.
      const noted = await whileAtRest(async (request) =>
        withLearned(
          await withSavedVouchers(request, deps),
          await holdingEntries(request, deps.journal.store),
        ),
      )
      if (!noted.ok) return noted
      return answer(
        await whileAtRest(async (request) => {
          const copies = await clearLocalCopies(request, deleteFiles, {
            ...deps,
            forgetPlans: planner.forgetOf,
          })
          const { toClear: _, ...rest } = request
          return { ...rest, copies, copiesClearedAt: now() }
        }, book.clear),
      )
    },
    completeRequest: async ({ acceptLeft, ...at }) => {
      let arrived = 0
      let before: readonly string[] = []
      // Kept whatever comes of it: a person is to see what arrived, and where nobody could look.
      const searched = await book.change<Unready | 'NOT_SEARCHED'>(at, unended, async (stored) => {
        const request = await current(stored, deps)
        const mayEnd = checkMayEnd(request)
        if (!mayEnd.ok) return mayEnd
        if (request.searchedAt === undefined) {
          return err(appError('NOT_SEARCHED', 'nobody was searched for so far'))
        }
        const found = await searches.run(at, (run) => findInto(request, deps, run))
        const again = await current(found, deps)
        arrived = arrivals(request, again)
        before = leftOver(request).places
        return ok(again)
      })
      if (!searched.ok) return searched
      if (arrived > 0) return ok({ request: searched.value, arrived })
      const done = await book.change<Unready | 'SOMETHING_LEFT' | 'NAMES_PERSON' | 'NO_KEY'>(
        at,
        unended,
        async (stored) => {
          const again = await current(stored, deps)
          const mayEnd = checkMayEnd(again)
          if (!mayEnd.ok) return mayEnd
          const over = leftOver(again)
          const left = countLeft(over)
          // What was accepted is what was there to be seen.
          const isMore = over.places.some((place) => !before.includes(place))
          if (left > 0 && (acceptLeft === undefined || isMore)) {
            return err(appError('SOMETHING_LEFT', 'not everything is erased', { params: { left } }))
          }
          if (acceptLeft !== undefined && anyOf(subjectsOf(again).map(namesAny))(acceptLeft)) {
            return err(
              appError('NAMES_PERSON', 'the reason names the person, and it would stay in the certificate'),
            )
          }
          const key = await deps.key()
          if (!key.ok) return key
          const accepted = left > 0 && acceptLeft !== undefined ? { leftAccepted: acceptLeft } : {}
          const startedAt = await startOf(again)
          const body = certificateOf({ ...again, ...accepted }, key.value, {
            who: deskUser(),
            now: now(),
            startedAt,
          })
          const ended: PrivacyRequest = {
            ...pseudonymised({ ...again, ...accepted }),
            state: 'completed',
            endedAt: now(),
            certificate: key.value.sign(body),
          }
          const kept = await book.end(ended, digestsOf(again, key.value))
          return kept.ok ? ok(ended) : err({ ...kept.error, code: 'INTERNAL' })
        },
      )
      return done.ok ? ok({ request: done.value, arrived }) : done
    },
    saveCertificate: async ({ profile, request: id, as }, caller) => {
      const request = await book.get(profile, id)
      if (!request.ok) return request
      const { certificate, number } = request.value
      if (!certificate) return err(appError('NOT_COMPLETED', 'the request has no certificate so far'))
      const words = nativeText(deps.language()).privacy
      const name = `${words.certificate.file}-${number}.${as}`
      const path = await deps.chooseSavePath({ name, kind: { name: words.files[as], extension: as } }, caller)
      if (path === undefined) return ok({})
      const bytes =
        as === 'json'
          ? Buffer.from(`${JSON.stringify(certificate, null, 2)}\n`)
          : await deps.toPdf(certificatePage(certificate, deps.language()))
      const saved = await written(() => writeWholeFile(path, bytes))
      return saved.ok ? ok({ savedAs: fileName(path) }) : saved
    },
    verifyCertificate: async (_input, caller) => {
      const key = await deps.key()
      if (!key.ok) return key
      const words = nativeText(deps.language()).privacy
      const path = await deps.chooseOpenPath({ name: words.files.json, extension: 'json' }, caller)
      if (path === undefined) return ok({})
      const text = await readText(path)
      if (text === undefined) return err(appError('FILE_NOT_READ', 'the file could not be read'))
      const certificate = certificateSchema.safeParse(parsed(text))
      if (!certificate.success) return ok({ verdict: 'unreadable' })
      return ok({ verdict: key.value.verify(certificate.data), certificate: certificate.data })
    },
    wasErased: async ({ profile, emails, phones }) => {
      const key = await deps.key()
      if (!key.ok) return key
      const digests = [...emails.map(key.value.emailDigest), ...phones.flatMap(key.value.phoneDigests)]
      const found = await book.erased(profile, digests)
      if (!found.ok) return found
      const requests = found.value.flatMap((request) => {
        const { number, endedAt } = request
        return endedAt === undefined ? [] : [{ number, endedAt, outcome: outcomeOf(request) }]
      })
      return ok({ requests })
    },
  }

  /** When the first batch was confirmed. */
  async function startOf({ batches }: PrivacyRequest): Promise<number | undefined> {
    const [first] = batches
    return first === undefined ? undefined : (await deps.journal.store.batches.get(first))?.createdAt
  }
}

/** What came of a request that has ended, as its certificate says. */
function outcomeOf({ certificate }: PrivacyRequest): (typeof requestOutcomes)[number] {
  if (!certificate) return 'withdrawn'
  const { verification, counts } = certificate.body
  if (verification === 'incomplete') return 'incomplete'
  return counts.orders + counts.contacts > 0 ? 'erased' : 'nothing'
}

/** Orders and contacts that are or may be the person's and were not there before. */
function arrivals(before: PrivacyRequest, now: PrivacyRequest): number {
  const known = new Map<string, FoundOrder | FoundContact>([
    ...before.orders.map((order) => [order.reference, order] as const),
    ...before.contacts.map((contact) => [contact.uid, contact] as const),
  ])
  const isNew = (key: string, found: FoundOrder | FoundContact) => {
    const earlier = known.get(key)
    return earlier ? isSurer(found, earlier) : found.surety !== 'someone-else'
  }
  return (
    now.orders.filter((order) => isNew(order.reference, order)).length +
    now.contacts.filter((contact) => isNew(contact.uid, contact)).length
  )
}

async function readText(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > largestCertificate) return undefined
    return await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
