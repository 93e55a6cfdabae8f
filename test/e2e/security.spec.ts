import { expect, type Page, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Stranger, startStranger } from '../support/stranger'

/** Electron's security checklist on the running application: each wall is pushed, and what lies behind it looked at. */

let gatehouse: Gatehouse
let page: Page
let stranger: Stranger

test.beforeAll(async () => {
  stranger = await startStranger()
  gatehouse = await launchGatehouse()
  page = gatehouse.window
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  stranger.stop()
})

test.afterEach(async () => {
  expect(stranger.arrived, 'nothing reached a stranger').toEqual([])
  expect(await page.evaluate(() => location.href), 'the window stayed where it was').toMatch(
    /^app:\/\/gatehouse\/#/,
  )
})

const windowCount = () => gatehouse.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test.describe('a permission', () => {
  test('is given for copying and for nothing else', async () => {
    // Chromium lets a page in front copy, and nobody else. Without a window manager (CI) none is for sure.
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: true })
    await page.getByRole('navigation', { name: 'Main' }).click({ position: { x: 20, y: 300 } })
    await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
    const said = await page.evaluate(async () => {
      const nameOf = (promise: Promise<unknown>) =>
        promise.then(
          () => 'granted',
          (error: DOMException) => error.name,
        )
      const state = (name: string) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)
      return {
        notifications: await Notification.requestPermission(),
        microphone: await nameOf(navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await nameOf(navigator.mediaDevices.getDisplayMedia()),
        position: await state('geolocation'),
        midi: await state('midi'),
        pasting: await nameOf(navigator.clipboard.readText()),
        copying: await nameOf(navigator.clipboard.writeText('PRI88412039')),
      }
    })
    expect(said).toEqual({
      notifications: 'denied',
      // A machine without one says so first.
      microphone: expect.stringMatching(/^(NotAllowed|NotFound)Error$/),
      screen: expect.stringMatching(/Error$/),
      position: 'denied',
      midi: 'denied',
      pasting: 'NotAllowedError',
      copying: 'granted',
    })
    expect(await gatehouse.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('PRI88412039')
  })
})

test.describe('a call over the bridge', () => {
  test('from a window that main did not open for us is refused, and nothing happens', async () => {
    const before = await windowCount()
    const answer = await gatehouse.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL('app://gatehouse/')
      const said = await window.webContents.executeJavaScript(
        `gatehouse.call('windows.openWindow', '{"route":"/"}')`,
      )
      window.destroy()
      return said
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', changed: 'no' } })
    expect(await windowCount()).toBe(before)
  })

  test('from another origin in our own window is refused, and nothing happens', async () => {
    const before = await windowCount()
    const answer = await gatehouse.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (!window) throw new Error('no window')
      await window.webContents.loadURL('data:text/html,<title>elsewhere</title>')
      return window.webContents.executeJavaScript(`gatehouse.call('windows.openWindow', '{"route":"/"}')`)
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', changed: 'no' } })
    expect(await windowCount()).toBe(before)
    await gatehouse.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('app://gatehouse/#/'),
    )
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  })

  test('cannot come from a frame inside the page: it has no bridge', async () => {
    const inFrame = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const { contentWindow } = frame
      const found = {
        bridge: typeof contentWindow?.gatehouse,
        node: contentWindow && 'require' in contentWindow,
      }
      frame.remove()
      return found
    })
    expect(inFrame).toEqual({ bridge: 'undefined', node: false })
  })

  test('for an unknown operation is refused', async () => {
    const answer = await page.evaluate(() => window.gatehouse.call('windows.destroyEverything', '{}'))
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })
})

test.describe('the page', () => {
  test('has no Node, no Electron and only the three members of the bridge', async () => {
    const found = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys(window.gatehouse).sort(),
    }))
    expect(found).toEqual({ globals: [], bridge: ['call', 'platform', 'subscribe'] })
  })

  test('cannot replace the bridge', async () => {
    const replaced = await page.evaluate(() => {
      try {
        Object.defineProperty(window, 'gatehouse', { value: { call: () => 'mine' } })
        return true
      } catch {
        return false
      }
    })
    expect(replaced).toBe(false)
  })

  test('runs sandboxed and isolated', async () => {
    const preferences = await gatehouse.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Electron.WebPreferences
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  test('cannot open a window, by script or by a link', async () => {
    const before = await windowCount()
    const opened = await page.evaluate((origin) => {
      const link = Object.assign(document.createElement('a'), {
        href: origin,
        target: '_blank',
        rel: 'opener',
      })
      document.body.append(link)
      link.click()
      link.remove()
      return [window.open(origin), window.open('app://gatehouse/'), window.open('about:blank')]
    }, stranger.origin)
    expect(opened).toEqual([null, null, null])
    expect(await windowCount()).toBe(before)
  })

  for (const [what, target] of [
    ['to another site', 'https://example.com/'],
    ['to a file', 'file:///etc/passwd'],
    ['to a script address', "javascript:document.title='moved'"],
    ['to another page of our own origin', 'app://gatehouse/assets/'],
  ] as const) {
    test(`cannot navigate ${what}`, async () => {
      await page.evaluate((href) => {
        location.href = href
        const link = Object.assign(document.createElement('a'), { href })
        document.body.append(link)
        link.click()
        link.remove()
      }, target)
      await page.waitForTimeout(200)
      // Playwright's locators wait for the navigation that never comes, so the page is asked directly.
      const left = await page.evaluate(() => ({
        title: document.title,
        ours: document.querySelector('nav') !== null,
      }))
      expect(left).toEqual({ title: expect.stringContaining('Gatehouse'), ours: true })
    })
  }

  test('cannot submit a form elsewhere', async () => {
    await page.evaluate((action) => {
      const form = Object.assign(document.createElement('form'), { action, method: 'post' })
      document.body.append(form)
      form.submit()
      form.remove()
    }, stranger.origin)
    await page.waitForTimeout(200)
  })

  test('cannot show another site in a frame', async () => {
    const blocked = await page.evaluate(
      (origin) =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true,
          })
          const frame = Object.assign(document.createElement('iframe'), { src: origin })
          document.body.append(frame)
          setTimeout(() => frame.remove(), 500)
        }),
      stranger.origin,
    )
    expect(blocked).toBe('frame-src')
  })

  test('cannot attach a webview', async () => {
    const contentsBefore = await gatehouse.app.evaluate(
      ({ webContents }) => webContents.getAllWebContents().length,
    )
    await page.evaluate((src) => {
      const view = document.createElement('webview')
      view.setAttribute('src', src)
      document.body.append(view)
      setTimeout(() => view.remove(), 300)
    }, stranger.origin)
    await page.waitForTimeout(400)
    expect(await gatehouse.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(
      contentsBefore,
    )
  })

  test('cannot save a file by itself', async () => {
    await gatehouse.app.evaluate(({ session }) => {
      const seen: boolean[] = []
      Object.assign(globalThis, { downloadsPrevented: seen })
      session.defaultSession.on('will-download', (event) => seen.push(event.defaultPrevented))
    })
    await page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['guests']))
      Object.assign(document.createElement('a'), { href, download: 'guests.csv' }).click()
    })
    await expect
      .poll(() =>
        gatehouse.app.evaluate(
          () => (globalThis as unknown as { downloadsPrevented: boolean[] }).downloadsPrevented,
        ),
      )
      .toEqual([true])
  })
})

test('app:// serves the renderer’s folder and nothing outside it', async () => {
  const answers = await page.evaluate(async () => {
    const paths = [
      '/index.html',
      '/../main/index.js',
      '/..%2fmain%2findex.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '//etc/passwd',
      '/%00.json',
      '/%E0%A4%A',
      '/nothing.js',
    ]
    const statuses: [string, number][] = []
    for (const path of paths) {
      const answer = await fetch(`app://gatehouse${path}`)
      statuses.push([path, answer.status])
    }
    const posted = await fetch('app://gatehouse/', { method: 'POST', body: 'x' })
    return { statuses, posted: posted.status }
  })
  const [index, ...others] = answers.statuses
  expect(index).toEqual(['/index.html', 200])
  expect(others).toEqual(others.map(([path]) => [path, 404]))
  expect(answers.posted).toBe(404)
})
