import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { startSandbox, withSandbox } from '../sandbox'
import { firstRows, signedIn } from './applications'
import { benchBlocks } from './grid-block'
import { launch } from './launch'

/** Of so many orders the sandbox lists at least {@link rows} bookers: some guests come again. */
const orders = 70_000
/** Contacts that the list holds at least when it is measured. */
const rows = 50_000
/** That many pages come one after the other, at the pace of the client. */
const readingMs = 240_000

/**
 * The list of contacts with 50,000 rows in the application: how long it takes to read them all, and what a jump to a far
 * place in it takes.
 * @param main the packaged build's code
 */
export async function benchContacts(main: string, sandboxScript: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-bench-contacts-'))
  try {
    return await withSandbox(
      startSandbox(sandboxScript, orders, { contactOrders: orders }),
      async (sandbox) => {
        const gatehouse = await signedIn(main, path.join(folder, 'user-data'), sandbox)
        const { value } = await launch(gatehouse, async (app) => {
          const window = await firstRows(app)
          return { ...(await readAll(window)), block: await benchBlocks(window, 'name') }
        })
        return value
      },
    )
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Opens the list of bookers and reads it to its end. Answers how many there are and how long that took, in ms. */
async function readAll(window: Page): Promise<{ rows: number; readAllMs: number }> {
  await window.evaluate(() => {
    location.hash = '#/contacts'
  })
  await window.getByRole('combobox', { name: 'Type of contact' }).click()
  await window.getByRole('option', { name: 'Booker', exact: true }).click()
  await window.getByText(/^200 of [\d,.]+ contacts read$/).waitFor()
  const begun = performance.now()
  await window.getByRole('button', { name: 'Read all' }).click()
  const status = window.getByText(/^[\d,.]+ contacts$/)
  await status.waitFor({ timeout: readingMs })
  const readAllMs = performance.now() - begun
  const found = Number((await status.textContent())?.replace(/\D/g, ''))
  if (found < rows) throw new Error(`the list holds ${found} contacts and not ${rows}`)
  return { rows: found, readAllMs }
}
