import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { putAside, putAsideOf } from '../../../../../electron/store/mirror/put-aside'
import { temporaryFolder } from '../../../../support/temporary-folder'

const noon = Date.parse('2026-11-23T12:00:00Z')
let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
const at = (...names: string[]) => names.map((name) => join(folder, name))
const put = (...names: string[]) => {
  for (const path of at(...names)) writeFileSync(path, path)
}

test('a file goes out of the way under the moment and the reason, and its log is gone', async () => {
  put('a.db', 'a.db-wal', 'a.db-journal', 'b.db')
  const [path = '', other = ''] = at('a.db', 'b.db')
  expect(putAside(path, 'damaged', noon)).toBe('a.db.damaged-2026-11-23T12-00-00-000Z')
  expect((await readdir(folder)).sort()).toEqual(['a.db.damaged-2026-11-23T12-00-00-000Z', 'b.db'])
  expect(readFileSync(join(folder, 'a.db.damaged-2026-11-23T12-00-00-000Z'), 'utf8')).toBe(path)
  expect(putAsideOf(other)).toEqual([])
})

test('of what was put aside before nothing stays, so that a failing disk is not filled with it', async () => {
  const [path = ''] = at('a.db')
  put('b.db', 'b.db.damaged-1')
  for (const [hours, reason] of (['damaged', 'withoutKey', 'damaged'] as const).entries()) {
    put('a.db')
    putAside(path, reason, noon + hours * 3_600_000)
  }
  expect(putAsideOf(path)).toEqual(['a.db.damaged-2026-11-23T14-00-00-000Z'])
  expect((await readdir(folder)).sort()).toEqual([...putAsideOf(path), 'b.db', 'b.db.damaged-1'])
})

test('what cannot be moved is told, and what was put aside before stays', () => {
  const [path = '', before = ''] = at('a.db', 'a.db.damaged-1')
  mkdirSync(before)
  expect(() => putAside(path, 'damaged', noon)).toThrow(/ENOENT/)
  expect(putAsideOf(path)).toEqual(['a.db.damaged-1'])
})
