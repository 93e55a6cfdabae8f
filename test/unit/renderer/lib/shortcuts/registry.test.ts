import { describe, expect, test, vi } from 'vitest'
import { ShortcutRegistry } from '../../../../../renderer/lib/shortcuts/registry'

const onPage = { typing: false, held: false, dialogOpen: false }
const inField = { typing: true, held: false, dialogOpen: false }
const inDialog = { typing: false, held: false, dialogOpen: true }

function setUp() {
  let time = 0
  const registry = new ShortcutRegistry(() => time)
  return { registry, wait: (milliseconds: number) => (time += milliseconds) }
}

describe('a key press', () => {
  test('runs what is registered for it, and says that it did', () => {
    const { registry } = setUp()
    const run = vi.fn()
    registry.register('cancelOrder', { run })
    expect(registry.press('C', onPage)).toBe(true)
    expect(run).toHaveBeenCalledOnce()
  })

  test('runs what has other keys too, also while typing when they are no text', () => {
    const { registry } = setUp()
    const run = vi.fn()
    registry.register('reload', { run })
    registry.setSingleKeys(false)
    expect(['Mod+R', 'F5', 'F6'].map((keys) => registry.press(keys, inField))).toEqual([true, true, false])
    expect(run).toHaveBeenCalledTimes(2)
    expect(registry.press('F5', inDialog)).toBe(false)
  })

  test('is left to the page when nothing here answers it', () => {
    const { registry } = setUp()
    registry.register('cancelOrder', { run: () => {} })()
    expect(registry.press('C', onPage)).toBe(false)
    expect(registry.press('X', onPage)).toBe(false)
  })

  test('goes to the part registered last: a screen before the frame, and the frame again when it has gone', () => {
    const { registry } = setUp()
    const [frame, screen] = [vi.fn(), vi.fn()]
    registry.register('search', { run: frame })
    const leave = registry.register('search', { run: screen })
    registry.press('/', onPage)
    leave()
    registry.press('/', onPage)
    expect([frame.mock.calls.length, screen.mock.calls.length]).toEqual([1, 1])
  })

  test('without a modifier does nothing while typing; with one it does', () => {
    const { registry } = setUp()
    const [cancel, palette] = [vi.fn(), vi.fn()]
    registry.register('cancelOrder', { run: cancel })
    registry.register('openPalette', { run: palette })
    expect(registry.press('C', inField)).toBe(false)
    expect(registry.press('Mod+K', inField)).toBe(true)
    expect(cancel).not.toHaveBeenCalled()
    expect(palette).toHaveBeenCalledOnce()
  })

  test('without a modifier does nothing when single keys are switched off', () => {
    const { registry } = setUp()
    const [cancel, palette, orders] = [vi.fn(), vi.fn(), vi.fn()]
    registry.register('cancelOrder', { run: cancel })
    registry.register('openPalette', { run: palette })
    registry.register('goOrders', { run: orders })
    registry.setSingleKeys(false)
    expect(['C', 'G', 'O', 'Mod+K'].map((keys) => registry.press(keys, onPage))).toEqual([
      false,
      false,
      false,
      true,
    ])
    expect(cancel).not.toHaveBeenCalled()
    expect(orders).not.toHaveBeenCalled()
  })

  test('reaches nothing below an open dialog, only what belongs to the dialog', () => {
    const { registry } = setUp()
    const [below, submit] = [vi.fn(), vi.fn()]
    registry.register('cancelOrder', { run: below })
    registry.register('submitForm', { run: submit, inDialog: true })
    expect(registry.press('C', inDialog)).toBe(false)
    expect(registry.press('Mod+Enter', inDialog)).toBe(true)
    expect(below).not.toHaveBeenCalled()
    expect(submit).toHaveBeenCalledOnce()
  })

  test('that is held down goes on through the rows and does nothing else again', () => {
    const { registry } = setUp()
    const [row, cancel] = [vi.fn(), vi.fn()]
    registry.register('nextRow', { run: row })
    registry.register('cancelOrder', { run: cancel })
    const held = { ...onPage, held: true }
    expect([registry.press('J', held), registry.press('C', held)]).toEqual([true, false])
    expect(cancel).not.toHaveBeenCalled()
  })

  test('of a menu shortcut is left to the menu', () => {
    const { registry } = setUp()
    const run = vi.fn()
    registry.register('newWindow', { run })
    expect(registry.press('Mod+N', onPage)).toBe(false)
    expect(run).not.toHaveBeenCalled()
  })
})

describe('a sequence', () => {
  test('runs on its second key', () => {
    const { registry } = setUp()
    const run = vi.fn()
    registry.register('goOrders', { run })
    expect(registry.press('G', onPage)).toBe(true)
    expect(run).not.toHaveBeenCalled()
    expect(registry.press('O', onPage)).toBe(true)
    expect(run).toHaveBeenCalledOnce()
  })

  test('is forgotten after a pause and after another key', () => {
    const { registry, wait } = setUp()
    const run = vi.fn()
    registry.register('goOrders', { run })
    registry.press('G', onPage)
    wait(1201)
    registry.press('O', onPage)
    registry.press('G', onPage)
    registry.press('X', onPage)
    registry.press('O', onPage)
    expect(run).not.toHaveBeenCalled()
  })

  test('ends before a single key of the same letter', () => {
    const { registry } = setUp()
    const [settings, cancel] = [vi.fn(), vi.fn()]
    registry.register('goSettings', { run: settings })
    registry.register('cancelOrder', { run: cancel })
    registry.press('G', onPage)
    registry.press('C', onPage)
    expect(settings).not.toHaveBeenCalled()
    expect(cancel).toHaveBeenCalledOnce()
  })
})

describe('what is available', () => {
  test('comes in the order of the table, with the words given', () => {
    const { registry } = setUp()
    registry.register('profile1', { run: () => {}, label: 'Canal Tours' })
    registry.register('cancelOrder', { run: () => {} })
    expect(registry.available().map(({ id, keys, label }) => [id, keys, label])).toEqual([
      ['cancelOrder', 'C', undefined],
      ['profile1', 'Mod+1', 'Canal Tours'],
    ])
  })

  test('is told to who listens, and stays the same array between changes', () => {
    const { registry } = setUp()
    const listener = vi.fn()
    registry.subscribe(listener)
    const take = registry.register('cancelOrder', { run: () => {} })
    expect(registry.available()).toBe(registry.available())
    take()
    expect(listener).toHaveBeenCalledTimes(2)
    expect(registry.available()).toEqual([])
  })
})
