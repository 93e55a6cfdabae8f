import { expect, test } from 'vitest'
import { ignoreDebuggingSwitches } from '../../../../electron/platform/debugging-switches'

test('switches that would let somebody attach to the app are dropped', () => {
  const given = new Set(['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins', 'lang'])
  ignoreDebuggingSwitches({ removeSwitch: (name) => given.delete(name) })
  expect([...given]).toEqual(['lang'])
})
