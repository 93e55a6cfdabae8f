import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disposable, openDatabase } from '../../../../../electron/store/database'
import { migrate } from '../../../../../electron/store/migrations'
import { mirrorMigrations } from '../../../../../electron/store/mirror/schema'
import { openedMirror, smallOrder } from '../../../../support/mirror-orders'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-migrations-'))
  path = join(folder, 'mirror.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const key = 'ab'.repeat(32)
const earlier = mirrorMigrations.slice(0, -1).map(({ version }) => version)

test.each(earlier)('a file of schema version %d is brought up to date, and takes orders', async (version) => {
  const sql = openDatabase(path, key, disposable)
  migrate(sql, mirrorMigrations.slice(0, version), 1)
  sql.script("insert into meta (name, value) values ('state', 'as it was')")
  sql.close()
  const { methods, opened, take } = await openedMirror({ path, key })
  expect(opened.setAside).toBeUndefined()
  expect(opened.status.state).toBe('as it was')
  expect(await take([smallOrder()])).toMatchObject({ items: 1, unreadable: 0 })
  expect(await methods['mirror.status']({})).toMatchObject({ orders: 1 })
  expect(await methods['mirror.files']({})).toEqual([])
  await methods['mirror.open']({ key: '', now: 2 })
})
