import { describe, expect, it } from 'vitest'
import { ListMoved } from '../../../../../renderer/grid/long/read-selected'
import { readRange } from '../../../../../renderer/grid/long/row-range'
import type { RowSource } from '../../../../../renderer/grid/long/row-source'

/** A list of which only the first hundred rows are here, and how often was read of it. */
function shown(keys: readonly string[], id = '1') {
  let reads = 0
  let source: RowSource<string> = {
    ...{ id, question: 'q', order: 'o', total: keys.length, first: [] },
    read: async (from, count) => {
      reads++
      return keys.slice(from, from + count)
    },
    onChanged: () => () => {},
    find: async (key) => {
      const at = keys.indexOf(key)
      return at < 0 ? undefined : at
    },
  }
  const here = keys.slice(0, 100)
  return {
    reads: () => reads,
    /** The list as it is from now on. */
    become: (changes: Partial<RowSource<string>>) => {
      source = { ...source, ...changes }
    },
    rows: {
      rowAt: (index: number) => here[index],
      indexOf: (key: string) => (here.includes(key) ? here.indexOf(key) : undefined),
      source: () => source,
    },
  }
}

const keys = Array.from({ length: 2000 }, (_, at) => `r${at}`)
const rowKey = (row: string) => row
const most = 1500

describe('a range of rows', () => {
  it('is the rows between two that are here, in either direction, without reading', async () => {
    const { rows, reads } = shown(keys)
    expect(await readRange({ rows, rowKey, most, from: 'r3', to: 5 })).toEqual(['r3', 'r4', 'r5'])
    expect(await readRange({ rows, rowKey, most, from: 'r5', to: 3 })).toEqual(['r3', 'r4', 'r5'])
    expect(reads()).toBe(0)
  })

  it('begins at its row wherever that stands after a refresh or another order', async () => {
    const { rows } = shown([...keys].reverse())
    expect(await readRange({ rows, rowKey, most, from: 'r1998', to: 3 })).toEqual(['r1998', 'r1997', 'r1996'])
    const far = await readRange({ rows, rowKey, most, from: 'r1000', to: 1001 })
    expect(far).toEqual(['r1000', 'r999', 'r998'])
  })

  it('is not taken when the row where it begins is gone, or when it is too long', async () => {
    const { rows, reads } = shown(keys)
    expect(await readRange({ rows, rowKey, most, from: 'elsewhere', to: 5 })).toBe('lost')
    expect(await readRange({ rows, rowKey, most, from: 'r0', to: 1500 })).toBe('long')
    expect(reads()).toBe(0)
  })

  it('is read where it is not here, and never taken in part', async () => {
    const { rows, become } = shown(keys)
    const all = await readRange({ rows, rowKey, most, from: 'r50', to: 1200 })
    expect(all).toEqual(keys.slice(50, 1201))
    become({ read: async (from, count) => (from >= 550 ? 'gone' : keys.slice(from, from + count)) })
    await expect(readRange({ rows, rowKey, most, from: 'r50', to: 1200 })).rejects.toThrow(ListMoved)
  })

  it('is of the list that the click was in, also when another one is shown meanwhile', async () => {
    const { rows, become } = shown(keys)
    const find = async () => {
      become({ id: '2', read: async () => ['of another list'] })
      return 2
    }
    become({ find })
    expect(await readRange({ rows, rowKey, most, from: 'r1999', to: 0 })).toEqual(['r0', 'r1', 'r2'])
  })
})
