import type { ExportKind, ExportLayout } from '@shared/features/mirror'
import type { Sql } from '../../sql'
import { DamageError } from '../damage'
import type { ExportPart, ListGone } from '../protocol'
import { createTally } from '../totals'
import { turn } from '../turn'
import { amountsOf } from './amounts'
import { type Blocks, fileBytes } from './write-kinds'

/** What is written. */
export interface ExportOf {
  /** In the order of the list, as it was at one moment. */
  readonly ids: Float64Array
  readonly as: ExportKind
  readonly layout: ExportLayout
  /** Milliseconds since 1970 UTC: what was read from the API later is counted. */
  readonly begunAt: number
}

/** The file that is being written from the mirror. It is asked for part by part, so nobody waits for the whole of it. */
export interface Exports {
  /** Gives up the one before. */
  begin(sql: Sql, what: ExportOf): number
  /** The next bytes; `gone` when it was given up. */
  next(number: number): Promise<ExportPart | ListGone>
  end(number: number): void
  clear(): void
}

/** A part has at least so many bytes, but for the last. */
const partBytes = 128 * 1024

/** @param first number of the first one: another one each time the process begins */
export function createExports(first: number): Exports {
  let last = first
  let running: { readonly number: number; readonly next: () => Promise<ExportPart | ListGone> } | undefined
  const end = (number: number): void => {
    if (running?.number === number) running = undefined
  }
  return {
    begin: (sql, what) => {
      const number = ++last
      running = { number, next: writing(sql, what, () => running?.number !== number) }
      return number
    },
    next: async (number) => {
      if (running?.number !== number) return 'gone'
      const part = await running.next()
      if (part === 'gone' || part.end) end(number)
      return part
    },
    end,
    clear: () => {
      running = undefined
    },
  }
}

/** @param isOver nobody wants it any more */
function writing(
  sql: Sql,
  { ids, as, layout, begunAt }: ExportOf,
  isOver: () => boolean,
): () => Promise<ExportPart | ListGone> {
  const tally = createTally()
  let seen = 0
  let leftOut = 0
  let readSince = 0
  const blocks: Blocks = async function* ({ atOnce, read }) {
    for (let from = 0; from < ids.length && !isOver(); from += atOnce) {
      const part = ids.subarray(from, from + atOnce)
      // Rows and amounts of the same moment: nothing is changed in between.
      const values = read(sql, part)
      const held = amountsOf(sql, part, begunAt)
      if (held.orders !== values.length) throw new DamageError('an order has no row')
      tally.addAll(held.byCurrency, held.orders)
      readSince += held.readSince
      leftOut += part.length - values.length
      seen += part.length
      yield values
      await turn()
    }
  }
  const bytes = fileBytes(as, blocks, layout)

  return async () => {
    const parts: Uint8Array[] = []
    let size = 0
    let isLast = false
    while (size < partBytes && !isLast) {
      const next = await bytes.next()
      if (isOver()) {
        await bytes.return(undefined)
        return 'gone'
      }
      if (next.done) isLast = true
      else {
        parts.push(next.value)
        size += next.value.length
      }
    }
    const end = isLast ? { totals: tally.totals(), leftOut, readSince } : undefined
    return { bytes: joined(parts, size), orders: seen - leftOut, ...(end ? { end } : {}) }
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
