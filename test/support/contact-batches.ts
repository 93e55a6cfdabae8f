import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { ContactDocument } from '../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'
import { profileId } from './api-client'
import { caller, openBatchDesk, value } from './batch-desk'
import { type ReturningGuest, returningGuests } from './returning-guests'

/** A sandbox with guests who came again, for tests of batches over the orders of a contact. */
export interface ContactBatches {
  readonly server: TestClient
  readonly control: ReturnType<typeof controlOf>
  readonly guests: readonly ReturningGuest[]
  /** A file of its own for a journal. */
  readonly journalPath: (name: string) => string
}

/** One for all tests of a file; every test begins with the sandbox as it was made. Read it inside of tests only. */
export function contactBatches(): ContactBatches {
  const suite: { server?: TestClient; guests?: readonly ReturningGuest[] } = {}
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-contact-batches-'))
  const begun = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('the sandbox is not there yet')
    return part
  }
  const batches: ContactBatches = {
    get server() {
      return begun(suite.server)
    },
    get control() {
      return controlOf(begun(suite.server))
    },
    get guests() {
      return begun(suite.guests)
    },
    journalPath: (name) => join(folder, `${name}.db`),
  }
  beforeAll(async () => {
    suite.server = await startTestSandbox({ orders: 3_000, faultToken: FAULT_TOKEN })
    suite.guests = await returningGuests(suite.server)
  })
  afterEach(async () => {
    await batches.control.clear()
    await batches.server.sandbox.reset()
    await batches.control.call('DELETE', '/ledger')
  })
  afterAll(async () => {
    expect(batches.server.sandbox.violations).toEqual([])
    await batches.server.sandbox.close()
    rmSync(folder, { recursive: true })
  })
  return batches
}

/** The newest version of a contact, as the server has it. */
export const contactAt = async ({ server }: ContactBatches, uid: string): Promise<ContactDocument> =>
  JSON.parse((await server.get(`/contacts/${uid}`)).text).data.items[0]

/** Starts a plan as it was shown. Answers the batch. */
export const startPlan = async (desk: ReturnType<typeof openBatchDesk>, plan: string): Promise<string> =>
  value(await desk.handlers.startBatch({ profile: profileId, plan }, caller)).batch

/** Begins a batch at a desk that ends in the middle of it, twice, and goes on from its file each time. */
export async function startAndInterrupt(
  { server, control }: ContactBatches,
  path: string,
  plan: (desk: ReturnType<typeof openBatchDesk>) => Promise<{ id: string }>,
) {
  let desk = openBatchDesk(server.base, path)
  await control.fault({ kind: 'delay', method: 'PUT', delayMs: 60, count: 0 })
  const id = await startPlan(desk, (await plan(desk)).id)
  for (let restart = 0; restart < 2; restart++) {
    await new Promise((resolve) => setTimeout(resolve, 80))
    desk.journal.stop()
    desk.file.close()
    desk = openBatchDesk(server.base, path)
    await desk.journal.open()
  }
  return desk.settled(id)
}
