import type { KeyboardEvent } from 'react'
import { expect, test, vi } from 'vitest'
import { noPlainEnter } from '../../../../renderer/lib/no-plain-enter'

function press(key: string, held: { ctrlKey?: boolean; metaKey?: boolean } = {}) {
  const preventDefault = vi.fn()
  noPlainEnter({ key, ctrlKey: false, metaKey: false, ...held, preventDefault } as unknown as KeyboardEvent)
  return preventDefault
}

test('plain Enter does not press the button', () => {
  expect(press('Enter')).toHaveBeenCalledOnce()
})

test.each([{ ctrlKey: true }, { metaKey: true }])('Enter with %o goes on to the shortcuts', (held) => {
  expect(press('Enter', held)).not.toHaveBeenCalled()
})

test('other keys are the button’s own', () => {
  expect(press(' ')).not.toHaveBeenCalled()
})
