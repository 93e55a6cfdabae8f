import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import electronPath from 'electron'
import { pressMenuKeys } from '../support/application-menu'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'

/** The frame around the screens. */

let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  gatehouse = await launchGatehouse()
  page = gatehouse.window
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
})

const palette = () => page.getByRole('dialog', { name: 'Command palette' })
const help = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const windows = () => gatehouse.app.windows()

const changeSettings = (change: object) =>
  page.evaluate((input) => window.gatehouse.call('settings.updateSettings', input), JSON.stringify(change))

test.describe('the first start', () => {
  test('says that this is the sandbox and shows the way to a real account', async () => {
    await expect(page.getByText('You are on the built-in sandbox. Nothing here is real.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Connect a real account' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Switch profile: Sandbox/ })).toBeVisible()
  })

  test('has no serious accessibility issue, light and dark', async () => {
    await expectAccessible(page)
  })
})

test.describe('the palette', () => {
  test('opens with Ctrl+K, finds by words, runs with Enter and gives the focus back', async () => {
    await page.keyboard.press('Control+k')
    const field = palette().getByRole('combobox', { name: 'Command palette' })
    await expect(field).toBeFocused()
    await field.fill('shortcuts')
    // The other one searches orders for the word.
    await expect(palette().getByRole('option')).toHaveCount(2)
    await expect(palette().getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(palette()).toBeHidden()
    await expect(help()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(help()).toBeHidden()
  })

  test('tells a screen reader which line Enter would take, as the arrows move', async () => {
    await page.keyboard.press('Control+k')
    const field = palette().getByRole('combobox')
    const current = () => palette().getByRole('option', { selected: true })
    await expect(current()).toHaveCount(1)
    const first = await current().getAttribute('id')
    await expect(field).toHaveAttribute('aria-activedescendant', first ?? '')
    await page.keyboard.press('ArrowDown')
    const second = await current().getAttribute('id')
    expect(second).not.toBe(first)
    await expect(field).toHaveAttribute('aria-activedescendant', second ?? '')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(palette().getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Escape')
    await expect(palette()).toBeHidden()
  })

  test('offers to open an order when the text looks like a reference', async () => {
    await page.keyboard.press('Control+k')
    await palette().getByRole('combobox').fill('PRI8841203977')
    await expect(palette().getByRole('option', { name: 'Open order PRI8841203977' })).toBeVisible()
    await palette().getByRole('combobox').fill('Okafor')
    await expect(palette().getByRole('option', { name: /Open order/ })).toHaveCount(0)
    await page.keyboard.press('Escape')
  })

  test('opens from the bar as well, and has no serious accessibility issue', async () => {
    await page.getByRole('button', { name: /^Search orders, guests, tickets/ }).click()
    await expect(palette()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  })
})

test.describe('the help', () => {
  test('opens with ? and lists what works here, with its keys', async () => {
    await page.keyboard.press('?')
    await expect(help().getByText('Open the command palette')).toBeVisible()
    await expect(help().getByText('Open a new window')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(help()).toBeHidden()
  })

  test('stays shut while something is typed, and when single keys are switched off', async () => {
    await page.keyboard.press('Control+k')
    await palette().getByRole('combobox').press('?')
    await expect(palette().getByRole('combobox')).toHaveValue('?')
    await expect(help()).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(palette()).toBeHidden()

    await changeSettings({ shortcuts: false })
    await page.waitForTimeout(200)
    await page.keyboard.press('?')
    await page.waitForTimeout(200)
    await expect(help()).toBeHidden()
    await changeSettings({ shortcuts: true })
  })
})

test.describe('the look', () => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

  test('is light or dark as the settings say, at once, in every window', async () => {
    await changeSettings({ colorScheme: 'dark' })
    await expect.poll(background).toBe('rgb(22, 24, 29)')
    await changeSettings({ colorScheme: 'light' })
    await expect.poll(background).toBe('rgb(255, 255, 255)')
  })

  test('speaks Dutch when the settings say so, the menu too', async () => {
    await changeSettings({ language: 'nl' })
    await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
    const labels = () =>
      gatehouse.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
    await expect.poll(labels).toContain('Bestand')
    await changeSettings({ language: 'en' })
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  })

  test('zooms with Ctrl and +, − and 0, and remembers', async () => {
    const zoom = () =>
      gatehouse.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
      )
    await pressMenuKeys(gatehouse.app, 'CmdOrCtrl+Plus')
    await expect.poll(zoom).toBeCloseTo(1.1)
    await pressMenuKeys(gatehouse.app, 'CmdOrCtrl+=')
    await expect.poll(zoom).toBeCloseTo(1.25)
    await pressMenuKeys(gatehouse.app, 'CmdOrCtrl+-')
    await expect.poll(zoom).toBeCloseTo(1.1)
    await page.reload()
    await expect.poll(zoom).toBeCloseTo(1.1)
    await pressMenuKeys(gatehouse.app, 'CmdOrCtrl+0')
    await expect.poll(zoom).toBeCloseTo(1)
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  })

  test('folds the rail to icons, keeps the names for screen readers, and remembers', async () => {
    const width = () => page.getByRole('navigation', { name: 'Main' }).evaluate((nav) => nav.clientWidth)
    const before = await width()
    await page.getByRole('button', { name: 'Hide the names' }).click()
    expect(await width()).toBeLessThan(before)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Show the names' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show the names' }).click()
    expect(await width()).toBe(before)
  })

  test('fits a window of 720 pixels without scrolling sideways', async () => {
    await gatehouse.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(720, 600))
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(720)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720)
    await gatehouse.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1440, 900))
  })
})

test.describe('windows', () => {
  test('a second one opens with Ctrl+N, a little off the first, and works by itself', async () => {
    const opened = gatehouse.app.waitForEvent('window')
    await pressMenuKeys(gatehouse.app, 'CmdOrCtrl+N')
    const second = await opened
    await expect(second.getByRole('navigation', { name: 'Main' })).toBeVisible()
    await second.keyboard.press('Control+k')
    await expect(second.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
    await expect(palette()).toBeHidden()
    await second.close()
    expect(windows()).toHaveLength(1)
  })

  test('one opens on the route that it was asked for', async () => {
    const opened = gatehouse.app.waitForEvent('window')
    await page.evaluate(() =>
      window.gatehouse.call('windows.openWindow', '{"route":"/orders/PRI8841203977"}'),
    )
    const second = await opened
    await expect.poll(() => second.evaluate(() => location.hash)).toBe('#/orders/PRI8841203977')
    await second.close()
  })

  test('a second start brings the first to the front and ends', async () => {
    const args = [
      resolve(import.meta.dirname, '../..'),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ]
    const env = { ...process.env, GATEHOUSE_USER_DATA: gatehouse.userData }
    const again = spawn(electronPath as unknown as string, args, { env, stdio: 'ignore' })
    const [code] = await once(again, 'exit')
    expect(code).toBe(0)
    expect(windows()).toHaveLength(1)
  })

  test('the place of a window is remembered', async () => {
    const userData = gatehouse.userData
    await gatehouse.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 700 }),
    )
    await page.waitForTimeout(300)
    await gatehouse.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await gatehouse.close()
    gatehouse = await launchGatehouse({ userData })
    page = gatehouse.window
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
    const size = await gatehouse.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getSize(),
    )
    expect(size).toEqual([1000, 700])
  })
})

test.describe('a link that the API sent', () => {
  /** Native dialogs cannot be driven: answers the next one, and keeps what it asked and what was opened. */
  const answerDialog = (button: number) =>
    gatehouse.app.evaluate(({ dialog, shell }, button) => {
      const seen: unknown[] = []
      Object.assign(globalThis, { seen })
      dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
        seen.push(options.message)
        return { response: button, checkboxChecked: false }
      }) as typeof dialog.showMessageBox
      shell.openExternal = async (url) => void seen.push({ opened: url })
    }, button)
  const seen = () => gatehouse.app.evaluate(() => (globalThis as unknown as { seen: unknown[] }).seen)
  const open = (url: string) =>
    page.evaluate((input) => window.gatehouse.call('windows.openExternal', input), JSON.stringify({ url }))

  test('opens in the browser after its host was agreed to', async () => {
    await answerDialog(0)
    expect(await open('https://tickets.example.com/v/1?a=b')).toEqual({ ok: true, value: { opened: true } })
    expect(await seen()).toEqual([
      'Open tickets.example.com in the browser?',
      { opened: 'https://tickets.example.com/v/1?a=b' },
    ])
  })

  test('stays shut when declined', async () => {
    await answerDialog(1)
    expect(await open('https://xn--pple-43d.com/')).toEqual({ ok: true, value: { opened: false } })
    expect(await seen()).toEqual(['Open xn--pple-43d.com in the browser?'])
  })

  for (const url of [
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://me:pw@example.com/',
    'x',
  ]) {
    test(`is refused without a question: ${url}`, async () => {
      await answerDialog(0)
      expect(await open(url)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
      expect(await seen()).toEqual([])
    })
  }
})

test('a page that crashed is loaded again when asked for', async () => {
  await gatehouse.app.evaluate(({ BrowserWindow, dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (async (_window: unknown, { message }: Electron.MessageBoxOptions) => {
      asked.push(message)
      return { response: 0, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  const state = () =>
    gatehouse.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return {
        asked: (globalThis as unknown as { asked: string[] }).asked,
        alive: contents?.isCrashed() === false && !contents.isLoading(),
      }
    })
  await expect.poll(state).toEqual({ asked: ['This window stopped working'], alive: true })
  const rail = await gatehouse.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`document.querySelector('nav') !== null`),
  )
  expect(rail).toBe(true)
})
