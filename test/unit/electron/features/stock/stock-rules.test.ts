import type { StockRules, stockOperations } from '@shared/features/stock'
import { stockIdSchema } from '@shared/kernel/ids'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { type StockRulesDeps, stockRulesHandlers } from '../../../../../electron/features/stock/stock-rules'
import { profileId } from '../../../../support/api-client'
import { caller, value } from '../../../../support/batch-desk'

type Kept = ReturnType<StockRulesDeps['rules']['read']>
type Rule = z.input<(typeof stockOperations)['setStockRule']['input']>['set']

const first = stockIdSchema.parse('20261001234567890124')
const second = stockIdSchema.parse('20261001234567890125')

/** Handlers over a document in memory, and the account that the profile works as. */
function rulesDesk(kept: Kept = { profiles: {} }) {
  const desk = { account: 'one', told: [] as string[], kept }
  const handlers = stockRulesHandlers({
    rules: {
      read: () => desk.kept,
      write: (next) => {
        desk.kept = next
      },
      setAside: undefined,
    },
    accountOf: () => desk.account,
    rulesChanged: (profile) => desk.told.push(profile),
  })
  return Object.assign(desk, {
    set: async (set: Rule) => value(await handlers.setStockRule({ profile: profileId, set }, caller)),
    get: async (): Promise<StockRules> => value(await handlers.getStockRules({ profile: profileId }, caller)),
  })
}

test('a rule that is set or taken away leaves all others, whichever window set them, and every window is told', async () => {
  const desk = rulesDesk()
  await desk.set({ rule: 'limit', pieces: 500 })
  await desk.set({ rule: 'rowLow', stock: first, pieces: 4 })
  await desk.set({ rule: 'low', pieces: 0 })
  await desk.set({ rule: 'rowLow', stock: second, pieces: 7 })
  expect(await desk.get()).toEqual({ limit: 500, low: 0, lows: { [first]: 4, [second]: 7 } })
  await desk.set({ rule: 'rowLow', stock: first })
  await desk.set({ rule: 'limit' })
  expect(await desk.get()).toEqual({ low: 0, lows: { [second]: 7 } })
  expect(desk.told).toEqual(Array.from({ length: 6 }, () => profileId))
})

test('what was set for one account holds for no other, nor is it taken along when that one sets a rule', async () => {
  const desk = rulesDesk()
  await desk.set({ rule: 'limit', pieces: 500 })
  desk.account = 'two'
  expect(await desk.get()).toEqual({ lows: {} })
  desk.account = 'one'
  expect(await desk.get()).toEqual({ limit: 500, lows: {} })
  desk.account = 'two'
  await desk.set({ rule: 'low', pieces: 3 })
  expect(await desk.get()).toEqual({ low: 3, lows: {} })
})

test('rules of a file from before accounts were kept still hold', async () => {
  const desk = rulesDesk({ profiles: { [profileId]: { limit: 9, lows: {} } } })
  expect(await desk.get()).toEqual({ limit: 9, lows: {} })
})
