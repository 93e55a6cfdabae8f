import type {
  Batch,
  BatchAction,
  BatchLine,
  BatchPlan,
  GivenReference,
  ListedKind,
  PlanLine,
} from '@shared/features/batches'
import type { Result } from '@shared/kernel/result'
import { vi } from 'vitest'
import type { DistributorApi } from '../../electron/api'
import { batchesHandlers } from '../../electron/features/batches'
import { descriptionsOf, operationKinds } from '../../electron/features/operation-kinds'
import type { Journal } from '../../electron/journal'
import { systemClock } from '../../electron/journal/system-clock'
import { CLIENT } from '../unit/sandbox/support/client'
import { clientFor, connectionTo, profileId } from './api-client'
import { createDeskJournal } from './order-desk'

export const caller = { windowId: 1 }

/** A desk with batches over real HTTP, whose journal waits a fraction of what it would. In memory without a `path`. */
export function openBatchDesk(base: string, path?: string) {
  const account = { ...CLIENT, inferredNames: true }
  const settings = { timeoutMs: 2_000, pacing: { requests: 10_000, perMs: 1_000 }, maxRetryAfterMs: 1_000 }
  const { api } = clientFor(connectionTo(base, account), { settings })
  const { journal, file } = createDeskJournal(api, {
    clock: systemClock,
    scale: 6_000,
    ...(path ? { path } : {}),
  })
  return { ...batchDeskOver(api, journal), file }
}

/** What a person begins with a list of references. */
type ListedAction = Exclude<BatchAction, { kind: 'deidentify' }>

/** Batches over any API and journal. */
export function batchDeskOver(api: DistributorApi, journal: Journal, now: () => number = Date.now) {
  let savePath: string | undefined
  let folder: string | undefined
  const handlers = batchesHandlers({
    api,
    journal,
    descriptions: descriptionsOf(operationKinds(api, now)),
    deskUser: () => 'Amara',
    accountOf: () => 'canal-tours at the vendor',
    chooseSavePath: async () => savePath,
    chooseFolder: async () => folder,
    openPath: async () => '',
    now,
    changed: () => {},
    report: () => {},
  })
  const plan = async (id: string) => value(await handlers.getBatchPlan({ plan: id }, caller))
  const at = (id: string, ...stages: BatchPlan['stage'][]) =>
    vi.waitFor(
      async () => {
        const found = await plan(id)
        if (!stages.includes(found.stage)) throw new Error(`${found.stage} ${JSON.stringify(found.progress)}`)
        return found
      },
      { timeout: 15_000, interval: 20 },
    )
  const planLines = async (id: string): Promise<PlanLine[]> =>
    value(await handlers.listPlanLines({ plan: id, offset: 0, limit: 500 }, caller)).lines
  const resolved = async (references: GivenReference[], kind: ListedKind = 'cancel') => {
    const { plan: id } = value(await handlers.resolveBatch({ profile: profileId, kind, references }, caller))
    await at(id, 'resolved', 'failed')
    return id
  }
  const planned = async (references: GivenReference[], action: ListedAction = cancelAll) => {
    const id = await resolved(references, action.kind)
    value(await handlers.planBatch({ plan: id, action }, caller))
    return at(id, 'planned', 'failed')
  }
  const started = async (references: GivenReference[], action: ListedAction = cancelAll): Promise<string> => {
    const { id, toSend } = await planned(references, action)
    const input = { profile: profileId, plan: id, ...(toSend === undefined ? {} : { count: toSend }) }
    return value(await handlers.startBatch(input, caller)).batch
  }
  const batch = async (id: string): Promise<Batch> =>
    value(await handlers.getBatch({ batch: id }, caller)).batch
  const lines = async (id: string): Promise<BatchLine[]> =>
    value(await handlers.listBatchLines({ batch: id, offset: 0, limit: 500 }, caller)).lines
  const settled = (id: string) =>
    vi.waitFor(
      async () => {
        const found = await batch(id)
        const open = ['queued', 'sending', 'unknown', 'at-supplier'] as const
        const waits = open.reduce((sum, state) => sum + (found.counts[state] ?? 0), 0)
        if (waits > 0) throw new Error(JSON.stringify(found.counts))
        return found
      },
      { timeout: 30_000, interval: 50 },
    )
  return {
    ...{
      api,
      journal,
      handlers,
      at,
      plan,
      planLines,
      resolved,
      planned,
      started,
      batch,
      lines,
      settled,
    },
    saveTo: (path: string) => {
      savePath = path
    },
    /** What the folder dialog answers from now on; `undefined` for a person who declines. */
    saveInto: (path: string | undefined) => {
      folder = path
    },
  }
}

export const cancelAll: ListedAction = { kind: 'cancel', refundToGuest: true, reason: 'The boat is broken' }

export function value<T>(result: Result<T, { code: string; message: string }>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
