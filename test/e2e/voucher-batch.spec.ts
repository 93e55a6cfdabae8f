import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** Vouchers of a list of orders become files in a folder that the person chooses. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page
let folder: string
let orders: readonly string[]

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 400 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-vouchers-'))
  orders = (await sandbox.orders(2))
    .filter(({ order_status }) => order_status === 'ORDER_CONFIRMED')
    .slice(0, 14)
    .map(({ order_reference }) => order_reference)
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
  await rm(folder, { recursive: true })
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const main = () => page.getByRole('main')

/** What the system's own dialogs answer, and what it was asked to open. */
async function answerDialogs(chosen: string | undefined): Promise<void> {
  await gatehouse.app.evaluate(({ dialog, shell }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: path === undefined, filePaths: path ? [path] : [] })
    shell.openPath = async (opened) => {
      Object.assign(globalThis, { opened })
      return ''
    }
  }, chosen)
}

test('a list of orders is looked up, previewed, confirmed by number and saved, and nothing that is there is replaced', async () => {
  const [first = ''] = orders
  await writeFile(join(folder, `voucher-${first}.pdf`), 'mine')
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('work through')
  await page.keyboard.press('Enter')
  await page.getByLabel('Save the vouchers as PDF files').check()
  await page.getByRole('textbox', { name: 'References' }).fill([...orders, 'NOT-AN-ORDER-1'].join('\n'))
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(main().getByText(/lines can be worked on/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  const act = button(/^Save the vouchers of \d+ orders/)
  await expect(act).toBeVisible()
  const count = /\d+/.exec((await act.textContent()) ?? '')?.[0] ?? ''
  await expectAccessible(page)
  await page.getByLabel(`Type ${count} to confirm`).fill(count)

  await answerDialogs(undefined)
  await expect(act).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(act).toBeEnabled()
  expect(await readdir(folder)).toHaveLength(1)

  await answerDialogs(folder)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(main().getByText('Finished', { exact: true })).toBeVisible()
  await expect(main().getByText(`${count} done`)).toBeVisible()
  await expect(page.getByRole('grid').getByText(`voucher-${first} (2).pdf`)).toBeVisible()
  await expectAccessible(page)
  const saved = await readdir(folder)
  expect(saved.filter((name) => !name.endsWith('.pdf'))).toEqual([])
  expect(await readFile(join(folder, `voucher-${first}.pdf`), 'utf8')).toBe('mine')
  expect((await readFile(join(folder, `voucher-${first} (2).pdf`))).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await sandbox.commands()).toEqual([])

  await button('Open the folder').click()
  await expect
    .poll(() => gatehouse.app.evaluate(() => (globalThis as { opened?: string }).opened))
    .toBe(folder)
})
