import { defaultSettings, type Settings } from '@shared/features/settings'
import { expect, test } from 'vitest'
import { meteredConnection } from '../../../../electron/mirror'

/** Settings as main has them, and what copies were told. */
function desk() {
  let chosen = defaultSettings
  const listeners: ((settings: Settings) => void)[] = []
  const waits: boolean[] = []
  const settings = {
    get: () => chosen,
    onChange: (listener: (settings: Settings) => void) => void listeners.push(listener),
  }
  const connection = meteredConnection(settings, (isWaiting) => waits.push(isWaiting))
  const choose = (copyOverMetered: boolean) => {
    chosen = { ...chosen, copyOverMetered }
    for (const listener of listeners) listener(chosen)
  }
  return { connection, choose, last: () => waits.at(-1) }
}

test('copies wait while a connection is metered', () => {
  const { connection, last } = desk()
  connection.told(true)
  expect(last()).toBe(true)
  connection.told(false)
  expect(last()).toBe(false)
})

test('a person who chose to copy all the same is heeded at once, and one who chose otherwise as well', () => {
  const { connection, choose, last } = desk()
  connection.told(true)
  choose(true)
  expect(last()).toBe(false)
  choose(false)
  expect(last()).toBe(true)
})
