import { describe, expect, it } from 'vitest'
import {
  ListMoved,
  type ReadSelectedOptions,
  readSelected,
} from '../../../../../renderer/grid/long/read-selected'
import type { RowSelection } from '../../../../../renderer/grid/long/row-selection'

/** A list of so many rows "r0" …, and what was asked of it. */
function longList(total: number) {
  const reads: string[] = []
  const finds: string[] = []
  return {
    reads,
    finds,
    source: {
      total,
      read: async (from: number, count: number) => {
        reads.push(`${count} from ${from}`)
        return Array.from({ length: count }, (_, at) => `r${from + at}`)
      },
      find: async (key: string) => {
        finds.push(key)
        const at = Number(key.slice(1))
        return at < total ? at : undefined
      },
    },
  }
}

async function read(source: ReadSelectedOptions<string>['source'], selection: RowSelection, rest = {}) {
  const rows: string[] = []
  for await (const some of readSelected({ source, selection, rowKey: (row: string) => row, ...rest })) {
    rows.push(...some)
  }
  return rows
}

describe('reading the selected rows of a long list', () => {
  it('reads only where a few of them stand, and answers them in the order of the list', async () => {
    const { source, reads, finds } = longList(1_000_000)
    const selection: RowSelection = { kind: 'some', keys: ['r900000', 'r7', 'r900001'] }
    expect(await read(source, selection)).toEqual(['r7', 'r900000', 'r900001'])
    expect(reads).toEqual(['500 from 0', '500 from 900000'])
    expect(finds).toHaveLength(3)
  })

  it('goes through the list for many, and stops when it has them', async () => {
    const { source, reads, finds } = longList(2000)
    const keys = Array.from({ length: 10 }, (_, at) => `r${at}`)
    expect(await read(source, { kind: 'some', keys })).toEqual(keys)
    expect(reads).toEqual(['500 from 0'])
    expect(finds).toEqual([])
  })

  it('leaves out what is selected and not in the list', async () => {
    const { source } = longList(5000)
    expect(await read(source, { kind: 'some', keys: ['r1', 'r99999'] })).toEqual(['r1'])
  })

  it('reads all of them but the exceptions, and says how far it is', async () => {
    const { source, reads } = longList(1200)
    const progress: string[] = []
    const rows = await read(
      source,
      { kind: 'all-but', question: 'q', keys: ['r3', 'r1199'] },
      { onProgress: (done: number, of: number) => progress.push(`${done} of ${of}`) },
    )
    expect(rows).toHaveLength(1198)
    expect(rows).not.toContain('r3')
    expect(reads).toEqual(['500 from 0', '500 from 500', '200 from 1000'])
    expect(progress).toEqual(['500 of 1200', '1000 of 1200', '1200 of 1200'])
  })

  it('reads to the end where something that was taken out is no longer in the list', async () => {
    const { source } = longList(501)
    const rows = await read(source, { kind: 'all-but', question: 'q', keys: ['gone'] })
    expect(rows).toHaveLength(501)
    expect(rows.at(-1)).toBe('r500')
  })

  it('ends when it is told to', async () => {
    const { source, reads } = longList(1200)
    const signal = AbortSignal.abort()
    await expect(read(source, { kind: 'all-but', question: 'q', keys: [] }, { signal })).rejects.toThrow()
    expect(reads).toEqual([])
  })

  it('does not mix two lists', async () => {
    const source = { ...longList(1200).source, read: async () => 'gone' as const }
    await expect(read(source, { kind: 'all-but', question: 'q', keys: [] })).rejects.toThrow(ListMoved)
  })
})
