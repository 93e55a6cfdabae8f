import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, showScheme } from '../support/axe'
import { filesHolding } from '../support/byte-search'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { readPdf } from '../support/pdf'
import { type Sandbox, startSandbox } from '../support/sandbox'
import { enter, tabTo, typeInto } from '../support/tab-to'

/** A request to be forgotten, from writing it down to its certificate (rules 190, 192, 193, 197, 198). */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 400 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const field = (name: string | RegExp) => page.getByRole('textbox', { name })
const shot = (name: string) => page.screenshot({ path: `test-results/privacy-${name}.png` })

/** Answers every dialog for files with one in the folder of this run. */
async function saveAs(name: string): Promise<string> {
  const file = join(gatehouse.userData, name)
  await gatehouse.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, file)
  return file
}

/** A PDF that has pages, on which the letters of these words are drawn. */
async function expectPrinted(name: string, words: string) {
  const { pages, characters } = readPdf(await readFile(join(gatehouse.userData, name)))
  expect(pages).toBeGreaterThan(0)
  expect([...words].filter((sign) => sign !== ' ' && !characters.has(sign))).toEqual([])
}

/** Types the number that the button names, and confirms. */
async function typeAndPress(name: RegExp, what: 'orders' | 'contacts') {
  const act = button(name)
  await expect(act).toBeDisabled()
  const [count = ''] = /\d+/.exec((await act.textContent()) ?? '') ?? []
  await typeInto(field(new RegExp(`^Type ${count}, the number of ${what}`)), count)
  await expect(act).toBeEnabled()
  // Plain Enter does not reach what nothing brings back.
  await page.keyboard.press('Control+Enter')
}

test('without a mouse a guest is found, reviewed, erased, verified and proven gone, and their name is in no title or address @long', async () => {
  test.setTimeout(300_000)
  const [mine, namesake] = await Promise.all([
    sandbox.orderNamed('DEMO-ERASE-1'),
    sandbox.orderNamed('DEMO-ERASE-NAMESAKE'),
  ])
  await page.evaluate(() => {
    location.hash = '#/privacy'
  })
  await expect(page.getByRole('heading', { name: 'Nobody has asked to be forgotten' })).toBeVisible()
  await shot('empty')

  await enter(button('New request').first())
  await enter(button('Save the request'))
  await expect(page.getByText('Give a name, an e-mail address')).toBeVisible()
  await typeInto(field('Name'), 'Elske Vandermolen-Østby')
  await typeInto(field('E-mail addresses'), 'elske.vandermolen@erase.example.com')
  await typeInto(field('Phone numbers'), '+31201234987')
  await page.getByLabel('Date of birth').fill('1987-05-14')
  await typeInto(field('How identity was checked'), 'Called back on the number of the order')
  await expectAccessible(page)
  await shot('form')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Find orders and contacts' })).toBeVisible()
  await enter(page.getByRole('button', { name: 'Search', exact: true }))
  const row = (reference: string) => page.getByRole('row').filter({ hasText: reference })
  const tick = (reference: string) => page.getByRole('checkbox', { name: `Erase ${reference}` })
  await expect(tick(mine.order_reference)).toBeChecked({ timeout: 60_000 })
  await expect(row(namesake.order_reference)).toContainText('Someone else')
  await expect(tick(namesake.order_reference)).not.toBeChecked()
  await expectAccessible(page)
  await shot('find')

  await enter(button('Review what was chosen'))
  await expect(page.getByText(/can be erased now/)).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await shot('review')
  await saveAs('person.pdf')
  await enter(button('Save as PDF…'))
  await expect(page.getByText('Saved as person.pdf')).toBeVisible({ timeout: 60_000 })
  await expectPrinted('person.pdf', mine.order_reference)
  await enter(button('Retention rules…'))
  await expect(page.getByRole('dialog', { name: 'Retention rules' })).toBeVisible()
  await expectAccessible(page)
  await shot('retention')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await enter(button('Go on to erase'))
  await enter(button(/^Prepare the erasure of/))
  await expect(button(/^Erase the guest of/)).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await shot('confirm')
  await typeAndPress(/^Erase the guest of/, 'orders')
  await expect(page.getByText('Erased', { exact: true }).first()).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText('Under way')).toHaveCount(0, { timeout: 90_000 })
  await typeAndPress(/^Overwrite/, 'contacts')
  // Earlier revisions hold what they held, out of reach of every call (rule 190): named, with whom to ask.
  await expect(page.getByText('No call reaches earlier versions.').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Under way')).toHaveCount(0, { timeout: 60_000 })
  await expectAccessible(page)
  await shot('erase')

  await enter(button('Go on to local copies'))
  await enter(button('Clear the copies'))
  await expect(page.getByText('Journal of operations')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)
  await shot('copies')
  expect(await page.title()).not.toContain('Elske')
  expect(page.url()).not.toContain('lske')

  await enter(button('Go on to the proof'))
  await typeInto(
    field('Why it may be completed although something is left'),
    'Held back until their travel is over',
  )
  await enter(button('Complete although something is left'))
  await expect(page.getByRole('heading', { name: 'Certificate' })).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText('Elske')).toHaveCount(0)
  await expectAccessible(page)
  await shot('certificate')

  await expect(page.getByText('Places that were searched')).toBeVisible()
  await saveAs('certificate.pdf')
  await enter(button('Save as PDF…'))
  await expect(page.getByText('Saved as certificate.pdf')).toBeVisible({ timeout: 60_000 })
  await expectPrinted('certificate.pdf', 'Certificate of erasure')
  const file = await saveAs('certificate.json')
  await enter(button('Save as JSON…'))
  await expect(page.getByText('Saved as certificate.json')).toBeVisible()
  expect(await readFile(file, 'utf8')).not.toMatch(/Elske|vandermolen/i)

  await enter(page.getByRole('link', { name: 'Check a certificate or an erasure' }).last())
  await enter(button('Choose a file…'))
  await expect(page.getByText('This installation signed it')).toBeVisible()
  await typeInto(field('E-mail address'), 'Elske.Vandermolen@erase.example.com')
  await enter(button('Look it up'))
  await expect(
    page.getByText(/Asked in request \d{4}-\d+.*not everything is verified as erased/),
  ).toBeVisible()
  await tabTo(field('E-mail address'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('somebody@else.example.com')
  await enter(button('Look it up'))
  await expect(page.getByText('No request of this profile that has ended was about this.')).toBeVisible()
  await expectAccessible(page)
  await shot('checks')
})

test('what is held of a person with more than 3 MB is printed to its end, and nothing of it stays on the disk @long', async () => {
  test.setTimeout(240_000)
  const words = 'Marjolijne asked for a quiet table again. '
  for (const last of ['', '', 'ẅẍ'])
    await sandbox.arrive({
      ...{ product: '62501', days: -9, settlement: 'VENUE', note: `${words.repeat(27_000)}${last}` },
      guest: { first: 'Marjolijne', last: 'Zeldenrust', email: 'marjolijne@large.example.com' },
    })
  await saveAs('large.pdf')
  const exported = await page.evaluate(async () => {
    const ask = async (name: string, input: object) => {
      const answer = (await window.gatehouse.call(name, JSON.stringify(input))) as {
        ok: boolean
        value: { active: string; request: { id: string } }
      }
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return answer.value
    }
    const { active: profile } = await ask('profiles.listProfiles', {})
    const subject = { emails: ['marjolijne@large.example.com'], phones: [], references: [] }
    const form = { subject, receivedOn: '2026-11-01' }
    const { request } = await ask('privacy.createRequest', { profile, form })
    await ask('privacy.findPerson', { profile, request: request.id })
    return ask('privacy.exportPerson', { profile, request: request.id, as: 'pdf' })
  })
  expect(exported).toEqual({ savedAs: 'large.pdf', orders: 3 })
  await expectPrinted('large.pdf', 'Marjolijne ẅẍ')
  await rm(join(gatehouse.userData, 'large.pdf'))
  expect(await filesHolding(gatehouse.userData, ['marjolijne', 'zeldenrust'])).toEqual([])
})

test('a request that is overdue says so in the list, on its page and beside Privacy, until it is withdrawn @long', async () => {
  const badge = page.getByText('1 request is due or nearly so')
  await page.evaluate(() => {
    location.hash = '#/privacy'
  })
  await expect(button('New request').first()).toBeVisible()
  await expect(badge).toHaveCount(0)
  await button('New request').first().click()
  await field('Name').fill('Bo Achterberg')
  await page.getByLabel('Received on').fill('2026-01-15')
  await expect(page.getByLabel('Due on')).toHaveValue('2026-02-15')
  // What was written is there again after a look elsewhere, with a key or a click.
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  await page.getByRole('link', { name: 'Privacy', exact: true }).click()
  await button('New request').first().click()
  await expect(field('Name')).toHaveValue('Bo Achterberg')
  await expect(page.getByLabel('Due on')).toHaveValue('2026-02-15')
  // Both halves of a double click, before the first can be drawn as busy, write it down once.
  await button('Save the request').evaluate((save: HTMLButtonElement) => {
    save.click()
    save.click()
  })
  await expect(page.getByRole('article').getByText(/^Overdue by \d+ days$/)).toBeVisible()
  await expect(badge).toHaveCount(1)
  await shot('overdue')

  await page.getByRole('link', { name: 'All requests' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Bo Achterberg' })).toHaveCount(1)
  await expect(page.getByRole('row').filter({ hasText: 'Bo Achterberg' })).toContainText('Overdue by')
  await expectAccessible(page)
  await shot('list')
  await page.getByText('Bo Achterberg').dblclick()
  await button('Correct…').click()
  await field('Note').fill('Called twice.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Discard changes?' })).toBeVisible()
  await page.getByText('Keep editing').click()
  await expect(field('Note')).toHaveValue('Called twice.')
  await button('Save the changes').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('Called twice.')).toBeVisible()
  await button('Withdraw…').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await shot('withdraw')
  await button('Withdraw the request').click()
  await expect(page.getByText('This request was withdrawn.')).toBeVisible()
  await expect(badge).toHaveCount(0)
})

test('a search that did not reach everything says so at every step, and can be stopped @long', async () => {
  const shots = async (name: string) => {
    for (const scheme of ['light', 'dark'] as const) {
      await showScheme(page, scheme)
      await shot(`${name}-${scheme}`)
    }
    await showScheme(page, undefined)
  }
  await sandbox.fault({ kind: 'status', method: 'GET', path: '/contacts', status: 500, count: 0 })
  await page.evaluate(() => {
    location.hash = '#/privacy/new'
  })
  await field('E-mail addresses').fill('nobody.at.all@nowhere.example.com')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByText('Contacts at the server: not searched.')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Not everything was searched, so nobody knows')).toBeVisible()
  await expect(page.getByText('Nothing was found')).toHaveCount(0)
  await expectAccessible(page)
  await shots('gap')
  await button('5 Prove').click()
  await expect(page.getByText('Contacts at the server: not searched to the end.')).toBeVisible()
  await expect(button('Complete although something is left')).toBeDisabled()
  await expectAccessible(page)
  await shots('gap-prove')

  await sandbox.clearFaults()
  await sandbox.fault({ kind: 'delay', method: 'GET', path: '/contacts', delayMs: 20_000, count: 0 })
  await button('1 Find').click()
  await button('Search again').click()
  await expect(page.getByText(/^Searching/)).toBeVisible()
  await shots('searching')
  await button('Stop').click()
  await expect(page.getByText('Contacts at the server: not searched. It was stopped.')).toBeVisible()

  await sandbox.clearFaults()
  await button('Search again').click()
  await expect(page.getByText('Nothing was found that may be about this person.')).toBeVisible({
    timeout: 60_000,
  })
})
