import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { beforeEach, expect, test } from 'vitest'
import {
  forgetGridStates,
  gridStateHandlers,
  gridStatesSpec,
} from '../../../../../electron/features/grid-state'
import { openJsonDocument } from '../../../../../electron/platform/json-document'
import { temporaryFolder } from '../../../../support/temporary-folder'

const caller = { windowId: 1 }
let folder: string

beforeEach(() => {
  folder = temporaryFolder()
})

test('how a list was left is kept per profile, and forgotten with the profile, on disk too', async () => {
  const document = openJsonDocument(folder, gridStatesSpec)
  const handlers = gridStateHandlers({ document })
  const state = { selection: ['ORDER1234'] }
  for (const profile of ['one', 'two'])
    await handlers.saveGridState({ profile, grid: 'orders', state }, caller)
  forgetGridStates(document, 'one')
  expect(await handlers.getGridState({ profile: 'one', grid: 'orders' }, caller)).toEqual(ok({}))
  expect(await handlers.getGridState({ profile: 'two', grid: 'orders' }, caller)).toEqual(ok(state))
  expect(JSON.parse(readFileSync(join(folder, 'grids.json'), 'utf8')).profiles).toEqual({
    two: { orders: state },
  })
})
