import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, showScheme } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** Copies that cannot be cleared at once: on a disk that is away, and in a local copy of orders that does not open. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

const launch = async (userData?: string) => {
  gatehouse = await launchGatehouse({
    ...(userData === undefined ? {} : { userData }),
    env: { ...sandbox.env, GATEHOUSE_MIRROR: 'kept' },
  })
  page = gatehouse.window
}
test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 200 })
  await launch()
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const goTo = (route: string) =>
  page.evaluate((hash) => {
    location.hash = hash
  }, `#${route}`)
const button = (name: string | RegExp) => page.getByRole('button', { name })
const line = (place: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(place, { exact: true }) })
const step = (name: string) => page.getByRole('navigation').getByRole('button', { name })

/** As each screen looks: light, dark, and in Dutch. */
async function shots(name: string) {
  for (const scheme of ['light', 'dark'] as const) {
    await showScheme(page, scheme)
    await page.screenshot({ path: `test-results/privacy-copies-${name}-${scheme}.png` })
  }
  await showScheme(page, undefined)
  const speak = (language: string) =>
    page.evaluate(
      (input) => window.gatehouse.call('settings.updateSettings', input),
      JSON.stringify({ language }),
    )
  await speak('nl')
  await expect(page.getByRole('link', { name: 'Instellingen' })).toBeVisible()
  await page.screenshot({ path: `test-results/privacy-copies-${name}-nl.png` })
  await speak('en')
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible()
}

/** Answers the next dialogs with this file, and does not show it to anybody. */
const saveAs = (file: string) =>
  gatehouse.app.evaluate(({ dialog, shell }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    shell.openPath = async () => ''
  }, file)

const ask = <T>(name: string, input: object): Promise<T> =>
  page.evaluate(
    async ([operation, json]) => {
      const answer = (await window.gatehouse.call(operation, json)) as { ok: boolean; value: T }
      if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
      return answer.value
    },
    [name, JSON.stringify(input)] as const,
  )

test('copies that cannot be reached are told by place and path, stay in the way of the end, and go once they can be', async () => {
  test.setTimeout(240_000)
  const stick = join(gatehouse.userData, 'stick')
  const away = `${stick}-away`
  const guest = { first: 'Roswitha', last: 'Quakernack', email: 'roswitha@copies.example.com' }
  await mkdir(stick)
  const order = await sandbox.arrive({ product: '62501', days: -9, settlement: 'VENUE', guest })
  const { active: profile } = await ask<{ active: string }>('profiles.listProfiles', {})
  await goTo('/settings')
  const copy = page.getByRole('region', { name: 'Local copy' })
  await expect(copy.getByRole('status')).toContainText('as the server had them', { timeout: 60_000 })

  await test.step('a voucher is opened and saved, and a list is saved beside it', async () => {
    await goTo(`/orders/${order}`)
    await button(/^Vouchers/).click()
    const dialog = page.getByRole('dialog')
    await saveAs(join(stick, 'voucher.pdf'))
    await dialog.getByRole('button', { name: 'Open: All of the order' }).click()
    await expect.poll(() => existsSync(join(gatehouse.userData, 'vouchers'))).toBe(true)
    await dialog.getByRole('button', { name: 'Save…: All of the order' }).click()
    await expect(page.getByText('Saved as voucher.pdf')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await goTo('/orders')
    await saveAs(join(stick, 'list.csv'))
    await button('Export the list…').click()
    await dialog.getByRole('radio', { name: 'CSV' }).check()
    await dialog.getByRole('button', { name: 'Save as…' }).click()
    await expect(page.getByText(/orders? exported/)).toBeVisible()
  })

  const { request } = await ask<{ request: { id: string } }>('privacy.createRequest', {
    profile,
    form: { subject: { emails: [guest.email], phones: [], references: [] }, receivedOn: '2026-11-01' },
  })
  await ask('privacy.findPerson', { profile, request: request.id })
  await test.step('the order is erased', async () => {
    await goTo(`/privacy/${request.id}`)
    await step('Erase').click()
    await button(/^Prepare the erasure of/).click()
    await page.getByRole('textbox', { name: /^Type 1, the number of orders/ }).fill('1')
    await button('Erase the guest of 1 order for good').click()
    await expect(page.getByText('Erased', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
    await page.screenshot({ path: 'test-results/privacy-copies-erased.png' })
  })

  await test.step('the stick is away: its files are told as not reached, what was opened here is gone', async () => {
    await rename(stick, away)
    await step('Local copies').click()
    await button('Clear the copies').click()
    await expect(line('Local copy of orders')).toContainText('1 removed')
    await expect(line('Opened vouchers')).toContainText('1 removed')
    for (const [place, file] of [
      ['Saved vouchers', 'voucher.pdf'],
      ['Exported files', 'list.csv'],
    ] as const) {
      await expect(line(place)).toContainText('To be done by hand')
      await expect(line(place)).toContainText(`${join(stick, file)} could not be reached`)
      await expect(line(place).getByRole('checkbox')).toHaveCount(0)
    }
    await expectAccessible(page)
    await shots('away')
  })
  const { userData } = gatehouse
  await gatehouse.close()

  const mirror = join(userData, 'mirror')
  await test.step('the copy of orders does not open: nothing is said to be removed from it', async () => {
    await rename(mirror, `${mirror}-away`)
    await writeFile(mirror, 'not a folder')
    await launch(userData)
    await goTo(`/privacy/${request.id}`)
    await step('Local copies').click()
    await button('Clear again').click()
    await expect(line('Local copy of orders')).toContainText('could not be opened')
    await expect(line('Search index')).toContainText('To be done by hand')
    await expect(line('Exported files')).toContainText('may know of more lists')
    await expectAccessible(page)
    await shots('not-open')
    await step('Prove').click()
    await expect(button('Complete although something is left')).toBeDisabled()
    await page.screenshot({ path: 'test-results/privacy-copies-prove.png' })
    await gatehouse.close()
  })

  await test.step('both are back: what is left is deleted, and the request ends', async () => {
    await rm(mirror)
    await rename(`${mirror}-away`, mirror)
    await rename(away, stick)
    await launch(userData)
    await goTo(`/privacy/${request.id}`)
    await step('Local copies').click()
    await button('Clear again').click()
    await expect(line('Search index')).toHaveAttribute('data-result', 'done')
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await button(/^Delete \d files for good/).click()
    await expect(line('Saved vouchers')).toContainText('deleted')
    await expect(line('Exported files')).toContainText('2 removed')
    expect(readdirSync(stick)).toEqual([])
    await page.screenshot({ path: 'test-results/privacy-copies-back.png' })
    await step('Prove').click()
    await page.screenshot({ path: 'test-results/privacy-copies-end.png' })
  })
})
