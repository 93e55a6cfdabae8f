import { randomBytes } from 'node:crypto'
import type { PrivacyRequest, RetentionRule } from '@shared/features/privacy'
import { appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { vi } from 'vitest'
import { batchesHandlers, createPlanner, createStarts, savedVouchers } from '../../electron/features/batches'
import { descriptionsOf, operationKinds } from '../../electron/features/operation-kinds'
import { keyFrom, privacyHandlers } from '../../electron/features/privacy'
import type { JournalStore } from '../../electron/journal'
import { systemClock } from '../../electron/journal/system-clock'
import type { Mirrors } from '../../electron/mirror'
import { CLIENT } from '../unit/sandbox/support/client'
import { clientFor, connectionTo, profileId } from './api-client'
import { caller, value } from './batch-desk'
import { createDeskJournal, createJournalOver } from './order-desk'

export interface PrivacyDeskOptions {
  /** Of the journal's file; in memory without one. */
  readonly path?: string
  /** In place of a journal's file of its own. */
  readonly store?: JournalStore
  /** Milliseconds since 1970 UTC; the computer's clock without it. */
  readonly now?: () => number
  readonly mirrors?: Pick<Mirrors, 'opened' | 'state'>
  /** Profiles that work as the same account. */
  readonly others?: readonly ProfileId[]
  readonly sawOrder?: (text: string, askedAt: number, profile: ProfileId) => void
  readonly titles?: () => readonly string[]
  readonly clearOpened?: Parameters<typeof privacyHandlers>[0]['clearOpened']
  /** Told how many orders and contacts a search looked at. */
  readonly searching?: (looked: number) => void
  /** The key of the installation, so that a second desk is the same installation. */
  readonly secret?: Buffer
  readonly base?: () => string
  /** Where and as whom a profile works. */
  readonly accountOf?: (profile: string) => string | undefined
}

const noMirrors: Pick<Mirrors, 'opened' | 'state'> = {
  opened: async () => err(appError('NO_MIRROR', 'there is none')),
  state: async () => ({ state: 'off', inMemory: false, orders: 0, isFilled: false, retentionMonths: 13 }),
}

/** A desk that forgets people, over real HTTP, whose journal waits a fraction of what it would. */
export function openPrivacyDesk(base: string, options: PrivacyDeskOptions = {}) {
  const account = { ...CLIENT, inferredNames: true }
  const settings = { timeoutMs: 10_000, pacing: { requests: 10_000, perMs: 1_000 }, maxRetryAfterMs: 1_000 }
  const { api } = clientFor(() => connectionTo(options.base?.() ?? base, account), {
    settings,
    ...(options.sawOrder
      ? {
          sawOrder: (profile: ProfileId, { text }: { text: string }, at: number) =>
            options.sawOrder?.(text, at, profile),
        }
      : {}),
  })
  const pace = { clock: systemClock, scale: 6_000 }
  const { journal, close } = options.store
    ? { journal: createJournalOver(api, options.store, pace), close: () => {} }
    : ownJournal(api, { ...pace, ...(options.path ? { path: options.path } : {}) })
  const accountOf = options.accountOf ?? (() => 'canal-tours at the vendor')
  const { now = Date.now } = options
  const planner = createPlanner({ api, now, accountOf, changed: () => {}, report: () => {} })
  const chosen: { save: string | undefined; open: string | undefined } = { save: undefined, open: undefined }
  const key = keyFrom(options.secret ?? randomBytes(32))
  const forgotten: string[] = []
  let rules: readonly RetentionRule[] = []
  const batches = batchesHandlers({
    ...{ api, journal, accountOf, now, planner },
    descriptions: descriptionsOf(operationKinds(api, now)),
    deskUser: () => 'Amara',
    chooseSavePath: async () => undefined,
    chooseFolder: async () => undefined,
    openPath: async () => '',
    changed: () => {},
    report: () => {},
  })
  const privacy = privacyHandlers({
    ...{ api, journal, planner, now, accountOf },
    sameAccount: (profile) => [profile, ...(options.others ?? [])],
    mirrors: options.mirrors ?? noMirrors,
    ...createStarts({ planner, journal, now, accountOf, chooseFolder: async () => undefined }),
    retention: {
      of: () => [...rules],
      save: (_profile, next) => {
        rules = next
      },
    },
    key: async () => ok(key),
    zone: () => 'Europe/Amsterdam',
    profileName: () => 'Canal Tours',
    deskUser: () => 'Amara',
    chooseSavePath: async () => chosen.save,
    chooseOpenPath: async () => chosen.open,
    toPdf: async (html) => Buffer.from(html),
    language: () => 'en',
    madeLists: (profile) => journal.store.privacy.lists({ profile, account: accountOf(profile) }),
    savedVouchers: (profile, orders) =>
      savedVouchers(journal.store, { profile, account: accountOf(profile) }, orders),
    clearOpened: options.clearOpened ?? (() => ({ removed: 0, left: 0 })),
    windowTitles: options.titles ?? (() => []),
    forgetOnScreen: (_profile, orders) => forgotten.push(...orders),
    searching: (at) => options.searching?.(at.looked),
    changed: () => {},
  })
  const at = (request: string) => ({ profile: profileId, request })
  const request = async (id: string): Promise<PrivacyRequest> =>
    value(await privacy.getRequest(at(id), caller)).request
  /** The plan of a request, once it is made. */
  const planned = async (id: string) => {
    const { plan } = value(await privacy.planErasure(at(id), caller))
    const found = planner.find(plan)
    if (found) await planner.settled(found)
    return value(await batches.getBatchPlan({ plan }, caller))
  }
  /** The request once nothing of it is under way. */
  const rested = (id: string): Promise<PrivacyRequest> =>
    vi.waitFor(
      async () => {
        const found = await request(id)
        const lines = [...found.erasedOrders, ...found.erasedContacts]
        const open = lines.filter(({ state }) => state === 'under-way')
        if (open.length > 0) throw new Error(JSON.stringify(lines.map(({ state }) => state)))
        return found
      },
      { timeout: 30_000, interval: 50 },
    )
  return {
    ...{ api, journal, privacy, batches, planner, chosen, forgotten, request, at },
    asked: async (subject: object): Promise<string> =>
      value(
        await privacy.createRequest(
          {
            profile: profileId,
            form: {
              subject: { emails: [], phones: [], references: [], ...subject },
              receivedOn: '2026-03-01',
              identityChecked: 'Called back',
              note: '',
            },
          },
          caller,
        ),
      ).request.id,
    /** Nothing of this desk happens any more, and its file is free. */
    stop: async () => {
      await journal.stop()
      close()
      await api.close()
    },
    /** Erases what is chosen and can be erased, and answers the request once nothing is under way. */
    erased: async (id: string): Promise<PrivacyRequest> => {
      const { id: plan, toSend = 0 } = await planned(id)
      value(await privacy.startErasure({ ...at(id), plan, count: toSend }, caller))
      return rested(id)
    },
    /** The same of the contacts that are chosen. */
    overwritten: async (id: string, count: number): Promise<PrivacyRequest> => {
      value(await privacy.eraseContacts({ ...at(id), count }, caller))
      return rested(id)
    },

    planned,
    rested,
  }
}

function ownJournal(...asked: Parameters<typeof createDeskJournal>) {
  const { journal, file } = createDeskJournal(...asked)
  return { journal, close: () => file.close() }
}
