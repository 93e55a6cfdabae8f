import { describe, expect, it } from 'vitest'
import { createRowBlocks } from '../../../../../renderer/grid/long/row-blocks'

type Answer = readonly string[] | 'gone'

/** A list of 1,000 rows "r0" … whose answers come when the test says so. */
function setUp({ first = 0, keep, atOnce }: { first?: number; keep?: number; atOnce?: number } = {}) {
  const rows = (from: number, count: number) => Array.from({ length: count }, (_, at) => `r${from + at}`)
  const asked: { from: number; answer: (rows?: Answer) => void; fail: () => void }[] = []
  const told: string[] = []
  const blocks = createRowBlocks<string>({
    source: {
      first: rows(0, first),
      read: (from, count) =>
        new Promise((resolve, reject) => {
          asked.push({
            from,
            answer: (given = rows(from, count)) => resolve(given),
            fail: () => reject(new Error('no')),
          })
        }),
    },
    rowKey: (row) => row,
    onRows: (from, count) => told.push(`${count} from ${from}`),
    onFailed: (hasFailed) => told.push(hasFailed ? 'failed' : 'fine'),
    ...(keep && { keep }),
    ...(atOnce && { atOnce }),
  })
  const answer = async (from: number, given?: Answer) => {
    asked.findLast((request) => request.from === from)?.answer(given)
    await settled()
  }
  const fail = async (from: number) => {
    asked.findLast((request) => request.from === from)?.fail()
    await settled()
  }
  return { blocks, told, answer, fail, froms: () => asked.map(({ from }) => from) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the blocks of a long list', () => {
  it('are those that came with it, without being asked for', () => {
    const { blocks, froms } = setUp({ first: 100 })
    void blocks.look(0, 40)
    expect(blocks.rowAt(0)).toBe('r0')
    expect(blocks.rowAt(99)).toBe('r99')
    expect(blocks.rowAt(100)).toBeUndefined()
    expect(froms()).toEqual([])
  })

  it('are read as they come into sight, wherever that is', async () => {
    const { blocks, told, answer, froms } = setUp({ first: 100 })
    const here = blocks.look(790, 830)
    expect(froms()).toEqual([700, 800])
    await answer(700)
    await answer(800)
    await here
    expect(blocks.rowAt(795)).toBe('r795')
    expect(blocks.rowAt(829)).toBe('r829')
    expect(told).toEqual(['100 from 700', '100 from 800'])
  })

  it('are not asked for any more once they are out of sight', async () => {
    const { blocks, answer, froms } = setUp({ atOnce: 1 })
    void blocks.look(100, 140)
    for (const first of [300, 500, 700]) void blocks.look(first, first + 40)
    expect(froms()).toEqual([100])
    await answer(100)
    expect(froms()).toEqual([100, 700])
    await answer(700)
    expect(froms()).toEqual([100, 700])
  })

  it('are not asked for twice', async () => {
    const { blocks, answer, froms } = setUp()
    void blocks.look(100, 140)
    void blocks.look(110, 150)
    await answer(100)
    void blocks.look(100, 140)
    expect(froms()).toEqual([100])
  })

  it('are few: those used longest ago go, those in sight stay', async () => {
    const { blocks, answer, froms } = setUp({ keep: 2 })
    for (const from of [0, 100, 200]) {
      void blocks.look(from, from + 10)
      await answer(from)
    }
    expect(blocks.rowAt(0)).toBeUndefined()
    expect(blocks.rowAt(100)).toBe('r100')
    expect(blocks.rowAt(200)).toBe('r200')
    void blocks.look(0, 10)
    expect(froms()).toEqual([0, 100, 200, 0])
  })

  it('stay with the row that has the keyboard, however far one goes from it', async () => {
    const { blocks, answer, froms } = setUp({ first: 100, keep: 2 })
    for (const from of [300, 500, 700]) {
      void blocks.look(from, from + 10, 42)
      await answer(from)
    }
    expect(blocks.rowAt(42)).toBe('r42')
    expect(blocks.rowAt(500)).toBeUndefined()
    expect(froms()).toEqual([300, 500, 700])
  })

  it('know where a row stands that is here', () => {
    const { blocks } = setUp({ first: 100 })
    expect(blocks.indexOf('r42')).toBe(42)
    expect(blocks.indexOf('r420')).toBeUndefined()
  })
})

describe('a block that cannot be read', () => {
  it('is told once, is not asked for again by itself, and is on request', async () => {
    const { blocks, told, answer, fail, froms } = setUp()
    const here = blocks.look(100, 140)
    await fail(100)
    await here
    expect(blocks.hasFailed()).toBe(true)
    void blocks.look(110, 150)
    expect(froms()).toEqual([100])
    expect(told).toEqual(['failed'])

    blocks.retry()
    await answer(100)
    expect(blocks.rowAt(100)).toBe('r100')
    expect(told).toEqual(['failed', 'fine', '100 from 100'])
  })

  it('is forgotten when it is out of sight, and asked for when it comes back', async () => {
    const { blocks, fail, froms } = setUp()
    void blocks.look(100, 140)
    await fail(100)
    void blocks.look(300, 340)
    expect(blocks.hasFailed()).toBe(false)
    void blocks.look(100, 140)
    expect(froms()).toEqual([100, 300, 100])
  })

  it('says nothing when nobody looks at it', async () => {
    const { blocks, told, fail } = setUp()
    void blocks.look(100, 140)
    void blocks.look(300, 340)
    await fail(100)
    expect(told).toEqual([])
  })
})

describe('rows that have changed', () => {
  it('are read again where they are in sight, and stay until they are here', async () => {
    const { blocks, answer, froms } = setUp({ first: 100 })
    void blocks.look(0, 40)
    blocks.reload(new Set(['r5', 'elsewhere']))
    expect(froms()).toEqual([0])
    expect(blocks.rowAt(5)).toBe('r5')
    await answer(0, ['other'])
    expect(blocks.rowAt(0)).toBe('other')
  })

  it('are let go where they are out of sight', () => {
    const { blocks, froms } = setUp({ first: 100 })
    void blocks.look(300, 340)
    blocks.reload(new Set(['r5']))
    expect(blocks.rowAt(5)).toBeUndefined()
    expect(froms()).toEqual([300])
  })
})

describe('a list that is no longer held', () => {
  it('is left as it is: another one is on its way', async () => {
    const { blocks, told, answer } = setUp({ first: 100 })
    void blocks.look(100, 140)
    await answer(100, 'gone')
    expect(told).toEqual([])
    expect(blocks.rowAt(0)).toBe('r0')
  })

  it('tells nothing once it is closed, and keeps nobody waiting', async () => {
    const { blocks, told, answer } = setUp()
    const here = blocks.look(100, 140)
    blocks.close()
    await here
    await answer(100)
    expect(told).toEqual([])
  })
})
