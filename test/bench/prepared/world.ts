import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heldFrom } from '../../../electron/mirror/sync/plan-windows'
import { defaultSyncSettings } from '../../../electron/mirror/sync/settings'
import { type SyncState, writeSyncState } from '../../../electron/mirror/sync/sync-state'

/** Seed and largest order of the data set, as the sandbox has them by itself. */
export const seed = 1
export const largestOrder = 40

/** The key that mirrors of benches are encrypted with. */
export const benchKey = Buffer.alloc(32, 7)

const day = 86_400_000
/**
 * A prepared mirror ends so long ago: the twentieth part of a year's orders has arrived since, for what is measured
 * while orders come in.
 */
export const arrivalsMs = 18.25 * day
/** After so long another one is prepared, because more and more would have arrived. */
export const freshMs = 7 * day

/** A folder with which the sandbox serves the data set that ends at `anchor`, and what has arrived since. */
export function sandboxFolder(anchor: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-sandbox-'))
  writeFileSync(join(folder, 'world.json'), JSON.stringify({ seed, anchor }))
  return folder
}

/** A part of the time after the anchor, from 0 to 1. */
export interface Arrivals {
  readonly from: number
  readonly to: number
}

/**
 * How far a sync is that has been running all along: it asks only for what has changed in the last minutes. What has arrived
 * since the anchor is held back.
 * @param arrivals orders of this time are to be read
 */
export function filledState(anchor: number, arrivals?: Arrivals): string {
  const moment = (part: number) => Math.round(anchor + part * arrivalsMs)
  const spans = arrivals && [{ from: moment(arrivals.from), to: moment(arrivals.to) - 1000, at: 1 }]
  const state: SyncState = {
    version: 1,
    heldFrom: heldFrom(anchor, defaultSyncSettings),
    through: Date.now(),
    ...(spans ? { fill: { isMore: true, spans } } : {}),
  }
  return writeSyncState(state)
}
