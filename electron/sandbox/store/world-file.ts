import { join } from 'node:path'
import { Dataset } from '../data/dataset'
import { parseJson } from '../http/json'
import { readIfThere, writeDurably } from './files'

interface WorldOptions {
  readonly stateDir: string | undefined
  readonly seed: number
  readonly orders: number
  readonly largeOrder: number
  readonly clock: () => number
}

/** The data set of this folder: its anchor is set on the first start and stays until a reset. */
export async function openDataset(options: WorldOptions): Promise<Dataset> {
  if (options.stateDir === undefined) return newDataset(options)
  const text = await readIfThere(worldFile(options.stateDir))
  if (text === undefined) return newDataset(options)
  const world = parseJson(text)
  if (!isWorld(world))
    throw new Error(`${worldFile(options.stateDir)} is damaged: delete the folder to start afresh.`)
  if (world.seed !== options.seed) {
    throw new Error(
      `${options.stateDir} belongs to seed ${world.seed}, not ${options.seed}: use another folder.`,
    )
  }
  return new Dataset({ ...world, largeOrder: options.largeOrder }, options.orders, options.clock())
}

/** A data set that is dated from now. */
export async function newDataset(options: WorldOptions): Promise<Dataset> {
  const world = { seed: options.seed, anchor: options.clock() }
  if (options.stateDir !== undefined) await writeDurably(worldFile(options.stateDir), JSON.stringify(world))
  return new Dataset({ ...world, largeOrder: options.largeOrder }, options.orders, options.clock())
}

const worldFile = (stateDir: string): string => join(stateDir, 'world.json')

function isWorld(value: unknown): value is { seed: number; anchor: number } {
  if (typeof value !== 'object' || value === null) return false
  return typeof Reflect.get(value, 'seed') === 'number' && typeof Reflect.get(value, 'anchor') === 'number'
}
