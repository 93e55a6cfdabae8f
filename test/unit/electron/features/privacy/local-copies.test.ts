import { describe, expect, test } from 'vitest'
import { mayHoldSince } from '../../../../../electron/features/privacy/local-copies'

const day = 24 * 3_600_000
const order = (created: string | undefined, over: object = {}) => ({
  ...{ reference: 'PRI8841203977', surety: 'sure' as const, why: [], chosen: true, travel: [], contacts: [] },
  ...(created === undefined ? {} : { created }),
  ...over,
})
const since = (...orders: ReturnType<typeof order>[]) => mayHoldSince({ orders })
const made = (text: string) => Date.parse(text) - day

describe('a list of orders that was exported', () => {
  test('may hold the person from a day before the first of their orders was made, by its own offset', () => {
    expect(since(order('2026-03-02T00:30:00+11:00'), order('2026-05-01T09:00:00+02:00'))).toBe(
      made('2026-03-01T13:30:00Z'),
    )
  })

  test('is not kept out by orders that are told apart as somebody else’s, unless they are chosen all the same', () => {
    const namesake = { surety: 'someone-else' as const }
    const own = order('2026-05-01T09:00:00+02:00')
    const older = (chosen: boolean) => order('2020-01-01T09:00:00+01:00', { ...namesake, chosen })
    expect(since(own, older(false))).toBe(made('2026-05-01T07:00:00Z'))
    expect(since(own, older(true))).toBe(made('2020-01-01T08:00:00Z'))
  })

  test('that is of an order which only may be theirs counts: nobody is told too little', () => {
    const possible = order('2021-01-01T09:00:00+01:00', { surety: 'possible' as const, chosen: false })
    expect(since(order('2026-05-01T09:00:00+02:00'), possible)).toBe(made('2021-01-01T08:00:00Z'))
  })

  test.each([
    ['no order is known', []],
    ['an order does not say when it was made', [order('2026-05-01T09:00:00+02:00'), order(undefined)]],
    ['an order says it unreadably', [order('soon')]],
  ])('may always hold them where %s', (_why, orders) => {
    expect(since(...orders)).toBe(Number.NEGATIVE_INFINITY)
  })
})
