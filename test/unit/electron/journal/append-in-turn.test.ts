import { err, ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { appendInTurn } from '../../../../electron/journal/append-in-turn'
import type { PlacedEvent } from '../../../../electron/journal/event'
import type { NotRecorded } from '../../../../electron/journal/journal-store'
import { placed, recordedEvent } from '../../../support/journal'

const one = (name: string) => placed(name, recordedEvent(`ticket:${name}`))
const namesOf = (appends: readonly (readonly PlacedEvent[])[]) => appends.map(([event]) => event?.entry)

/** A store whose commits end when told to. */
function slowStore() {
  const commits: { names: (string | undefined)[]; end(): void; refuse(name: string): void; die(): void }[] =
    []
  const append = appendInTurn<NotRecorded>(
    (appends) =>
      new Promise((resolve, reject) => {
        const names = namesOf(appends)
        const refusal = err({ reason: 'out-of-place' as const, detail: '' })
        commits.push({
          names,
          end: () => resolve(names.map(() => ok([]))),
          refuse: (refused) => resolve(names.map((name) => (name === refused ? refusal : ok([])))),
          die: () => reject(new Error('gone')),
        })
      }),
  )
  return { append, commits }
}

/** Lets what waits for a promise run. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('appends', () => {
  test('go at once while none is under way, and together once one was', async () => {
    const { append, commits } = slowStore()
    const appended = ['a', 'b', 'c'].map((name) => append(one(name)))
    expect(commits.map(({ names }) => names)).toEqual([['a']])
    commits[0]?.end()
    await settled()
    expect(commits.map(({ names }) => names)).toEqual([['a'], ['b', 'c']])
    commits[1]?.end()
    expect(await Promise.all(appended)).toEqual([ok([]), ok([]), ok([])])
  })

  test('are answered once their own commit ended, not before', async () => {
    const { append, commits } = slowStore()
    let isAnswered = false
    void append(one('a'))
    const second = append(one('b')).then(() => {
      isAnswered = true
    })
    commits[0]?.end()
    await settled()
    expect(isAnswered).toBe(false)
    commits[1]?.end()
    await second
    expect(isAnswered).toBe(true)
  })

  test('are refused each for itself', async () => {
    const { append, commits } = slowStore()
    void append(one('a'))
    const others = [append(one('b')), append(one('c'))]
    commits[0]?.end()
    await settled()
    commits[1]?.refuse('b')
    expect(await Promise.all(others)).toMatchObject([{ ok: false }, { ok: true }])
  })

  test('fail together when their commit fails, and those after them go on', async () => {
    const { append, commits } = slowStore()
    const first = append(one('a'))
    const second = append(one('b'))
    commits[0]?.die()
    await expect(first).rejects.toThrow('gone')
    await settled()
    commits[1]?.end()
    expect(await second).toEqual(ok([]))
  })
})
