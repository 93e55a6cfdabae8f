import { statSync } from 'node:fs'
import type { Batch, batchesOperations, GivenReference } from '@shared/features/batches'
import type { Handlers } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { fileNotes, type Journal, noJournal, reasonOf } from '../../journal'
import type { ChooseFolder, ChooseSavePath } from '../../platform/save-dialog'
import { StoreError } from '../../platform/store-client'
import type { Kinds } from '../operations'
import { batchDetailSchema, lineDetailSchema, toBatch } from './batch-view'
import { createExportBatch } from './export-batch'
import { createPlanner, type Planner, type PlannerDeps } from './planner'
import { createLineReader } from './read-lines'
import { createStarts, planGone } from './start-batch'

export { createPlanner, type Planner } from './planner'
export { createSaveLine } from './save-line'
export { savedVouchers } from './saved-vouchers'
export { createStarts } from './start-batch'

export interface BatchesDeps extends PlannerDeps {
  readonly journal: Pick<Journal, 'open' | 'ready' | 'submitBatch' | 'batches' | 'store' | 'traits'>
  readonly descriptions: Kinds['descriptions']
  /** Name of whoever sits at this desk. */
  readonly deskUser: () => string
  readonly chooseSavePath: ChooseSavePath
  readonly chooseFolder: ChooseFolder
  /** Opens a folder in the file manager of the system; answers what went wrong, or an empty text. */
  readonly openPath: (path: string) => Promise<string>
  /** Whose plans these are, where others make plans as well. */
  readonly planner?: Planner
}

/** Lines of a batch that are read at once. */
const linesAtOnce = 500

export function batchesHandlers(deps: BatchesDeps): Handlers<typeof batchesOperations> {
  const { journal, descriptions, deskUser } = deps
  const planner = deps.planner ?? createPlanner(deps)
  const kinds: Kinds = { descriptions, traits: journal.traits }
  const starts = createStarts({ ...deps, planner })
  const store = journal.store.batches
  const reader = createLineReader(journal.store, kinds)

  /** Runs what reads the journal; a journal that cannot be read is NO_JOURNAL. */
  const reading = async <T, Code extends string>(
    work: () => Promise<Result<T, AppError<Code>>>,
  ): Promise<Result<T, AppError<Code | 'NO_JOURNAL'>>> => {
    const status = await journal.open()
    if (status.state !== 'ready' && status.state !== 'damaged') return err(noJournal(reasonOf(status)))
    try {
      return await work()
    } catch (thrown) {
      if (thrown instanceof StoreError) return err(noJournal('store-down'))
      throw thrown
    }
  }

  const show = async (id: string): Promise<Result<Batch, AppError<never>>> => {
    const record = await store.get(id)
    const batch = record && toBatch(record, await store.tally(id), journal.batches.progress(id))
    return batch ? ok(batch) : err(appError('NOT_FOUND', `there is no batch ${id}`))
  }

  /** Does something to a batch and shows how it stands then. */
  const steer = <Code extends string>(id: string, act: () => Promise<Result<void, AppError<Code>>>) =>
    reading<{ batch: Batch }, Code>(async () => {
      const done = await act()
      if (!done.ok) return done
      const batch = await show(id)
      return batch.ok ? ok({ batch: batch.value }) : batch
    })

  return {
    resolveBatch: async ({ profile, kind, action, references }) => {
      if (action && action.kind !== kind)
        return err(appError('INVALID_INPUT', `the action is ${action.kind}`))
      const plan = planner.begin({ profile, kind, given: references })
      if (action) {
        void planner.settled(plan).then(() => {
          if (plan.stage === 'resolved') planner.dryRun(plan, action)
        })
      }
      return ok({ plan: plan.origin.id })
    },
    getBatchPlan: async ({ plan }) => {
      const found = planner.find(plan)
      return found ? ok(found.view()) : err(planGone(plan))
    },
    listPlanLines: async ({ plan, findings, offset, limit }) => {
      const found = planner.find(plan)
      if (!found) return err(planGone(plan))
      const lines = findings ? found.lines.filter(({ finding }) => findings.includes(finding)) : found.lines
      return ok({ lines: lines.slice(offset, offset + limit), total: lines.length })
    },
    planBatch: async ({ plan, action }) => {
      const found = planner.find(plan)
      if (!found) return err(planGone(plan))
      // A dry run that was ended, or could not go on, can be made again.
      const isReady = ['resolved', 'planned'].includes(found.stage) || (found.hasEnded() && found.action)
      if (!isReady || found.origin.kind !== action.kind) {
        return err(
          appError('PLAN_NOT_READY', `the plan is ${found.stage}`, { params: { stage: found.stage } }),
        )
      }
      planner.dryRun(found, action)
      return ok({})
    },
    excludePlanLines: async ({ plan, lines, excluded }) => {
      const found = planner.find(plan)
      if (!found) return err(planGone(plan))
      const { stage } = found
      if (stage !== 'planned') {
        return err(appError('PLAN_NOT_READY', `the plan is ${stage}`, { params: { stage } }))
      }
      found.exclude(lines, excluded)
      deps.changed(plan)
      return ok({})
    },
    cancelPlan: async ({ plan }) => {
      planner.cancel(plan)
      return ok({})
    },
    startBatch: starts.startBatch,
    saveVouchers: starts.saveVouchers,
    getBatch: ({ batch }) => steer<never>(batch, async () => ok(undefined)),
    listBatches: ({ profile, limit }) =>
      reading<{ batches: Batch[]; asked: number }, never>(async () => {
        const records = await store.list(profile, limit)
        const batches = await Promise.all(
          records.map(async (record) =>
            toBatch(record, await store.tally(record.id), journal.batches.progress(record.id)),
          ),
        )
        const known = batches.filter((batch) => batch !== undefined)
        const asked = known.filter(({ state, why }) => state === 'paused' && why !== 'by-hand')
        return ok({ batches: known, asked: asked.length })
      }),
    listBatchLines: ({ batch, states, differing, offset, limit }) =>
      reading(async () => {
        const found = differing && (await reader.differing(batch))
        const { lines, total } = found
          ? await store.lines(batch, { only: found.slice(offset, offset + limit), states, offset: 0, limit })
          : await store.lines(batch, { states, offset, limit })
        return ok({ lines: await reader.show(lines), total: found?.length ?? total })
      }),
    countDiffering: ({ batch }) => reading(async () => ok({ lines: (await reader.differing(batch)).length })),
    pauseBatch: ({ batch }) => steer(batch, () => journal.batches.pause(batch, 'by-hand')),
    resumeBatch: ({ profile, batch }) =>
      steer(batch, async () => {
        const record = await store.get(batch)
        // The guard has looked at the profile of the input, so it has to be the batch's own.
        if (record?.profile !== profile) return err(appError('NOT_FOUND', `there is no batch ${batch}`))
        return journal.batches.resume(batch)
      }),
    stopBatch: ({ batch }) => steer(batch, () => journal.batches.stop(batch, deskUser())),
    retryFailed: ({ batch }) =>
      reading<{ plan: string }, 'NOTHING_TO_SEND'>(async () => {
        const record = await store.get(batch)
        const detail = batchDetailSchema.safeParse(record?.detail).data
        // An erasure is tried again from the request that it is of.
        if (!record || !detail?.action || detail.action.kind === 'deidentify')
          return err(appError('NOT_FOUND', `there is no batch ${batch}`))
        const given: GivenReference[] = []
        for (let offset = 0; ; offset += linesAtOnce) {
          const page = { states: ['failed', 'partly-done'] as const, offset, limit: linesAtOnce }
          const { lines, total } = await store.lines(batch, page)
          for (const line of lines) {
            const { order, booking, payment } = lineDetailSchema.safeParse(line.detail).data ?? {}
            if (order === undefined) continue
            given.push(payment === undefined ? { order, ...(booking && { booking }) } : { order, payment })
          }
          if (offset + linesAtOnce >= total) break
        }
        if (given.length === 0) return err(appError('NOTHING_TO_SEND', 'no line of the batch has failed'))
        const plan = planner.begin({ profile: record.profile, kind: detail.action.kind, given })
        await planner.settled(plan)
        if (plan.stage === 'resolved') planner.dryRun(plan, detail.action)
        return ok({ plan: plan.origin.id })
      }),
    openBatchFolder: ({ batch }) =>
      reading<Record<string, never>, 'NO_FOLDER'>(async () => {
        const { folder } = batchDetailSchema.safeParse((await store.get(batch))?.detail).data ?? {}
        // Only a folder: anything else would be run.
        const isFolder = folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory()
        const problem = isFolder ? await deps.openPath(folder) : 'gone'
        return problem === '' ? ok({}) : err(appError('NO_FOLDER', 'the folder could not be opened'))
      }),
    exportBatch: createExportBatch({ ...deps, reading, reader, notes: fileNotes(deps) }),
  }
}
