import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { contextMenuTemplate } from '../../../../electron/platform/context-menu-template'
import { menuTemplate } from '../../../../electron/platform/menu'
import { nativeText } from '../../../../electron/platform/native-text'

const actions = { newWindow: vi.fn(), zoom: vi.fn(), command: vi.fn() }

const menuFor = (platform: NodeJS.Platform, development = false, language: 'en' | 'nl' = 'en') =>
  menuTemplate({ text: nativeText(language), platform, development, actions })

/** Every item at any depth. */
const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const roles = (items: readonly MenuItemConstructorOptions[]) => flat(items).flatMap(({ role }) => role ?? [])

const byKeys = (accelerator: string) =>
  flat(menuFor('linux')).find((item) => item.accelerator === accelerator) as { click(): void }

describe('the application menu', () => {
  test.each([
    ['CmdOrCtrl+N', actions.newWindow, []],
    ['CmdOrCtrl+0', actions.zoom, ['reset']],
    ['CmdOrCtrl+Plus', actions.zoom, ['in']],
    ['CmdOrCtrl+=', actions.zoom, ['in']],
    ['CmdOrCtrl+-', actions.zoom, ['out']],
    ['CmdOrCtrl+,', actions.command, ['open-settings']],
  ] as const)('answers %s', (keys, action, given) => {
    byKeys(keys).click()
    expect(action).toHaveBeenLastCalledWith(...given)
  })

  test('has neither reload nor DevTools in a packaged build', () => {
    expect(roles(menuFor('linux', true))).toEqual(expect.arrayContaining(['forceReload', 'toggleDevTools']))
    expect(roles(menuFor('linux'))).not.toContain('forceReload')
    expect(roles(menuFor('linux'))).not.toContain('toggleDevTools')
  })

  test('has the menu of the application first on a Mac, and nowhere else', () => {
    expect(menuFor('darwin')[0]?.label).toBe('Gatehouse')
    expect(menuFor('win32')[0]?.label).toBe('File')
    expect(roles(menuFor('darwin'))).toEqual(expect.arrayContaining(['hide', 'services', 'front']))
  })

  test.each(['darwin', 'win32', 'linux'] as const)('quits, edits and names every item on %s', (platform) => {
    const items = flat(menuFor(platform))
    expect(roles(items)).toEqual(
      expect.arrayContaining(['quit', 'cut', 'copy', 'paste', 'selectAll', 'undo']),
    )
    const nameless = items.filter(
      ({ type, label, role }) => type !== 'separator' && !label && role !== 'services',
    )
    expect(nameless).toEqual([])
  })

  test('gives no two items the same keys', () => {
    const keys = flat(menuFor('linux')).flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('speaks Dutch', () => {
    expect(menuFor('linux', false, 'nl').map(({ label }) => label)).toContain('Bestand')
  })
})

describe('the menu of a place in the page', () => {
  const all = { canUndo: true, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
  const at = (place: Partial<Parameters<typeof contextMenuTemplate>[1]>) =>
    roles(
      contextMenuTemplate(nativeText('en'), {
        isEditable: false,
        hasSelection: false,
        editFlags: all,
        ...place,
      }),
    )

  test('offers editing in a field', () => {
    expect(at({ isEditable: true })).toEqual(['undo', 'cut', 'copy', 'paste', 'selectAll'])
  })

  test('offers copying where text is selected, and nothing elsewhere', () => {
    expect(at({ hasSelection: true })).toEqual(['copy'])
    expect(at({})).toEqual([])
  })
})
