import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { type Anchor, anchorSchema, type ChainMark, isSameMark } from '../store/journal/anchor'

/** Where anchors are kept: one text, in the operating system's keychain. */
export interface AnchorPlace {
  /** `undefined` when nothing is kept. */
  read(): Promise<Result<string | undefined, AppError>>
  write(text: string): Promise<Result<void, AppError>>
}

/** Keeps the newest mark of the chain outside the file, a little behind it and never ahead. */
export interface AnchorKeeper {
  /** What is kept; `undefined` for a journal of a version that kept nothing, or when there is none yet. */
  read(): Promise<Result<Anchor | undefined, AppError>>
  /** To be called when the chain has got this far on disk. It is kept soon; nobody waits for it. */
  note(mark: ChainMark): void
  /** Keeps what was noted, now. `undefined` when there is nothing to keep. */
  flush(): Promise<void> | undefined
}

export interface AnchorKeeperOptions {
  readonly place: AnchorPlace
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  /** Called when the keychain did not take an anchor; it is tried again. */
  readonly failed: (error: AppError) => void
  /** Runs something after `ms` milliseconds; answers how to call it off. */
  readonly after?: (ms: number, run: () => void) => () => void
  /** Commits within so many milliseconds are anchored together. */
  readonly delayMs?: number
  /** Wait after the keychain did not take one, in milliseconds. */
  readonly retryMs?: number
}

export function createAnchorKeeper(options: AnchorKeeperOptions): AnchorKeeper {
  const { place, now, failed, after = afterTimeout, delayMs = 1000, retryMs = 30_000 } = options
  let kept: ChainMark | undefined
  let newest: ChainMark | undefined
  let disarm: (() => void) | undefined
  let writing: Promise<void> | undefined

  const isDue = () => newest !== undefined && !(kept && isSameMark(kept, newest))

  const arm = (ms: number): void => {
    disarm ??= after(ms, () => {
      disarm = undefined
      void flush()
    })
  }

  const write = async (mark: ChainMark): Promise<void> => {
    const { seq, mac, entries } = mark
    const written = await place.write(JSON.stringify({ seq, mac, entries, at: now() } satisfies Anchor))
    if (written.ok) {
      kept = mark
      if (isDue()) arm(delayMs)
    } else {
      failed(written.error)
      arm(retryMs)
    }
  }

  /** One at a time: an older mark must not land after a newer one. */
  function flush(): Promise<void> | undefined {
    if (writing) return writing.then(() => flush())
    if (!newest || !isDue()) return undefined
    disarm?.()
    disarm = undefined
    writing = write(newest).finally(() => {
      writing = undefined
    })
    return writing
  }

  return {
    read: async () => {
      const text = await place.read()
      if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text
      const anchor = parse(text.value)
      if (!anchor.ok) return anchor
      kept = anchor.value
      return anchor
    },
    note: (mark) => {
      newest = mark
      if (isDue() && !writing) arm(delayMs)
    },
    flush,
  }
}

/** Keeps nobody from ending: what was noted is kept on the way out. */
function afterTimeout(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

function parse(text: string): Result<Anchor, AppError> {
  try {
    return ok(anchorSchema.parse(JSON.parse(text)))
  } catch {
    return err(appError('KEYCHAIN_LOCKED', 'the entry in the keychain is not an anchor of the journal'))
  }
}
