import type { BatchReason } from '@shared/features/batches'
import type { BatchStep } from './batch-work'

/** So many in a row without a clear answer, and a person should look before more is sent. */
const unclearInARow = 5

const stops: Readonly<Record<string, BatchReason>> = {
  OFFLINE: 'offline',
  SIGNED_OUT: 'signed-out',
  READ_ONLY: 'not-allowed',
  ANOTHER_ACCOUNT: 'not-allowed',
  NO_JOURNAL: 'not-allowed',
  FOLDER_GONE: 'folder-gone',
  DISK_FULL: 'disk-full',
  NOT_WRITABLE: 'not-writable',
}

/** Notices what would fail for every line that follows, so that one trouble does not cost a whole batch. */
export class Trouble {
  #unclear = 0

  /** Why the batch should not go on, now that one of its steps stands so. */
  note({ state, error }: BatchStep): BatchReason | undefined {
    if (state === 'done' || state === 'at-supplier') this.#unclear = 0
    if (state !== 'failed' && state !== 'unknown') return undefined
    // What an earlier run left open says nothing of the server.
    if (error?.params?.reason === 'interrupted') return undefined
    const stop = error && state === 'failed' ? stops[error.code] : undefined
    if (stop) return stop
    const isClear = state === 'failed' && error?.code !== 'UPSTREAM'
    this.#unclear = isClear ? 0 : this.#unclear + 1
    return this.#unclear >= unclearInARow ? 'server' : undefined
  }
}
