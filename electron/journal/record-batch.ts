import type { OperationId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { BatchLineRecord, BatchRecord, BatchStore } from './batch'
import { withdrawAside } from './batch-work'
import type { Engine, LineDraft } from './engine'
import type { NotRecorded } from './journal-store'

/** A batch as it is handed in, everything of it confirmed. */
export interface BatchToRecord {
  readonly record: BatchRecord
  readonly lines: readonly BatchLineRecord[]
  /** What each command sends, in order; a line may be in several and a command may be of several. */
  readonly commands: readonly (readonly LineDraft[])[]
  /** How a line is kept that another operation is in the way of. */
  readonly inProgress: (line: number, holder: OperationId) => BatchLineRecord
}

/** Entries of one append: enough that few appends are made, few enough that neither process stands still. */
const entriesAtOnce = 50

/**
 * Writes a whole batch down before anything of it is sent. What another unsettled operation lays its hand on is left out
 * and noted on its line; what the journal does not take undoes all of it.
 */
export async function recordBatch(
  { engine, store }: { engine: Pick<Engine, 'submitLot' | 'aside' | 'withdraw'>; store: BatchStore },
  { record, lines, commands, inProgress }: BatchToRecord,
): Promise<Result<void, NotRecorded>> {
  await store.create(record, lines)
  const lot = { batch: record.id, who: record.who }
  for (let chunk of chunksOf(commands)) {
    for (;;) {
      const recorded = await engine.submitLot(chunk, lot)
      if (recorded.ok) break
      const { error } = recorded
      if (error.reason !== 'claimed' || error.line === undefined) {
        // Nothing was sent, and what was recorded is taken back.
        await withdrawAside(engine, lot.batch, lot.who)
        return err(error)
      }
      await store.putLines(record.id, [inProgress(error.line, error.holder)])
      chunk = withoutLine(chunk, error.line)
      if (chunk.length === 0) break
    }
  }
  return ok(undefined)
}

const withoutLine = (commands: readonly (readonly LineDraft[])[], line: number) =>
  commands
    .map((drafts) => drafts.filter((draft) => draft.line !== line))
    .filter((drafts) => drafts.length > 0)

function chunksOf(commands: readonly (readonly LineDraft[])[]): (readonly LineDraft[])[][] {
  const chunks: (readonly LineDraft[])[][] = []
  let entries = Number.POSITIVE_INFINITY
  for (const command of commands) {
    if (entries + command.length > entriesAtOnce) {
      chunks.push([])
      entries = 0
    }
    chunks.at(-1)?.push(command)
    entries += command.length
  }
  return chunks
}
