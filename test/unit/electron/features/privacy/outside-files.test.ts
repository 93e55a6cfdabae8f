import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { outsideFiles } from '../../../../../electron/features/privacy/outside-files'
import { temporaryFolder } from '../../../../support/temporary-folder'

let folder = ''
let asked: string[] = []
let answer: () => void = () => {}
beforeEach(() => {
  folder = temporaryFolder()
  asked = []
})

const at = (...names: string[]) => join(folder, ...names)
const write = (...names: string[]) => {
  writeFileSync(at(...names), 'guests')
  return at(...names)
}
/** A disk of which these folders do not answer until the test says so. */
const withDead = (...dead: string[]) => {
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const waits = async (path: string) => {
    asked.push(path)
    if (dead.some((name) => path.startsWith(at(name)))) await answered
  }
  return outsideFiles(
    {
      stat: async (path) => {
        await waits(path)
        return stat(path)
      },
      rm: async (path) => {
        await waits(path)
        await rm(path)
      },
    },
    50,
  )
}
const states = (files: readonly { path: string; state: string }[]) =>
  files.map(({ path, state }) => [path, state])

describe('a network share that does not answer', () => {
  test('is said to be out of reach, stays on the list, and holds up no other file', async () => {
    mkdirSync(at('dead'))
    const [one, two, own] = [write('dead', 'one.csv'), write('dead', 'two.csv'), write('own.csv')]
    const files = withDead('dead')
    const found = await files.lookAt([one, two, own], [], [])
    expect(states(found)).toEqual([
      [one, 'unreachable'],
      [two, 'unreachable'],
      [own, 'there'],
    ])
    // It is asked once, not for each of its files.
    expect(asked).toEqual([one, own])
    const deleted = await files.lookAt([], found, [found[0]?.id ?? '', found[2]?.id ?? ''])
    expect(states(deleted)).toEqual([
      [one, 'unreachable'],
      [two, 'unreachable'],
      [own, 'deleted'],
    ])
    expect(existsSync(one)).toBe(true)
    expect(await files.gone([one, own])).toEqual([own])
  })

  test('is asked again once it answered', async () => {
    mkdirSync(at('dead'))
    const one = write('dead', 'one.csv')
    const files = withDead('dead')
    expect(states(await files.lookAt([one], [], []))).toEqual([[one, 'unreachable']])
    answer()
    await expect.poll(async () => states(await files.lookAt([one], [], []))).toEqual([[one, 'there']])
  })

  test('keeps no more than two questions waiting, however many places are dead', async () => {
    const paths = ['a', 'b', 'c', 'd'].map((name) => at(name, 'list.csv'))
    const found = await withDead('a', 'b', 'c', 'd').lookAt(paths, [], [])
    expect(states(found)).toEqual(paths.map((path) => [path, 'unreachable']))
    expect(asked).toEqual(paths.slice(0, 2))
  })
})

describe('a file that was noted', () => {
  test('is gone only where its folder is there without it', async () => {
    mkdirSync(at('disk'))
    const path = write('disk', 'orders.csv')
    const files = outsideFiles()
    expect(await files.gone([path])).toEqual([])
    rmSync(path)
    expect(await files.gone([path])).toEqual([path])
    rmSync(at('disk'), { recursive: true })
    expect(await files.gone([path])).toEqual([])
    expect(states(await files.lookAt([path], [], []))).toEqual([[path, 'unreachable']])
  })

  test('is not gone while what lies beside it is there: that may hold a name', async () => {
    const [path, beside] = [at('orders.csv'), write('orders.csv.summary.json')]
    const files = outsideFiles()
    expect(await files.partsOf(path)).toEqual([path, beside])
    expect(await files.gone([path])).toEqual([])
    rmSync(beside)
    expect(await files.partsOf(path)).toEqual([path])
    expect(await files.gone([path])).toEqual([path])
  })
})
