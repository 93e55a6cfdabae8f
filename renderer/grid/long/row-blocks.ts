import type { RowSource } from './row-source'

/** Rows that are read at once. */
export const blockSize = 100

/** The part of a long list that is here, in blocks. What is in sight is read; what is not any more, is not asked for. */
export interface RowBlocks<Row> {
  /** The row at a position; `undefined` while it is not here. */
  rowAt(index: number): Row | undefined
  /** Where a row that is here stands. */
  indexOf(key: string): number | undefined
  /**
   * Says which positions are in sight, so that they are read. Resolves once they are here, or will not come.
   * @param besides a row that is wanted wherever one looks
   */
  look(first: number, last: number, besides?: number): Promise<void>
  /** Rows in sight could not be read, and nobody has asked again. */
  hasFailed(): boolean
  /** Asks again for what could not be read. */
  retry(): void
  /** Reads again the blocks that hold one of these rows; those out of sight when they come back. */
  reload(keys: ReadonlySet<string>): void
  /** Nothing is told any more. */
  close(): void
}

export interface RowBlocksOptions<Row> {
  readonly source: Pick<RowSource<Row>, 'first' | 'read'>
  readonly rowKey: (row: Row) => string
  /** Rows have come, from this position on. */
  readonly onRows: (from: number, count: number) => void
  /** {@link RowBlocks.hasFailed} is another one. */
  readonly onFailed: (hasFailed: boolean) => void
  /** Blocks that are kept, those in sight included. */
  readonly keep?: number
  /** Blocks that are asked for at the same time. */
  readonly atOnce?: number
}

/** Keeps the blocks of one list. */
export function createRowBlocks<Row>(options: RowBlocksOptions<Row>): RowBlocks<Row> {
  const { source, rowKey, onRows, onFailed, keep = 20, atOnce = 2 } = options
  /** In the order of their last use. */
  const held = new Map<number, readonly Row[]>()
  const asked = new Set<number>()
  const failed = new Set<number>()
  let queue: number[] = []
  let sight: readonly number[] = []
  let waiting: { blocks: readonly number[]; done: () => void }[] = []
  let isClosed = false

  const put = (block: number, rows: readonly Row[]) => {
    held.delete(block)
    held.set(block, rows)
    for (const old of held.keys()) {
      if (held.size <= keep) break
      if (!sight.includes(old)) held.delete(old)
    }
  }
  const settle = () => {
    waiting = waiting.filter(({ blocks, done }) => {
      const isDone = isClosed || blocks.every((block) => held.has(block) || failed.has(block))
      if (isDone) done()
      return !isDone
    })
  }
  const pump = () => {
    while (asked.size < atOnce && queue.length > 0 && !isClosed) {
      const block = queue.shift()
      if (block !== undefined) void ask(block)
    }
  }
  const ask = async (block: number) => {
    asked.add(block)
    const rows = await source.read(block * blockSize, blockSize).catch(() => undefined)
    asked.delete(block)
    if (isClosed || rows === 'gone') return
    if (rows) {
      put(block, rows)
      onRows(block * blockSize, rows.length)
    } else if (sight.includes(block)) fail(block)
    settle()
    pump()
  }
  const fail = (block: number) => {
    failed.add(block)
    onFailed(true)
  }
  const forgetFailures = () => {
    if (failed.size === 0) return
    failed.clear()
    onFailed(false)
  }
  /** Whatever of the blocks in sight is neither here nor asked for, and nothing else. */
  const fill = () => {
    queue = sight.filter((block) => !held.has(block) && !asked.has(block) && !failed.has(block))
    pump()
  }

  for (let from = 0; from < source.first.length; from += blockSize) {
    const rows = source.first.slice(from, from + blockSize)
    // What came may end within a block that does not; the rest of that one is read with it.
    if (from === 0 || rows.length === blockSize) put(from / blockSize, rows)
  }

  return {
    rowAt: (index) => held.get(Math.floor(index / blockSize))?.[index % blockSize],
    indexOf: (key) => {
      for (const [block, rows] of held) {
        const at = rows.findIndex((row) => rowKey(row) === key)
        if (at >= 0) return block * blockSize + at
      }
      return undefined
    },
    look: (first, last, besides) => {
      const inSight = blocksOf(first, last)
      sight = besides === undefined ? inSight : [...new Set([...inSight, ...blocksOf(besides, besides)])]
      if ([...failed].some((block) => !sight.includes(block))) forgetFailures()
      for (const block of sight) {
        const rows = held.get(block)
        if (rows) put(block, rows)
      }
      fill()
      return new Promise((done) => {
        waiting.push({ blocks: sight, done })
        settle()
      })
    },
    hasFailed: () => failed.size > 0,
    retry: () => {
      forgetFailures()
      fill()
    },
    reload: (keys) => {
      for (const [block, rows] of [...held]) {
        if (!rows.some((row) => keys.has(rowKey(row)))) continue
        // What is in sight stays until it is here anew.
        if (!sight.includes(block)) held.delete(block)
        else if (!asked.has(block)) queue.push(block)
      }
      pump()
    },
    close: () => {
      isClosed = true
      queue = []
      settle()
    },
  }
}

function blocksOf(first: number, last: number): number[] {
  const from = Math.floor(Math.max(first, 0) / blockSize)
  const to = Math.floor(Math.max(last, first, 0) / blockSize)
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
