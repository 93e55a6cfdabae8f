import { expect, type Page, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Stranger, startStranger } from '../support/stranger'

/** What the page may run and whom it may ask, on the running application (docs/decisions/0003). */

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

test.describe('the content security policy', () => {
  test('stops an injected script, an event attribute and an injected style', async () => {
    const result = await page.evaluate(async () => {
      const marks = window as unknown as Record<string, unknown>
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      const holder = document.createElement('div')
      holder.innerHTML =
        '<img src="data:," onerror="window.attribute = true"><style>#probe { width: 7px }</style>'
      holder.id = 'probe'
      document.body.append(script, holder)
      await new Promise((done) => setTimeout(done, 200))
      const { width } = getComputedStyle(holder)
      script.remove()
      holder.remove()
      return { injected: marks.injected, attribute: marks.attribute, styled: width === '7px' }
    })
    expect(result).toEqual({ injected: undefined, attribute: undefined, styled: false })
  })

  test('stops making code from text', async () => {
    // Later than this evaluation, which the policy does not hold for.
    const name = await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(new Function('return "ran"')())
            } catch (error) {
              resolve((error as Error).name)
            }
          }, 50)
        }),
    )
    expect(name).toBe('EvalError')
  })

  test('has another nonce on every load, which scripts cannot read from the page', async () => {
    const read = () =>
      page.evaluate(async () => {
        const answer = await fetch('app://gatehouse/')
        return {
          policy: answer.headers.get('content-security-policy') ?? '',
          attribute: document.querySelector('script')?.getAttribute('nonce'),
        }
      })
    const [first, second] = [await read(), await read()]
    expect(first.policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/)
    expect(first.policy).not.toBe(second.policy)
    expect(first.policy).not.toContain('unsafe')
    expect(first.attribute).toBe('')
  })

  test('lets nothing be asked of another origin', async () => {
    const said = await page.evaluate(async (origin) => {
      const failed = (promise: Promise<unknown>) =>
        promise.then(
          () => false,
          () => true,
        )
      const image = new Image()
      const imageFailed = new Promise((resolve) => {
        image.onload = () => resolve(false)
        image.onerror = () => resolve(true)
      })
      image.src = `${origin}/pixel.png`
      const socket = new WebSocket(origin.replace('http', 'ws'))
      const socketFailed = new Promise((resolve) => {
        socket.onopen = () => resolve(false)
        socket.onerror = () => resolve(true)
      })
      return {
        fetch: await failed(fetch(`${origin}/?key=1`, { mode: 'no-cors' })),
        image: await imageFailed,
        socket: await socketFailed,
        beacon: await failed(Promise.resolve().then(() => import(`${origin}/code.js`))),
      }
    }, stranger.origin)
    expect(said).toEqual({ fetch: true, image: true, socket: true, beacon: true })
  })
})

test('even a page without a policy reaches nobody: its requests are cancelled below it', async () => {
  const reaches = (partition?: string) =>
    gatehouse.app.evaluate(
      async ({ BrowserWindow }, { origin, partition }) => {
        const webPreferences = { sandbox: true, ...(partition ? { partition } : {}) }
        const window = new BrowserWindow({ show: false, webPreferences })
        await window.loadURL('data:text/html,<title>no policy</title>')
        const reached: unknown = await window.webContents.executeJavaScript(
          `fetch(${JSON.stringify(origin)}, { mode: 'no-cors' }).then(() => true, () => false)`,
        )
        window.destroy()
        return reached
      },
      { origin: stranger.origin, partition },
    )
  expect(await reaches('without-our-walls'), 'the way itself is open').toBe(true)
  expect(stranger.arrived.splice(0)).toEqual(['GET /'])
  expect(await reaches()).toBe(false)
})
