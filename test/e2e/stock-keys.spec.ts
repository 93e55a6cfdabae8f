import { expect, test } from '@playwright/test'
import { beginJourney, type Journey } from '../support/journey'

/** Stock is kept without a hand on the mouse. */

let journey: Journey

test.beforeAll(async () => {
  journey = await beginJourney({ orders: 20 })
})
test.afterAll(() => journey.end())

const row = (label: string) => journey.page.getByRole('row', { name: `DEMO ${label} ` })
const cell = (label: string, column: string) => row(label).locator(`[col-id="${column}"]`)

/** From the row that has the keyboard. */
async function goDownTo(label: string): Promise<void> {
  const { page } = journey
  const current = page.locator('.ag-row:has(.ag-cell:focus)')
  const position = async () => Number(await current.getAttribute('row-index'))
  const wanted = Number(await row(label).getAttribute('row-index'))
  for (let at = await position(); at < wanted; at++) {
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(`.ag-row[row-index="${at + 1}"] .ag-cell:focus`)).toBeVisible()
  }
  await expect(row(label).locator('.ag-cell:focus')).toBeVisible()
}

test('by the keyboard alone a number is filled down, taken back, put back and saved, and the list says by whom', async () => {
  const { page, sandbox } = journey
  const { keyboard } = page
  const changes = async () => (await sandbox.commands()).filter(({ path }) => path.includes('/stock/'))
  await keyboard.press('g')
  await keyboard.press('k')
  await expect(row('Plenty')).toBeVisible()
  const before = {
    by: await cell('Low', 'modifiedBy').innerText(),
    at: await cell('Low', 'modified').innerText(),
  }
  expect(before.by).toMatch(/\w/)
  await expect(cell('Low', 'available')).toHaveText('3')
  await expect(cell('Oversold', 'available')).toHaveText('-3')

  await keyboard.press('j')
  for (const label of ['Plenty', 'Low', 'Oversold']) {
    await goDownTo(label)
    await keyboard.press(' ')
    await expect(row(label)).toHaveAttribute('aria-selected', 'true')
  }
  await keyboard.press('ControlOrMeta+D')
  await expect(cell('Low', 'available')).toHaveText('3 → 400')
  await expect(cell('Oversold', 'available')).toHaveText('-3 → 400')
  await expect(cell('Plenty', 'available')).toHaveText('400')

  await keyboard.press('ControlOrMeta+Z')
  await expect(cell('Low', 'available')).toHaveText('3')
  await expect(cell('Oversold', 'available')).toHaveText('-3')
  await keyboard.press('ControlOrMeta+Shift+Z')
  await expect(cell('Oversold', 'available')).toHaveText('-3 → 400')
  expect(await changes()).toEqual([])

  await keyboard.press('ControlOrMeta+S')
  const save = page.getByRole('button', { name: 'Save 2 changes' })
  await expect(save).toBeEnabled()
  // Nothing is asked: the keyboard is not on what sends.
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Close' }).last()).toBeFocused()
  // Both halves of a double click, before the first can be drawn as busy: one save, and nothing is told as not sent.
  await save.evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await expect(page.getByText('Rows sent: 2 saved, 0 open, 0 not saved')).toBeVisible()
  await expect(cell('Low', 'state')).toContainText('Saved')
  await expect(cell('Oversold', 'state')).toContainText('Saved')
  await expect(cell('Low', 'available')).toHaveText('400')
  expect(await changes()).toHaveLength(2)
  await expect(cell('Low', 'modified')).not.toHaveText(before.at)
  await expect(cell('Low', 'modifiedBy')).not.toHaveText(before.by)
  await expect(cell('Low', 'modifiedBy')).toHaveText(/\w/)
  // By the clock of the desk, and as it was sent on hover.
  await cell('Low', 'modified').hover()
  const sent = await page.locator('.ag-tooltip').innerText()
  expect(sent).toMatch(/^\d{4}-.*[+-]\d\d:\d\d$/)
  const [clock = ''] = /\d\d:\d\d/.exec(new Date(sent).toTimeString()) ?? []
  await expect(cell('Low', 'modified')).toContainText(clock)
})

test('a note about what was typed stands above the line with the button that saves', async () => {
  const { page } = journey
  await cell('Plenty', 'available').click()
  await page.keyboard.type('-4')
  await page.keyboard.press('Enter')
  const note = page.getByRole('alert').filter({ hasText: 'Stock cannot go below zero' })
  await expect(note).toBeVisible()
  await expect(cell('Plenty', 'available')).toHaveText('400')
  const save = await page.getByRole('button', { name: 'Save changes' }).boundingBox()
  await expect
    .poll(async () => {
      const box = await note.boundingBox()
      return box && save && box.y + box.height <= save.y
    })
    .toBe(true)

  // The next takes its place long before its time is over: they do not pile up over the rows.
  await cell('Low', 'available').click()
  await page.keyboard.type('1e')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'This is not a whole number' })).toBeVisible()
  await expect(note).toBeHidden({ timeout: 3_000 })
  await expect(cell('Low', 'available')).toHaveText('400')
})

test('saving begins on what is asked, and says that nothing can be saved while all of it is', async () => {
  const { page, sandbox } = journey
  const { keyboard } = page
  const sent = await sandbox.commands()
  await cell('Plenty', 'available').click()
  await keyboard.type('199')
  await keyboard.press('Enter')
  await keyboard.press('ControlOrMeta+S')
  const dialog = page.getByRole('dialog', { name: 'Save changes' })
  await expect(dialog.getByText('No row can be saved as it stands. 1 question is open.')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: /goes down by more than half/ })).toBeFocused()
  await keyboard.press('Space')
  await expect(dialog.getByText('1 row is changed, with one request.')).toBeVisible()
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await sandbox.commands()).toEqual(sent)
  await keyboard.press('ControlOrMeta+Z')
  await expect(cell('Plenty', 'available')).toHaveText('400')
})

test('the keyboard comes back to the list from a button that has nothing more to do, and takes the step back there', async () => {
  const { page } = journey
  const { keyboard } = page
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const focused = (label: string) => row(label).locator('.ag-cell:focus')
  await cell('Plenty', 'available').click()
  await keyboard.type('399')
  await keyboard.press('Enter')
  await expect(cell('Plenty', 'available')).toHaveText('400 → 399')
  await button('Discard changes').focus()
  await keyboard.press('Enter')
  await expect(cell('Plenty', 'available')).toHaveText('400')
  await expect(focused('Low')).toBeVisible()
  await keyboard.press('ControlOrMeta+Z')
  await expect(cell('Plenty', 'available')).toHaveText('400 → 399')
  await button('Redo').focus()
  await keyboard.press('Enter')
  await expect(cell('Plenty', 'available')).toHaveText('400')
  await expect(focused('Low')).toBeVisible()
})
