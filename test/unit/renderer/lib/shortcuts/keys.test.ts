import { expect, test } from 'vitest'
import { type KeyPress, keysOf } from '../../../../../renderer/lib/shortcuts/keys'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test.each([
  ['a letter', press('g', 'KeyG'), 'G'],
  ['a letter with shift, which is another shortcut', press('G', 'KeyG', { shiftKey: true }), 'Shift+G'],
  ['a sign typed with shift', press('?', 'Slash', { shiftKey: true }), '?'],
  ['Ctrl and a letter', press('k', 'KeyK', { ctrlKey: true }), 'Mod+K'],
  ['Ctrl and Enter', press('Enter', 'Enter', { ctrlKey: true }), 'Mod+Enter'],
  ['a bracket with AltGr (Germany)', press('[', 'Digit8', { ctrlKey: true, altKey: true }), '['],
  ['Ctrl and the first digit key (France)', press('&', 'Digit1', { ctrlKey: true }), 'Mod+1'],
  ['a letter key of another script', press('щ', 'KeyO'), 'O'],
  ['Ctrl and a letter key of another script', press('л', 'KeyK', { ctrlKey: true }), 'Mod+K'],
  ['a function key', press('F5', 'F5'), 'F5'],
  ['a modifier alone', press('Control', 'ControlLeft', { ctrlKey: true }), undefined],
  ['Alt and a letter, which is the menu bar', press('f', 'KeyF', { altKey: true }), undefined],
  ['the Windows key and a letter', press('k', 'KeyK', { metaKey: true }), undefined],
])('%s', (_, given, keys) => {
  expect(keysOf(given, 'linux')).toBe(keys)
})

test.each([
  ['⌘ and a letter', press('k', 'KeyK', { metaKey: true }), 'Mod+K'],
  ['a bracket with ⌥ (Germany)', press('[', 'Digit5', { altKey: true }), '['],
  ['Ctrl and a letter, which is the system’s', press('k', 'KeyK', { ctrlKey: true }), undefined],
])('on a Mac: %s', (_, given, keys) => {
  expect(keysOf(given, 'darwin')).toBe(keys)
})
