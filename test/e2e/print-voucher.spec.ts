import { expect, type Page, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** Printing vouchers, and opening their links. The one double stands where the operating system begins. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

/** The viewer takes its time on a machine without a graphics card. */
const patience = { timeout: 90_000 }
test.slow()

/** What reached the edge of the operating system, as the main process notes it. */
interface Edge {
  printed: { url: string; session: string | null; pages: string }[]
  opened: string[]
  asked: string[]
}
const edge = () => gatehouse.app.evaluate(() => (globalThis as unknown as { edge: Edge }).edge)

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 700 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
  await gatehouse.app.evaluate(({ app, shell, dialog, session }) => {
    const edge: Edge = { printed: [], opened: [], asked: [] }
    Object.assign(globalThis, { edge, printing: { success: true, reason: '' } })
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, callback) => {
        // In place of paper: the same pages as a PDF.
        void contents.printToPDF({}).then((pages) => {
          const own = contents.session === session.defaultSession ? null : contents.session.storagePath
          edge.printed.push({ url: contents.getURL(), session: own, pages: pages.toString('latin1') })
          const { printing } = globalThis as unknown as { printing: { success: boolean; reason: string } }
          callback?.(printing.success, printing.reason)
        })
      }
    })
    shell.openExternal = async (url) => void edge.opened.push(url)
    dialog.showMessageBox = async (...args: unknown[]) => {
      edge.asked.push(JSON.stringify(args.at(-1)))
      return { response: 0, checkboxChecked: false }
    }
  })
  const order = await sandbox.orderNamed('DEMO-COMBI')
  await page.evaluate((reference) => {
    location.hash = `#/orders/${reference}`
  }, order.order_reference)
  await page.getByRole('button', { name: 'Vouchers' }).click()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const dialog = () => page.getByRole('dialog')
const press = (name: string) =>
  dialog()
    .getByRole('button', { name: `${name}: All of the order` })
    .click()
const windows = () => gatehouse.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const printingEnds = (success: boolean, reason: string) =>
  gatehouse.app.evaluate((_, printing) => Object.assign(globalThis, { printing }), { success, reason })

test('the voucher is printed from a window and a session of its own, once its pages are there', async () => {
  await press('Print…')
  await expect(page.getByText('Sent to the printer')).toBeVisible(patience)
  const { printed } = await edge()
  expect(printed).toHaveLength(1)
  expect(printed[0]?.url).toMatch(/^app:\/\/print\/[0-9a-f-]+\/voucher-\d+\.pdf$/)
  expect(printed[0]?.session).toContain('print')
  // A blank sheet is drawn by another library than the pages of a PDF.
  expect(printed[0]?.pages).toContain('/Producer(PDFium)')
  await expect.poll(windows).toBe(1)
})

test('declining is no failure, and the window goes @long', async () => {
  await printingEnds(false, 'Print job canceled')
  await press('Print…')
  await expect.poll(async () => (await edge()).printed.length, patience).toBe(2)
  await expect.poll(windows).toBe(1)
  await expect(dialog().getByRole('alert')).toHaveCount(0)
})

test('where no dialog opens the window stays to print from, and a message says so @long', async () => {
  await printingEnds(false, 'Failed to enumerate printers')
  await press('Print…')
  await expect(dialog().getByRole('alert')).toContainText('The voucher was not printed', patience)
  expect(await windows()).toBe(2)
  const preview = await gatehouse.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().startsWith('app://print/'),
    )
    return { visible: window?.isVisible(), title: window?.getTitle() }
  })
  expect(preview).toEqual({ visible: true, title: expect.stringMatching(/^voucher-.*\.pdf$/) })
})

test('the page of a document reaches neither main nor anything outside @long', async () => {
  const answers = await gatehouse.app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().startsWith('app://print/'),
    )
    if (!window) throw new Error('no window to print from')
    const run = (code: string) => window.webContents.executeJavaScript(code).then(String, () => 'refused')
    const answers = {
      bridge: await run('typeof window.gatehouse'),
      node: await run('typeof require'),
      network: await run("fetch('https://example.com/')"),
      renderer: await run("fetch('app://gatehouse/index.html')"),
      window: await run("window.open('https://example.com/')"),
    }
    window.close()
    return answers
  })
  expect(answers).toEqual({
    bridge: 'undefined',
    node: 'undefined',
    network: 'refused',
    renderer: 'refused',
    window: 'null',
  })
})

test.describe('the link', () => {
  const link = (url: string) =>
    sandbox.fault({ kind: 'body', path: '/orders/*/voucher', body: { url }, count: 1 })

  test('opens in the browser after its host was confirmed', async () => {
    await link('https://vouchers.example.com/v/1')
    await press('Open link')
    await expect.poll(async () => (await edge()).opened).toEqual(['https://vouchers.example.com/v/1'])
    expect((await edge()).asked.join()).toContain('vouchers.example.com')
  })

  test('that is no https is not opened, and nobody is asked', async () => {
    const { asked } = await edge()
    await press('Open link')
    await expect(dialog().getByRole('alert')).toContainText('This link is not opened')
    expect(await edge()).toMatchObject({ opened: ['https://vouchers.example.com/v/1'], asked })
  })
})
