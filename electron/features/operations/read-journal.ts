import type { Operation } from '@shared/features/operations'
import type { AppError } from '@shared/kernel/app-error'
import type { OperationId } from '@shared/kernel/ids'
import { err, type Result } from '@shared/kernel/result'
import { type Entry, type Journal, noJournal, reasonOf } from '../../journal'
import { StoreError } from '../../platform/store-client'
import { type Descriptions, toOperation } from './to-operation'

/** Runs what reads the journal; a journal that cannot be read is NO_JOURNAL. */
export type ReadJournal = <T, Code extends string>(
  work: () => Promise<Result<T, AppError<Code>>>,
) => Promise<Result<T, AppError<Code | 'NO_JOURNAL'>>>

export const readJournal =
  (journal: Pick<Journal, 'open'>): ReadJournal =>
  async (work) => {
    const status = await journal.open()
    if (status.state !== 'ready' && status.state !== 'damaged') return err(noJournal(reasonOf(status)))
    try {
      return await work()
    } catch (thrown) {
      if (thrown instanceof StoreError) return err(noJournal('store-down'))
      throw thrown
    }
  }

/** Shows entries, each with all of its command; a command is read once, however many of it are shown. */
export type ShowAll = (entries: readonly Entry[]) => Promise<Operation[]>

export const showAllWith =
  (journal: Pick<Journal, 'store' | 'traits'>, descriptions: Descriptions): ShowAll =>
  (entries) => {
    const groups = new Map<OperationId, Promise<readonly Entry[]>>()
    const groupOf = (entry: Entry): Promise<readonly Entry[]> => {
      if (entry.groupSize === 1) return Promise.resolve([entry])
      const group = groups.get(entry.group) ?? journal.store.group(entry.group)
      groups.set(entry.group, group)
      return group
    }
    return Promise.all(
      entries.map(async (entry) =>
        toOperation(entry, await groupOf(entry), { descriptions, traits: journal.traits }),
      ),
    )
  }
