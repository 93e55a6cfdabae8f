import type { BatchId, LineState } from '@shared/features/batches'
import type { Profile } from '@shared/features/profiles'
import type { ProfileId, StockId } from '@shared/kernel/ids'
import { useSyncExternalStore } from 'react'
import { holdWindow } from '../../lib/hold-window'
import {
  applyStep,
  type EditHistory,
  forgetRows,
  giveBack,
  noEdits,
  redoStep,
  type StockEdit,
  type StockEdits,
  undoStep,
  type WantedPieces,
} from './edits'

/** What became of a row that was saved last. */
export interface RowResult {
  readonly state: LineState
  /** Code of why it is not done. */
  readonly why?: string | undefined
}

/** What a screen shows of the desk. The same object until something changes. */
export interface DeskView {
  readonly history: EditHistory
  /** What was saved and has not ended: the journal's, and no edit any more. */
  readonly sent: StockEdits
  /** By row; of the saves of this window. */
  readonly results: ReadonlyMap<StockId, RowResult>
  /** The save that speaks for a row: of several with the same row the last. */
  readonly saveOf: ReadonlyMap<StockId, BatchId>
  /** The save that was last. */
  readonly batch: BatchId | undefined
  /** Saves that have not ended. */
  readonly followed: readonly BatchId[]
}

const untouched: DeskView = {
  ...{ history: noEdits, sent: new Map(), results: new Map(), saveOf: new Map() },
  ...{ batch: undefined, followed: [] },
}

/**
 * What a person is doing to the stock of a profile and has not saved. It outlives the screen, so that a look at an order
 * costs no work; it ends with the window.
 */
export class StockDesk {
  #view: DeskView = untouched
  #hasEnded = false
  readonly #listeners = new Set<() => void>()
  readonly #holdsEdits: (holds: boolean) => void

  /** @param holdsEdits told whether there is work that would be lost with the window */
  constructor(holdsEdits: (holds: boolean) => void = () => {}) {
    this.#holdsEdits = holdsEdits
  }

  view = (): DeskView => this.#view

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  edit = (wanted: readonly WantedPieces[]): void =>
    this.#set({ history: applyStep(this.#view.history, wanted) })
  undo = (): void => this.#set({ history: undoStep(this.#view.history) })
  redo = (): void => this.#set({ history: redoStep(this.#view.history) })

  /** All edits are taken back, as one step. */
  discard = (): void => {
    const { edits } = this.#view.history
    this.edit([...edits].map(([stock, { seen }]) => ({ stock, now: seen, wanted: undefined })))
  }

  /** A save was recorded: its rows are the journal's from now on. */
  saving(batch: BatchId, sent: StockEdits): void {
    const queued = [...sent.keys()].map((stock): [StockId, RowResult] => [stock, { state: 'queued' }])
    this.#set({
      history: forgetRows(this.#view.history, new Set(sent.keys())),
      sent: new Map([...this.#view.sent, ...sent]),
      results: new Map([...this.#view.results, ...queued]),
      saveOf: new Map([...this.#view.saveOf, ...[...sent.keys()].map((stock) => [stock, batch] as const)]),
      batch,
      followed: [...this.#view.followed, batch],
    })
  }

  /** How the rows of a save stand. What was not saved is an edit again, so that nobody has to type it twice. */
  stands(batch: BatchId, lines: ReadonlyMap<StockId, RowResult>): void {
    const { history, sent, results: before, saveOf, followed } = this.#view
    const results = new Map([...lines].filter(([stock]) => (saveOf.get(stock) ?? batch) === batch))
    const ended = [...sent].filter(([stock]) => hasEnded(results.get(stock)))
    const notSaved = ended.filter(([stock]) => results.get(stock)?.state !== 'done')
    const stocks = new Set(ended.map(([stock]) => stock))
    this.#set({
      history: giveBack(history, new Map(notSaved)),
      sent: new Map([...sent].filter(([stock]) => !stocks.has(stock))),
      results: new Map([...before, ...results]),
      saveOf: new Map([...saveOf, ...[...results.keys()].map((stock) => [stock, batch] as const)]),
      followed: [...lines.values()].every(hasEnded) ? followed.filter((one) => one !== batch) : followed,
    })
  }

  /** Takes up saves, newest first, that another window or an earlier run of the program began. */
  follow(batches: readonly BatchId[]): void {
    const { batch, followed } = this.#view
    const others = batches.filter((one) => !followed.includes(one))
    if (others.length > 0) this.#set({ batch: batch ?? others[0], followed: [...others, ...followed] })
  }

  /** Takes results off the rows. */
  clearResults = (): void =>
    this.#set({ sent: new Map(), results: new Map(), saveOf: new Map(), batch: undefined, followed: [] })

  editOf = (stock: StockId): StockEdit | undefined => this.#view.history.edits.get(stock)

  /** Its profile is gone: nothing of it is left, and nothing that still comes back for it is taken up. */
  end(): void {
    this.#set(untouched)
    this.#hasEnded = true
  }

  #set(change: Partial<DeskView>): void {
    if (this.#hasEnded) return
    this.#view = { ...this.#view, ...change }
    this.#holdsEdits(this.#view.history.edits.size > 0)
    for (const listener of this.#listeners) listener()
  }
}

/** Nothing more becomes of it, and it is known what became of it. */
const hasEnded = (result: RowResult | undefined): boolean =>
  result !== undefined && ['done', 'failed', 'withdrawn', 'not-sent'].includes(result.state)

/** A profile, with what says where and as whom it works. */
export type DeskOwner = Pick<Profile, 'id' | 'environment' | 'baseAddress' | 'clientId' | 'distributorId'>

const accountOf = ({ environment, baseAddress, clientId, distributorId }: DeskOwner): string =>
  JSON.stringify([environment, baseAddress, clientId, distributorId])

const desks = new Map<ProfileId, { readonly account: string; readonly desk: StockDesk }>()

/** The desk of a profile in this window. What was done to the stock of one account is never there for another. */
export function stockDeskOf(profile: DeskOwner): StockDesk {
  const { id } = profile
  const account = accountOf(profile)
  const found = desks.get(id)
  if (found?.account === account) return found.desk
  found?.desk.end()
  const desk = new StockDesk((holds) => holdWindow(`stock of ${id}`, holds))
  desks.set(id, { account, desk })
  return desk
}

/**
 * Ends the desks of all other profiles, which were removed: edits of theirs would hold the window for good. So with those of
 * a profile that works as another account now.
 * @returns of those how many edits each had
 */
export function keepStockDesks(of: readonly DeskOwner[]): ReadonlyMap<ProfileId, number> {
  const renewed = new Map<ProfileId, number>()
  for (const [id, { account, desk }] of desks) {
    const profile = of.find((one) => one.id === id)
    if (profile && accountOf(profile) === account) continue
    if (profile) renewed.set(id, desk.view().history.edits.size)
    desks.delete(id)
    desk.end()
  }
  return renewed
}

/** Follows one value of a desk: the component is drawn again when it becomes another one. */
export const useDesk = <T>(desk: StockDesk, pick: (view: DeskView) => T): T =>
  useSyncExternalStore(desk.subscribe, () => pick(desk.view()))
