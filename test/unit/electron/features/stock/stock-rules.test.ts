import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StockRules, stockOperations } from '@shared/features/stock'
import { stockIdSchema } from '@shared/kernel/ids'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  type StockRulesDeps,
  stockRulesHandlers,
  stockRulesSpec,
} from '../../../../../electron/features/stock/stock-rules'
import { openJsonDocument } from '../../../../../electron/platform/json-document'
import { profileId } from '../../../../support/api-client'
import { caller, value } from '../../../../support/batch-desk'
import { temporaryFolder } from '../../../../support/temporary-folder'

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

test('what was set for an account is there again when the profile comes back to it, whatever was set meanwhile', async () => {
  const desk = rulesDesk()
  await desk.set({ rule: 'limit', pieces: 500 })
  await desk.set({ rule: 'rowLow', stock: first, pieces: 4 })
  desk.account = 'two'
  await desk.set({ rule: 'low', pieces: 3 })
  desk.account = 'one'
  expect(await desk.get()).toEqual({ limit: 500, lows: { [first]: 4 } })
  await desk.set({ rule: 'rowLow', stock: first })
  desk.account = 'two'
  expect(await desk.get()).toEqual({ low: 3, lows: {} })
  desk.account = 'one'
  expect(await desk.get()).toEqual({ limit: 500, lows: {} })
})

test('of accounts that were left long ago nothing is kept', async () => {
  const desk = rulesDesk()
  for (const account of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) {
    desk.account = account
    await desk.set({ rule: 'low', pieces: 3 })
  }
  desk.account = 'one'
  expect(await desk.get()).toEqual({ lows: {} })
  desk.account = 'two'
  expect(await desk.get()).toEqual({ low: 3, lows: {} })
})

describe('a file from before accounts were kept', () => {
  const old = { limit: 9, low: 2, lows: { [first]: 4, [second]: 7 } }
  const gone = '6f1d7a52-0d1f-4a7e-9a43-0a1f0d6f5b11'

  /** As the program wrote it then, opened by the program of now. */
  function opened(folder: string) {
    const desk = { account: 'one' as string }
    const rules = openJsonDocument(folder, stockRulesSpec)
    const accountOf = (profile: string) => (profile === profileId ? desk.account : undefined)
    const handlers = stockRulesHandlers({ rules, accountOf, rulesChanged: () => {} })
    return Object.assign(desk, {
      rules,
      get: async () => value(await handlers.getStockRules({ profile: profileId }, caller)),
      set: async (set: Rule) => value(await handlers.setStockRule({ profile: profileId, set }, caller)),
    })
  }
  const write = (folder: string, profiles: object) =>
    writeFileSync(join(folder, 'stock.json'), JSON.stringify({ version: 1, profiles }))

  test('is read as the rules of its profile, none of which is lost by setting another', async () => {
    const folder = temporaryFolder()
    write(folder, { [profileId]: old, [gone]: { lows: { [first]: 1 } } })
    const desk = opened(folder)
    expect(desk.rules.setAside).toBeUndefined()
    expect(await desk.get()).toEqual(old)
    await desk.set({ rule: 'low', pieces: 3 })
    expect(await desk.get()).toEqual({ ...old, low: 3 })
    const again = opened(folder)
    expect(await again.get()).toEqual({ ...old, low: 3 })
    expect(again.rules.read().profiles[gone]).toEqual({ lows: { [first]: 1 } })
  })

  test('holds for the account that the profile works as when it is first read, and for no later one', async () => {
    const folder = temporaryFolder()
    write(folder, { [profileId]: old })
    expect(await opened(folder).get()).toEqual(old)
    const later = opened(folder)
    later.account = 'two'
    expect(await later.get()).toEqual({ lows: {} })
    later.account = 'one'
    expect(await later.get()).toEqual(old)
  })

  test('still holds where the disk takes nothing', async () => {
    const kept: Kept = { profiles: { [profileId]: old } }
    const rules = {
      read: () => kept,
      write: (): void => {
        throw new Error('the disk is full')
      },
      setAside: undefined,
    }
    const handlers = stockRulesHandlers({ rules, accountOf: () => 'one', rulesChanged: () => {} })
    expect(value(await handlers.getStockRules({ profile: profileId }, caller))).toEqual(old)
  })

  test('with a rule that cannot be read is put aside, whole, and its name is told', async () => {
    const folder = temporaryFolder()
    write(folder, { [profileId]: { ...old, limit: 'many' } })
    const desk = opened(folder)
    expect(await desk.get()).toEqual({ lows: {} })
    const aside = desk.rules.setAside ?? ''
    expect(JSON.parse(readFileSync(join(folder, aside), 'utf8')).profiles[profileId]).toEqual({
      ...old,
      limit: 'many',
    })
  })
})
