import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { beginJourney, type Journey } from '../support/journey'
import { enter, tabTo, typeInto } from '../support/tab-to'

/** Contacts are kept without a hand on the mouse, and the keyboard is never lost. */

let journey: Journey

test.beforeAll(async () => {
  journey = await beginJourney({ orders: 400 })
})
test.afterAll(() => journey.end())

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => journey.page.keyboard.press(key)), Promise.resolve())
const dialog = () => journey.page.getByRole('dialog')
const heading = (name: string | RegExp) => journey.page.getByRole('heading', { level: 1, name })
const search = () => journey.page.getByRole('textbox', { name: 'Search in what was read' })
const change = () => journey.page.getByRole('button', { name: 'Change…' })
const focusedCellOf = (name: string) =>
  journey.page.getByRole('row', { name: new RegExp(name) }).locator('.ag-cell:focus')

test('by the keyboard alone a contact is found, changed and told of, and the keyboard is where it was after each step', async () => {
  const { page, sandbox } = journey
  const order = await sandbox.orderNamed('DEMO-CONTACT-REVISED')
  const uid = order.order_contacts?.[0]?.contact_uid ?? ''
  const before = await sandbox.contact(uid)
  expect(before).toMatchObject({ contact_name_first: 'Rosa', contact_name_last: 'Revised-Jansen' })
  const replacements = async () => (await sandbox.commands()).filter(({ path }) => path.endsWith(uid))

  await test.step('the list is reached, narrowed to one type, and searched', async () => {
    await press('g', 't')
    await expect(heading('Contacts')).toBeVisible()
    await typeInto(page.getByRole('combobox', { name: 'Type of contact' }), 'Book')
    await press('ArrowDown', 'Enter')
    await expect(page.getByText(/^200 of \d+ contacts read$/)).toBeVisible()
    await press('Escape')
    await tabTo(page.getByRole('button', { name: 'Account', exact: true }))
    await press('/')
    await page.keyboard.type('Revised-Jansen')
    await expect(page.getByText(/^0 found in the 200 read so far/)).toBeVisible()
  })

  await test.step('whoever reads the rest goes on in the search, and down to the row wherever the list was scrolled to', async () => {
    // On the way down the list is scrolled sideways by its headings.
    await enter(page.getByRole('button', { name: 'Read the rest and search it' }).last())
    await expect(page.getByText(/^1 found in all \d+$/)).toBeVisible()
    await expect(search()).toBeFocused()
    await press('ArrowDown')
    await expect(focusedCellOf('Revised-Jansen')).toBeVisible()
    await press('Enter')
    await expect(heading('Rosa Revised-Jansen')).toBeFocused()
  })

  await test.step('a change that is thought better of gives the keyboard back, and nothing is sent', async () => {
    await press('e')
    await expect(dialog().getByLabel('Last name')).toHaveValue('Revised-Jansen')
    await expect(dialog().getByLabel('First name')).toBeFocused()
    await press('Escape')
    await expect(heading('Rosa Revised-Jansen')).toBeFocused()
    await enter(change())
    await tabTo(dialog().getByLabel('Last name'))
    await press('ControlOrMeta+A')
    await page.keyboard.type('Never')
    await press('ControlOrMeta+Enter')
    const what = dialog().getByRole('heading', { name: '1 change of the contact' })
    await expect(what).toBeFocused()
    await enter(dialog().getByRole('button', { name: 'Back' }))
    await expect(dialog().getByLabel('Last name')).toHaveValue('Never')
    await expect(dialog().locator(':focus')).toBeVisible()
    // What was typed is not dropped without being asked about, and the key that submits does not reach the form below.
    const question = page.getByRole('dialog', { name: 'Discard changes?' })
    await press('Escape')
    await expect(question.getByRole('button', { name: 'Keep editing' }).last()).toBeFocused()
    await expectAccessible(page, '[role="dialog"]')
    await press('ControlOrMeta+Enter', 'Enter')
    await expect(question).toBeHidden()
    await expect(dialog().getByLabel('Last name')).toHaveValue('Never')
    await expect(what).toBeHidden()
    await expect(dialog().locator(':focus')).toBeVisible()
    await press('Escape')
    await expect(question).toBeVisible()
    await press('Escape')
    await expect(question).toBeHidden()
    await expect(dialog().getByLabel('Last name')).toHaveValue('Never')
    // Nor with the window.
    const { app } = journey.gatehouse
    await app.evaluate(({ BrowserWindow, dialog: native }) => {
      native.showMessageBoxSync = () => {
        Object.assign(globalThis, { askedToLeave: true })
        return 0
      }
      BrowserWindow.getAllWindows()[0]?.close()
    })
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'askedToLeave'))).toBe(true)
    await press('Escape')
    await enter(question.getByRole('button', { name: 'Discard', exact: true }))
    await expect(dialog()).toBeHidden()
    await expect(change()).toBeFocused()
    expect(await replacements()).toEqual([])
    expect(await sandbox.contact(uid)).toEqual(before)
  })

  await test.step('what changes is shown before it is sent, and what came of it is told', async () => {
    await press('Enter')
    await tabTo(dialog().getByLabel('Last name'))
    await press('ControlOrMeta+A')
    await page.keyboard.type('Visser')
    await press('ControlOrMeta+Enter')
    await expect(dialog().getByRole('heading', { name: '1 change of the contact' })).toBeFocused()
    const shown = dialog().getByRole('listitem').filter({ hasText: 'Last name' }).last()
    await expect(shown).toHaveText('Last namewas Revised-Jansen→now Visser')
    // Plain Enter does not act.
    await tabTo(dialog().getByRole('button', { name: 'Change the contact' }))
    await press('Enter')
    expect(await replacements()).toEqual([])
    await expect(dialog().getByRole('button', { name: 'Change the contact' })).toBeEnabled()
    await press('ControlOrMeta+Enter')
    await expect(dialog().getByRole('heading', { name: 'The contact is changed.' })).toBeFocused()
    await expect(dialog().getByText(/came back as it was sent, as version/)).toBeVisible()
    expect(await replacements()).toHaveLength(1)
    await enter(dialog().getByRole('button', { name: 'Close' }).last())
    await expect(change()).toBeFocused()
    await expect(heading('Rosa Visser')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('back in a list that finds it no more the search has the keyboard, and another search brings it', async () => {
    await press('Escape')
    await expect(page.getByText(/^0 found in all \d+$/)).toBeVisible()
    await expect(search()).toBeFocused()
    await press('Escape')
    await expect(search()).toHaveValue('')
    await page.keyboard.type('Visser rosa.jansen')
    await expect(page.getByText(/^1 found in all \d+$/)).toBeVisible()
    await press('ArrowDown')
    await expect(focusedCellOf('Visser')).toBeVisible()
  })

  await test.step('a page that was opened from a row or a link leads back to it', async () => {
    await press('Enter')
    await expect(heading('Rosa Visser')).toBeFocused()
    await press('Escape')
    await expect(focusedCellOf('Visser')).toBeVisible()
    const doubles = page.getByRole('link', { name: 'Likely doubles' })
    await enter(doubles)
    await expect(heading('Likely doubles')).toBeFocused()
    await press('Escape')
    await expect(doubles).toBeFocused()
  })
})
