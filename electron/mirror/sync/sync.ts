import type { FillEstimate, MirrorPause, MirrorState } from '@shared/features/mirror'
import type { AppError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import type { Orders } from '../../api'
import type { EngineClock } from '../../journal/clock'
import type { MirrorStatus, TakeFailure, Taken } from '../../store/mirror/protocol'
import type { SyncSettings } from './settings'

/** Brings the mirror of one profile up to date and keeps it so. Nothing it does is waited for by a person. */
export interface Sync {
  /** Goes on from what was saved, or begins a first fill. */
  start(): Promise<void>
  /** Brings nothing in until told to go on; a page that is being kept is kept. */
  pause(why: MirrorPause): void
  /** Goes on, also after a failure that a person had to see to. */
  resume(): void
  /** Asks now for what has changed, and tries again now what failed; a pause stays one. */
  refresh(): void
  /**
   * Asks the server what a first fill would cost: one order of each window. Nothing is kept.
   * @param months what reading on would cost if orders were held for so many months
   */
  estimate(months?: number): Promise<Result<FillEstimate, AppError>>
  /** Orders made in so many months are held from now on: what is missing of them is read. */
  holdFor(months: number): Promise<void>
  /** Orders made before are about to be removed: once this is through, what is saved does not take them for held. */
  release(before: number): Promise<void>
  /** Orders were removed, or brought in by others. */
  recount(): Promise<void>
  state(): SyncView
  /** Resolves once nothing is under way any more. */
  stop(): Promise<void>
}

/** The part of the mirror's state that is the sync's to say. */
export type SyncView = Pick<
  MirrorState,
  'why' | 'orders' | 'of' | 'timeLeft' | 'isFilled' | 'olderComing' | 'leftOut' | 'through' | 'clockSkew'
> & { readonly state: Exclude<MirrorState['state'], 'off'> }

/** The process that keeps the mirror, as far as the sync needs it. It may reject when it is gone. */
export interface SyncStore {
  take(page: { text: string; askedAt: number; state: string }): Promise<Result<Taken, TakeFailure>>
  status(): Promise<MirrorStatus>
  putState(state: string): Promise<Result<null, 'disk-full'>>
  indexSorts(): Promise<unknown>
}

export interface SyncDeps {
  /** `GET /orders` of the profile. */
  readonly page: Orders['page']
  readonly store: SyncStore
  readonly clock: EngineClock
  readonly settings?: Partial<SyncSettings>
  /** From 0 to 1. */
  readonly random?: () => number
  /** Orders that are new to the mirror, or other than they were. */
  readonly changed: (references: readonly string[]) => void
  /** What `state()` says may be another now. It may come often. */
  readonly stateChanged: () => void
  /** Told what a person may want to look into; nothing personal. */
  readonly report: (event: string, details: Readonly<Record<string, string | number>>) => void
}
