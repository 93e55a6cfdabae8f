import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followConnection, isMetered } from '../../../../renderer/lib/follow-connection'

const told: unknown[] = []
beforeEach(() => {
  told.length = 0
  const call = async (name: string, input: string) => {
    told.push([name, JSON.parse(input)])
    return { ok: true, value: {} }
  }
  vi.stubGlobal('window', { gatehouse: { call } })
})
afterEach(() => vi.unstubAllGlobals())

test.each([
  [{ saveData: true }, true],
  [{ saveData: false, type: 'cellular' }, true],
  [{ saveData: false, type: 'wifi' }, false],
  [{ saveData: false }, false],
  [{}, false],
])('a connection that is %j is metered: %s', (connection, metered) => {
  expect(isMetered(connection)).toBe(metered)
})

test('main is told how the connection is, and again whenever that changes', () => {
  const connection = Object.assign(new EventTarget(), { saveData: false })
  vi.stubGlobal('navigator', { connection })
  followConnection()
  connection.saveData = true
  connection.dispatchEvent(new Event('change'))
  const name = 'mirror.tellConnection'
  expect(told).toEqual([
    [name, { isMetered: false }],
    [name, { isMetered: true }],
  ])
})

test('where nothing is known of the connection main is told nothing', () => {
  vi.stubGlobal('navigator', {})
  followConnection()
  expect(told).toEqual([])
})
