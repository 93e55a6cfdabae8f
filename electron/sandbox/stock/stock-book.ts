import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson, stringifyJson } from '../http/json'
import { type Change, stamp } from '../orders/change'
import { readIfThere, writeDurably } from '../store/files'
import type { StockDocument } from './stock-document'
import { stockItem } from './stock-items'

/** What changed a row, so that a test can tell what was really done. */
export interface StockCommit {
  readonly at: number
  readonly kind: string
  readonly requestId: string
  readonly operationId?: string
  readonly reference?: string
}

interface ChangedRow {
  readonly row: StockDocument
  readonly commits: readonly StockCommit[]
}

/** The rows that are no longer as they were made, by key. */
export type ChangedStock = ReadonlyMap<string, ChangedRow>

/** Reads what was changed in an earlier run. */
export async function loadStock(folder: string | undefined): Promise<ChangedStock> {
  const changed = new Map<string, ChangedRow>()
  if (folder === undefined) return changed
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue
    const known = parseJson((await readIfThere(join(folder, name))) ?? '')
    if (isChangedRow(known)) changed.set(known.row.stock_id, known)
  }
  return changed
}

export interface StockSource {
  readonly seed: number
  /** When the data was made (epoch ms). */
  readonly anchor: number
  /** How many rows there are. */
  readonly rows: number
}

/** Stock of merchandise: made like everything else; what was changed since lies in one file each. */
export class StockBook {
  readonly #source: () => StockSource
  readonly #folder: string | undefined
  readonly #changed: Map<string, ChangedRow>
  #made:
    | { readonly anchor: number; readonly rows: StockDocument[]; readonly at: Map<string, number> }
    | undefined
  #lastChange = 0

  /** `folder` undefined keeps changes for the life of the process; `changed` is what lies there already. */
  constructor(source: () => StockSource, folder: string | undefined, changed: ChangedStock) {
    this.#source = source
    this.#folder = folder
    this.#changed = new Map(changed)
    for (const { commits } of changed.values()) this.#noteChange(commits)
  }

  /** Moment of the last change to any row (epoch ms); 0 when there was none. */
  get lastChange(): number {
    return this.#lastChange
  }

  /** Every row as it is now, in the order they were made. */
  all(): readonly StockDocument[] {
    return this.#rows().rows
  }

  find(id: string): StockDocument | undefined {
    const { rows, at } = this.#rows()
    const position = at.get(id)
    return position === undefined ? undefined : rows[position]
  }

  commits(id: string): readonly StockCommit[] {
    return this.#changed.get(id)?.commits ?? []
  }

  /** Replaces a row. Settles when it is on disk; nothing shows it before. */
  async replace(
    row: StockDocument,
    commit: Omit<StockCommit, 'at'>,
    { at, actor }: Change,
  ): Promise<StockDocument> {
    const next: StockDocument = {
      ...row,
      stock_modified: stamp(at),
      stock_modified_name: actor.name,
      stock_modified_email: actor.email,
    }
    const id = row.stock_id
    const known: ChangedRow = { row: next, commits: [...this.commits(id), { ...commit, at }] }
    if (this.#folder !== undefined) await writeDurably(join(this.#folder, `${id}.json`), stringifyJson(known))
    this.#changed.set(id, known)
    const made = this.#rows()
    const position = made.at.get(id)
    if (position !== undefined) made.rows[position] = next
    this.#noteChange(known.commits)
    return next
  }

  async clear(): Promise<void> {
    this.#changed.clear()
    this.#made = undefined
    this.#lastChange = 0
    if (this.#folder === undefined) return
    await rm(this.#folder, { recursive: true, force: true })
    await mkdir(this.#folder, { recursive: true })
  }

  #rows() {
    const { seed, anchor, rows: count } = this.#source()
    if (this.#made?.anchor === anchor) return this.#made
    const made = Array.from({ length: count }, (_, position) => stockItem(seed, anchor, position))
    const at = new Map(made.map((row, position) => [row.stock_id, position]))
    const rows = made.map((row) => this.#changed.get(row.stock_id)?.row ?? row)
    this.#made = { anchor, rows, at }
    return this.#made
  }

  #noteChange(commits: readonly StockCommit[]): void {
    this.#lastChange = Math.max(this.#lastChange, ...commits.map((commit) => commit.at))
  }
}

function isChangedRow(value: unknown): value is ChangedRow {
  const row: unknown = Reflect.get(Object(value), 'row')
  return (
    typeof Reflect.get(Object(row), 'stock_id') === 'string' &&
    Array.isArray(Reflect.get(Object(value), 'commits'))
  )
}
