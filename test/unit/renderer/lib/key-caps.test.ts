import { expect, test } from 'vitest'
import { keyCaps } from '../../../../renderer/lib/key-caps'

test.each([
  ['Mod+K', 'linux', ['Ctrl', 'K']],
  ['Mod+K', 'darwin', ['⌘', 'K']],
  ['Mod+Shift+Enter', 'win32', ['Ctrl', 'Shift', 'Enter']],
  ['Mod++', 'linux', ['Ctrl', '+']],
  ['G O', 'linux', ['G', 'O']],
  ['?', 'linux', ['?']],
])('%s is written on %s as %j', (keys, platform, caps) => {
  expect(keyCaps(keys, platform)).toEqual(caps)
})
