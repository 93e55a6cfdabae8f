import { expect, test } from 'vitest'
import { openMirror } from '../../../../../electron/store/mirror/mirror-file'
import {
  isSortIndexed,
  makeSortIndex,
  missingSortIndexes,
} from '../../../../../electron/store/mirror/sort-indexes'

test('a new file has none, each is made once, and then none is missing', () => {
  const opened = openMirror({ key: '', now: 0 })
  if (!opened.ok) throw new Error(opened.error)
  const { sql } = opened.value
  const missing = missingSortIndexes(sql)
  expect(missing).toContain('guest')
  expect(missing).not.toContain('id')
  expect(isSortIndexed(sql, 'guest')).toBe(false)
  makeSortIndex(sql, 'guest')
  expect(isSortIndexed(sql, 'guest')).toBe(true)
  expect(missingSortIndexes(sql)).toEqual(missing.filter((column) => column !== 'guest'))
  makeSortIndex(sql, 'guest')
  for (const column of missing) makeSortIndex(sql, column)
  expect(missingSortIndexes(sql)).toEqual([])
  sql.close()
})
