// However often and wherever it is confirmed: one operation. Every kind, over real HTTP against the real sandbox.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { profileId } from '../support/api-client'
import { startApiServer, status } from '../support/api-server'
import { openSandboxDesk, orderNamed } from '../support/sandbox-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'
import { scenarios } from './reliability-scenarios'

let server: TestClient
let control: ReturnType<typeof controlOf>
let nowhere: string
beforeAll(async () => {
  server = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(server)
  const gone = await startApiServer(status(500))
  nowhere = `${gone.origin}/v3.8/distributor`
  await gone.close()
})
afterAll(() => server.sandbox.close())
beforeEach(() => server.sandbox.reset())
afterEach(() => control.clear())

describe.each(scenarios)('$kind', (scenario) => {
  /** The order in the state that it takes, and a desk that may be put out of reach of the server. */
  const prepared = async () => {
    const { order_reference } = await orderNamed(server, scenario.on)
    await scenario.prepare?.(server, order_reference)
    const order = await server.order(order_reference)
    await control.call('DELETE', '/ledger')
    const line = { isUp: true }
    const { file, ended, ...desk } = openSandboxDesk(server, {
      timeoutMs: 5_000,
      baseNow: () => (line.isUp ? server.base : nowhere),
    })
    const confirm = () => scenario.run({ api: desk.api, journal: () => desk.journal }, profileId, order)
    const entries = () => file.list({ profile: profileId }, undefined, 10).entries
    const carriedOut = async () => (await control.arrivals()).filter(({ committed }) => committed).length
    return { confirm, entries, ended, carriedOut, line }
  }

  test('confirmed twice at the same moment, by a double click or from two windows, is one operation', async () => {
    const { confirm, entries, ended, carriedOut } = await prepared()
    await control.fault({ method: scenario.method, path: scenario.path, kind: 'delay', delayMs: 200 })
    const answers = await Promise.allSettled([confirm(), confirm(), confirm()])
    const taken = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []))
    expect(taken).toHaveLength(1)
    expect(refused).toHaveLength(2)
    for (const reason of refused) expect(reason).toContain('ALREADY_IN_PROGRESS')
    expect((await ended(taken[0] ?? '')).state).toBe('done')
    expect(entries()).toHaveLength(1)
    expect(await carriedOut()).toBe(1)
  })

  test('confirmed while offline is not taken, and once there is a network again it is one operation', async () => {
    const { confirm, entries, ended, carriedOut, line } = await prepared()
    line.isUp = false
    await expect(confirm()).rejects.toThrow('OFFLINE')
    await expect(confirm()).rejects.toThrow('OFFLINE')
    expect(entries()).toEqual([])
    line.isUp = true
    expect((await ended(await confirm())).state).toBe('done')
    expect(entries()).toHaveLength(1)
    expect(await carriedOut()).toBe(1)
  })
})
