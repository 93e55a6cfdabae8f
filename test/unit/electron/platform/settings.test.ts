import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultSettings } from '@shared/features/settings'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openSettings } from '../../../../electron/platform/settings'
import { temporaryFolder } from '../../../support/temporary-folder'

let folder = ''
beforeEach(() => {
  folder = temporaryFolder()
})

describe('settings', () => {
  test('last from one start to the next, with the id of the installation', () => {
    const first = openSettings(folder)
    first.update({ colorScheme: 'dark', zoom: undefined })
    const second = openSettings(folder)
    expect(second.get()).toEqual({ ...defaultSettings, colorScheme: 'dark' })
    expect(second.installId).toBe(first.installId)
  })

  test('of the first version are kept, and operations can be undone for five seconds', () => {
    const { undoSeconds, copyOverMetered, ...older } = { ...defaultSettings, colorScheme: 'dark' as const }
    const installId = '4f0c6f3e-5d3b-4c6e-9b53-0a8f1f6f7d21'
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 1, installId, settings: older }))
    const settings = openSettings(folder)
    expect(settings.get()).toEqual({ ...older, undoSeconds: 5, copyOverMetered: false })
    expect(settings).toMatchObject({ installId, setAside: undefined })
  })

  test('of the second version are kept, and nothing is copied over a metered connection', () => {
    const { copyOverMetered, ...older } = { ...defaultSettings, undoSeconds: 12 }
    const installId = '4f0c6f3e-5d3b-4c6e-9b53-0a8f1f6f7d21'
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 2, installId, settings: older }))
    expect(openSettings(folder).get()).toEqual({ ...older, copyOverMetered: false })
  })

  test('tell who listens after a change, not after a window was moved', () => {
    const settings = openSettings(folder)
    const listener = vi.fn()
    settings.onChange(listener)
    settings.writeWindowState({ width: 800, height: 600, maximized: false })
    expect(listener).not.toHaveBeenCalled()
    settings.update({ density: 'comfortable' })
    expect(listener).toHaveBeenCalledExactlyOnceWith({ ...defaultSettings, density: 'comfortable' })
  })

  test('remember where the window was', () => {
    openSettings(folder).writeWindowState({ x: 5, y: 6, width: 800, height: 600, maximized: true })
    expect(openSettings(folder).readWindowState()).toEqual({
      x: 5,
      y: 6,
      width: 800,
      height: 600,
      maximized: true,
    })
  })

  test('that cannot be used are put aside and reported, and the app starts with the defaults', () => {
    writeFileSync(join(folder, 'settings.json'), '{"version":1,"settings":{"zoom":"huge"}}')
    const settings = openSettings(folder)
    expect(settings.get()).toEqual(defaultSettings)
    expect(settings.setAside).toMatch(/^settings\.unusable-/)
  })
})
