import { expect, test } from '@playwright/test'
import { type CancellableTicket, cancel, cancellableTickets, firstProfile } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

// One desk, one journal: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

let sandbox: Sandbox
let gatehouse: Gatehouse
let tickets: readonly (readonly [CancellableTicket, CancellableTicket])[]
let profile: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  sandbox = await startSandbox()
  // A minute of the schedule takes a tenth of a second; what is asked for can be undone for ten seconds.
  const env = { ...sandbox.env, GATEHOUSE_TIME_SCALE: '600', GATEHOUSE_UNDO_SECONDS: '10' }
  gatehouse = await launchGatehouse({ env })
  profile = await firstProfile(gatehouse.window)
  tickets = await cancellableTickets(sandbox, 2)
  await gatehouse.window.getByRole('link', { name: 'Operations' }).click()
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const ticket = (index: number): CancellableTicket => {
  const found = tickets[index]?.[0]
  if (!found) throw new Error('no orders left')
  return found
}

async function open(wanted: CancellableTicket) {
  const { window } = gatehouse
  const answer = await cancel(window, sandbox, profile, wanted)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  const grid = window.getByRole('grid', { name: 'Operations' })
  await grid.getByRole('gridcell', { name: `Ticket ${wanted.ticket}` }).dblclick()
  return window.getByRole('region', { name: /^Operation / })
}

/** Answers the dialogs of the operating system from now on, as a person would. */
const answerNatively = (button: number) =>
  gatehouse.app.evaluate(({ dialog }, response) => {
    Object.assign(globalThis, { asked: 0 })
    dialog.showMessageBox = (async () => {
      Object.assign(globalThis, { asked: Number(Reflect.get(globalThis, 'asked')) + 1 })
      return { response, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  }, button)

test('what was just asked for counts down and is undone before anything is sent', async () => {
  const detail = await open(ticket(0))
  await expect(detail.getByRole('timer')).toHaveText(/Sent in \d+ seconds/)
  await detail.getByRole('button', { name: 'Undo' }).click()
  await expect(detail.getByText('Taken back before anything was sent.')).toBeVisible()
  expect(await sandbox.commands(ticket(0).reference)).toEqual([])
})

test('what needs review shows its parts, and is settled by a person who confirms it natively', async () => {
  await sandbox.fault({ kind: 'status', method: 'DELETE', status: 500 })
  const detail = await open(ticket(1))
  await expect(detail.getByText('We could not find out whether this happened.')).toBeVisible({
    timeout: 60_000,
  })
  const parts = detail.getByRole('region', { name: 'Before and now' })
  await expect(parts.getByRole('row').filter({ hasText: ticket(1).ticket })).toContainText(
    'ConfirmedConfirmed',
  )
  await detail.getByRole('button', { name: 'It did not happen…' }).click()
  const { window } = gatehouse
  await window.getByRole('textbox', { name: 'How do you know?' }).fill('The supplier says so')
  await answerNatively(0)
  // Both halves of a double click, before the first can be drawn as busy, are asked about once.
  await window.getByRole('button', { name: 'Settle…' }).evaluate((settle: HTMLButtonElement) => {
    settle.click()
    settle.click()
  })
  await expect(window.getByText('Nothing was saved')).toBeVisible()
  expect(await gatehouse.app.evaluate(() => Reflect.get(globalThis, 'asked'))).toBe(1)
  await answerNatively(1)
  await window.getByRole('button', { name: 'Settle…' }).click()
  await expect(detail.getByText('Settled by hand as not carried out.')).toBeVisible()
  await expect(detail.getByText('The supplier says so')).toBeVisible()
  expect(await sandbox.commands(ticket(1).reference)).toHaveLength(1)
  // Its target is free again.
  expect(await cancel(window, sandbox, profile, ticket(1))).toMatchObject({ ok: true })
})
