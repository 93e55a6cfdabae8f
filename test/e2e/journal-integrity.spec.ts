import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { call, cancel, cancellableTickets, firstProfile, operationOf } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse

test.beforeAll(async () => {
  test.setTimeout(120_000)
  sandbox = await startSandbox()
  gatehouse = await launchGatehouse({ env: sandbox.env })
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** Answers the dialogs of the operating system from now on, as a person would. */
const answerNatively = (filePath: string) =>
  gatehouse.app.evaluate(({ dialog }, path) => {
    dialog.showMessageBox = (async () => ({
      response: 1,
      checkboxChecked: false,
    })) as typeof dialog.showMessageBox
    dialog.showSaveDialog = (async () => ({
      canceled: false,
      filePath: path,
    })) as typeof dialog.showSaveDialog
  }, filePath)

test('the journal is verified and exported; deleted, it says what is missing, and goes on when a person accepts that @long', async () => {
  test.setTimeout(90_000)
  const csv = join(gatehouse.userData, 'operations.csv')
  const profile = await firstProfile(gatehouse.window)
  const [pair] = await cancellableTickets(sandbox, 1)
  if (!pair) throw new Error('no orders left')
  const answer = await cancel(gatehouse.window, sandbox, profile, pair[0])
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  const [id = ''] = answer.value.operations
  await expect.poll(async () => (await operationOf(gatehouse.window, id)).state).toBe('done')

  await answerNatively(csv)
  await gatehouse.window.getByRole('link', { name: 'Operations' }).click()
  await gatehouse.window.getByRole('button', { name: 'Export…' }).click()
  await expect(gatehouse.window.getByText('Saved as operations.csv')).toBeVisible()
  expect(await readFile(csv, 'utf8')).toContain(`${id},`)

  await gatehouse.window.getByRole('link', { name: 'Settings' }).click()
  await gatehouse.window.getByRole('button', { name: 'Verify the journal' }).click()
  await expect(gatehouse.window.getByText(/1 operation, 3 steps: unbroken since/)).toBeVisible()

  // What was recorded last is kept in the keychain on the way out.
  const { userData } = gatehouse
  await gatehouse.close()
  await rm(join(userData, 'journal', 'journal.db'))
  gatehouse = await launchGatehouse({ userData, env: sandbox.env })
  const { window } = gatehouse
  await window.getByRole('link', { name: 'Operations' }).click()
  await expect(window.getByText(/The journal's file was deleted\. Operations in it on .*: 1\./)).toBeVisible()
  await expect(window.getByRole('heading', { name: 'The journal was deleted' })).toBeVisible()
  await expect(window.getByText('No operations yet')).toHaveCount(0)
  await window.screenshot({ path: 'test-results/journal-deleted.png' })
  const refused = await cancel(window, sandbox, profile, pair[1])
  expect(refused).toMatchObject({ ok: false, error: { code: 'NO_JOURNAL', changed: 'no' } })
  expect(await sandbox.commands(pair[1].reference)).toHaveLength(1)

  await answerNatively(csv)
  await window.getByRole('button', { name: 'Settings', exact: true }).click()
  await window.getByRole('button', { name: 'Go on as it stands…' }).click()
  await expect(window.getByText('The journal goes on')).toBeVisible()
  await window.getByRole('button', { name: 'Verify the journal' }).click()
  await expect(window.getByText(/0 operations, 1 step: unbroken since/)).toBeVisible()
  expect(await call(window, 'operations.getJournalStatus', {})).toMatchObject({ value: { state: 'ready' } })
  expect(await cancel(window, sandbox, profile, pair[1])).toMatchObject({ ok: true })
})
