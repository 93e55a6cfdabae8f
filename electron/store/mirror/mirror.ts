import type { ListChoice, MirrorQuery, OverviewQuestion } from '@shared/features/mirror'
import { err, ok, type Result } from '@shared/kernel/result'
import { isDiskFull } from '../engine-code'
import { isDamage } from './damage'
import { chosenOf } from './export/choose'
import { createExports } from './export/exports'
import { dropWritten, putWritten, writtenFiles } from './export/written-files'
import { createGate } from './gate'
import { createHolding } from './holding'
import { putKept, readKept } from './kept'
import { createLists } from './lists'
import {
  addToCount,
  hasState,
  type MirrorFile,
  type MirrorPlace,
  openMirror,
  putState,
  statusOf,
} from './mirror-file'
import { ListDropped, type OrderList } from './order-list'
import { createOverviews } from './overview/overviews'
import type {
  ListGone,
  MirrorAnswers,
  MirrorParams,
  MirrorRows,
  MirrorStatus,
  TakeFailure,
  WrittenFile,
} from './protocol'
import { countSettledBefore, dropOrders, emptyLog, idsOfReferences, settledBefore, shortenLog } from './purge'
import { putAside } from './put-aside'
import { isAnyDue, readAgain } from './read-again'
import { type PreparedOrder, preparePage, readPage } from './read-page'
import { renewedList } from './renew-list'
import { putRescued, rescue } from './rescue'
import { readOrder, readRows } from './rows'
import { makeSortIndex, missingSortIndexes } from './sort-indexes'
import { idsOf } from './sources'
import { stepsOf, summary, type Written, writePage } from './take'
import { totalsOf, type WeekSums } from './totals'
import { turn } from './turn'
import { createTurns } from './turns'
import { heldOrder } from './write-order'

/** The mirror of a profile: one file, and the lists that were asked of it. */
export interface Mirror {
  take(page: {
    readonly text: string
    readonly askedAt: number
    readonly state?: string | undefined
  }): Promise<MirrorAnswers['mirror.take']>
  status(): MirrorStatus
  putState(state: string): Promise<MirrorAnswers['mirror.putState']>
  query(query: MirrorQuery, rows: number): Promise<MirrorAnswers['mirror.query']>
  rows(list: number, from: number, count: number): Promise<MirrorAnswers['mirror.rows']>
  /** @param choice absent: all of the list */
  totals(list: number, choice: ListChoice | undefined): Promise<MirrorAnswers['mirror.totals']>
  overview(question: OverviewQuestion): Promise<MirrorAnswers['mirror.overview']>
  position(list: number, reference: string): Promise<MirrorAnswers['mirror.position']>
  order(reference: string): MirrorAnswers['mirror.order']
  kept(name: string): MirrorAnswers['mirror.kept']
  keep(name: string, value: string | undefined): Promise<MirrorAnswers['mirror.keep']>
  beginExport(what: MirrorParams<'mirror.beginExport'>): Promise<MirrorAnswers['mirror.beginExport']>
  nextOfExport(number: number): Promise<MirrorAnswers['mirror.nextOfExport']>
  endExport(number: number): void
  noteFile(file: WrittenFile): Promise<void>
  forgetFile(path: string): Promise<void>
  files(): readonly WrittenFile[]
  countSettled(before: number): Promise<number>
  /** Makes one of the indexes that sort, when they are not all there; gives way to those who ask for rows. */
  indexSort(): Promise<MirrorAnswers['mirror.indexSort']>
  purge(before: number, limit: number): Promise<MirrorAnswers['mirror.purge']>
  remove(references: readonly string[]): Promise<MirrorAnswers['mirror.remove']>
  close(): void
}

/** Removed, or read again, in one go; others have their turn in between. */
const removedAtOnce = 50
/** Orders written in one transaction while nobody is there. */
const atOnceAway = 100
/** Who has not asked for rows for so long is taken to be away, in milliseconds. */
const awayMs = 20_000
/** Who has not asked for so long does not notice that the log is written into the file, in milliseconds. */
const pauseMs = 1000
/** Sums wait until no list is being made, which changes may wait for; those of the list that was looked at last come first. */
const belowLists = -1e9
/** How long a step of a page gives way to those who ask for rows, in milliseconds. */
const stepPatienceMs = 2000
/** While somebody asks, the log is written into the file when it holds so many orders: the more, the longer that takes. */
const ordersOfLog = 25
/** The same of an index, which takes longer than a page and that nobody waits for. */
const indexPatienceMs = 20_000

/**
 * @param place where it was opened, to begin anew when the file turns out to be damaged: what is asked then fails, what
 * is asked after it is answered by a mirror that holds nothing and says so
 */
export function createMirror(opened: MirrorFile, place: MirrorPlace): Mirror {
  let file = opened
  const turns = createTurns()
  const gate = createGate()
  const lists = createLists(place.now, turns, gate.still)
  const holding = createHolding()
  const exports = createExports(place.now)
  const overviews = createOverviews(turns)
  const idsMoved = (): void => {
    lists.clear()
    overviews.clear()
  }

  const beginAnew = (): void => {
    idsMoved()
    const rescued = rescue(file.sql)
    exports.clear()
    try {
      file.sql.close()
    } catch {
      // What is damaged may not even close.
    }
    const setAside = place.path === undefined ? undefined : putAside(place.path, 'damaged', Date.now())
    const again = openMirror(place)
    if (!again.ok) throw new Error(`the mirror does not open again: ${again.error}`)
    putRescued(again.value.sql, rescued)
    file = { ...again.value, ...(setAside === undefined ? {} : { setAside }) }
  }

  const noticing = (thrown: unknown): unknown => {
    if (isDamage(thrown)) beginAnew()
    return thrown
  }
  const watch = <T>(work: () => T): T => {
    try {
      return work()
    } catch (thrown) {
      throw noticing(thrown)
    }
  }
  const watchAll = async <T>(work: () => Promise<T>): Promise<T> => {
    const { sql } = file
    try {
      return await work()
    } catch (thrown) {
      // Somebody else may have found it already.
      throw sql === file.sql ? noticing(thrown) : thrown
    }
  }

  const rowsAt = async (list: OrderList, from: number, count: number): Promise<MirrorRows> => {
    const ids = await list.slice(from, count)
    const total = list.total()
    return { rows: readRows(file.sql, ids), ...(total === undefined ? {} : { total }) }
  }

  const asked = async <T>(
    number: number,
    work: (list: OrderList, sums: WeekSums) => Promise<T>,
  ): Promise<T | ListGone> => {
    const held = lists.get(number)
    if (!held) return 'gone'
    try {
      return await watchAll(() => work(held.list, held.sums))
    } catch (thrown) {
      if (thrown instanceof ListDropped) return 'gone'
      throw thrown
    }
  }

  const begin = async (query: MirrorQuery): Promise<number> => {
    await gate.enter()
    const { number, list } = watch(() =>
      lists.begin({
        name: JSON.stringify(query),
        make: () => idsOf(file.sql, query),
        renew: (ids, written) => renewedList(file.sql, query, ids, written),
      }),
    )
    // Creation does not change, so that nothing can move in such a list while it is made.
    if (query.sort.by !== 'created') gate.hold(list.ended)
    return number
  }

  const change = <T>(work: () => T, around = (transaction: () => T) => transaction()): Promise<T> =>
    gate.change(() => watch(() => around(() => file.sql.transaction(work))))

  /**
   * Row ids that are gone would leave holes in the lists that have them.
   * @param next looked up where they are dropped: others may have removed the same before
   */
  const removeAll = async (next: () => number[], isMore = () => false): Promise<number> => {
    let removed = 0
    for (;;) {
      const ids = await change(() => {
        const leaving = next()
        dropOrders(file.sql, leaving)
        addToCount(file.sql, -leaving.length)
        return leaving
      })
      if (ids.length > 0) idsMoved()
      else if (!isMore()) break
      removed += ids.length
      await turn()
    }
    if (removed > 0) await gate.change(() => watch(() => emptyLog(file.sql)))
    return removed
  }

  /** Before it counts what is settled: an earlier version may have taken for settled what is not. */
  const catchUp = async (): Promise<void> => {
    while (watch(() => isAnyDue(file.sql))) {
      lists.note(await change(() => readAgain(file.sql, removedAtOnce)))
      overviews.changed()
      await turn()
    }
  }

  let ordersInLog = 0
  const writeLog = async (): Promise<void> => {
    ordersInLog = 0
    // What is in the log is kept whether or not the disk has room for this; what is written next finds out.
    await room(gate.change(() => watch(() => shortenLog(file.sql))))
  }

  /** Somebody who types is not kept waiting for a page; a single order was just read or changed, and goes in at once. */
  const writeAll = async (
    orders: readonly PreparedOrder[],
    askedAt: number,
    state: string | undefined,
  ): Promise<Result<Pick<Written, 'changed' | 'unplaced'>, TakeFailure>> => {
    const breath = () => gate.breath(Date.now() + stepPatienceMs)
    const changed: string[] = []
    let unplaced = 0
    let redacted = false
    const isAway = gate.isIdle(awayMs)
    const steps = stepsOf(orders, isAway ? atOnceAway : holding.orders())
    for (const [at, step] of steps.entries()) {
      if (state !== undefined) {
        await breath()
        if (ordersInLog >= ordersOfLog && !gate.isIdle(pauseMs)) {
          await writeLog()
          await breath()
        }
      }
      const written = await room(
        change(
          () => {
            if (state !== undefined && !hasState(file.sql)) return undefined
            const done = writePage(file.sql, step, askedAt)
            addToCount(file.sql, done.added)
            if (state !== undefined && at === steps.length - 1) putState(file.sql, state)
            return done
          },
          // Larger ones are quicker for each order, and not what is asked about.
          (transaction) => (isAway ? transaction() : holding.measure(step.length, transaction)),
        ),
      )
      if (!written.ok) return written
      if (!written.value) return err('begun-anew')
      ordersInLog += step.length
      if (written.value.changed.length > 0) overviews.changed()
      if (written.value.moved) idsMoved()
      lists.note(written.value.ids)
      changed.push(...written.value.changed)
      unplaced += written.value.unplaced
      redacted ||= written.value.redacted
      await turn()
    }
    if (redacted) await gate.change(() => watch(() => emptyLog(file.sql)))
    else if (state !== undefined && gate.isIdle(pauseMs)) await writeLog()
    return ok({ changed, unplaced })
  }

  return {
    take: async ({ text, askedAt, state }) => {
      const page = readPage(text)
      if (!page) return err('unreadable')
      const orders = await preparePage(page)
      const written = await writeAll(orders, askedAt, state)
      return written.ok
        ? ok({ ...summary(page, orders, written.value.unplaced), changed: written.value.changed })
        : written
    },
    status: () => watch(() => statusOf(file, place.path)),
    putState: async (state) => {
      const put = await room(change(() => putState(file.sql, state)))
      return put.ok ? ok(null) : put
    },
    query: async (query, rows) => {
      const number = await begin(query)
      const first = await asked(number, (list) => rowsAt(list, 0, rows))
      return { list: number, ...(first === 'gone' ? { rows: [] } : first) }
    },
    rows: (number, from, count) => {
      gate.notice()
      lists.look(number)
      return asked(number, (list) => rowsAt(list, from, count))
    },
    totals: (number, choice) =>
      asked(number, async (list, sums) => {
        const { sql } = file
        const ids = await chosenOf(sql, await list.whole('if made'), choice)
        const still = gate.still()
        const next = async () => {
          await still()
          await turns.next(() => belowLists + lists.rank(number))
        }
        return totalsOf(sql, ids, next, choice ? undefined : sums)
      }),
    overview: (question) => watchAll(() => overviews.ask(file.sql, question)),
    position: (number, reference) => {
      lists.look(number)
      return asked(number, async (list) => {
        const ids = await list.whole()
        const id = heldOrder(file.sql, reference)?.id
        const at = id === undefined ? -1 : ids.indexOf(id)
        return { at: at < 0 ? undefined : at }
      })
    },
    order: (reference) => watch(() => readOrder(file.sql, reference)),
    kept: (name) => {
      const value = watch(() => readKept(file.sql, name))
      return value === undefined ? {} : { value }
    },
    keep: async (name, value) => {
      const kept = await room(change(() => putKept(file.sql, name, value)))
      if (!kept.ok) return kept
      // What it was before is personal data that somebody may have wanted to be gone.
      await gate.change(() => watch(() => emptyLog(file.sql)))
      return ok(null)
    },
    beginExport: async ({ list: held, query, choice, as, layout, now }) => {
      const number = held !== undefined && lists.get(held) ? held : await begin(query)
      const begun = asked(number, async (list) => {
        const { sql } = file
        const ids = await chosenOf(sql, await list.whole(), choice)
        if (sql !== file.sql) return 'gone'
        return { export: exports.begin(sql, { ids, as, layout, begunAt: now }), orders: ids.length }
      })
      // Removing orders in between would end the list.
      gate.hold(begun.then(ignored, ignored))
      return begun
    },
    nextOfExport: (number) => watchAll(() => exports.next(number)),
    endExport: exports.end,
    noteFile: async (written) => {
      await change(() => putWritten(file.sql, written))
      // On the disk before the first byte of the file is.
      await gate.change(() => watch(() => emptyLog(file.sql)))
    },
    forgetFile: (path) => change(() => dropWritten(file.sql, path)),
    files: () => watch(() => writtenFiles(file.sql)),
    countSettled: async (before) => {
      await catchUp()
      return watch(() => countSettledBefore(file.sql, before))
    },
    indexSort: async () => {
      await gate.quiet(Date.now() + indexPatienceMs)
      return room(
        change(() => {
          const [next, ...rest] = missingSortIndexes(file.sql)
          if (next !== undefined) makeSortIndex(file.sql, next)
          return { left: rest.length }
        }),
      )
    },
    purge: async (before, limit) => {
      await catchUp()
      let left = limit
      const removed = await removeAll(() => {
        const ids = left > 0 ? settledBefore(file.sql, before, Math.min(left, removedAtOnce)) : []
        left -= ids.length
        return ids
      })
      return { removed, more: settledBefore(file.sql, before, 1).length > 0 }
    },
    remove: async (references) => {
      const left = [...references]
      const next = () => idsOfReferences(file.sql, left.splice(0, removedAtOnce))
      return { removed: await removeAll(next, () => left.length > 0) }
    },
    close: () => {
      idsMoved()
      exports.clear()
      file.sql.close()
    },
  }
}

const ignored = () => {}

/** Says of a change whether the disk had room for it. */
async function room<T>(change: Promise<T>): Promise<Result<T, 'disk-full'>> {
  try {
    return ok(await change)
  } catch (thrown) {
    if (isDiskFull(thrown)) return err('disk-full')
    throw thrown
  }
}
