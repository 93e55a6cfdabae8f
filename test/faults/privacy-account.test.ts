// A request belongs to the account that it was begun as: with another one it is not worked with, and with every profile of it
// what it came to can be read. Over real HTTP against the real sandbox.

import { ok } from '@shared/kernel/result'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countPending } from '../../electron/features/privacy'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { forgotten, guestArrival } from '../support/forgotten-guest'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let desk: ReturnType<typeof openPrivacyDesk>
let order: string
/** Where each profile works; those that are not in it are gone. */
let accounts: Map<string, string>

const tours = 'canal-tours at the vendor'
const other = 'harbour-tours at the vendor'
const colleague = 'support-desk'

beforeEach(async () => {
  server = await startTestSandbox({ orders: 20, faultToken: FAULT_TOKEN })
  order = JSON.parse((await controlOf(server).call('POST', '/orders', guestArrival())).text).reference
  accounts = new Map([[profileId, tours]])
  desk = openPrivacyDesk(server.base, { accountOf: (profile) => accounts.get(profile) })
})
afterEach(async () => {
  await desk.stop()
  await server.sandbox.close()
})

const found = async (): Promise<string> => {
  const id = await desk.asked({ emails: [forgotten.email] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  expect(request.orders).toMatchObject([{ reference: order, chosen: true }])
  return id
}
const erased = async (): Promise<string> => {
  const id = await found()
  const { contacts } = await desk.request(id)
  const uids = contacts.map(({ uid }) => uid)
  value(await desk.privacy.chooseFound({ ...desk.at(id), orders: [], contacts: uids, chosen: false }, caller))
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference: order, state: 'erased' }])
  return id
}
const ended = async (): Promise<string> => {
  const id = await erased()
  value(await desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller))
  const acceptLeft = 'It is to end all the same'
  const { request } = value(await desk.privacy.completeRequest({ ...desk.at(id), acceptLeft }, caller))
  expect(request.state).toBe('completed')
  return id
}
const rows = async (profile: string) => value(await desk.privacy.listRequests({ profile }, caller)).requests
const asked = async (profile: string) =>
  value(await desk.privacy.wasErased({ profile, emails: [forgotten.email], phones: [] }, caller)).requests

describe('a request whose profile works as another account by now', () => {
  const steps = {
    searched: (id: string) => desk.privacy.findPerson(desk.at(id), caller),
    reviewed: (id: string) => desk.privacy.reviewErasure(desk.at(id), caller),
    planned: (id: string) => desk.privacy.planErasure(desk.at(id), caller),
    'erased of contacts': (id: string) => desk.privacy.eraseContacts({ ...desk.at(id), count: 1 }, caller),
    verified: (id: string) => desk.privacy.verifyErasure(desk.at(id), caller),
    exported: (id: string) => desk.privacy.exportPerson({ ...desk.at(id), as: 'json' }, caller),
    cleared: (id: string) => desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller),
    completed: (id: string) =>
      desk.privacy.completeRequest({ ...desk.at(id), acceptLeft: 'So be it' }, caller),
    withdrawn: (id: string) => desk.privacy.withdrawRequest(desk.at(id), caller),
  } satisfies Record<string, (id: string) => unknown>

  test.each(Object.entries(steps))('is not %s, and stays as it was', async (_, step) => {
    const id = await found()
    const before = await desk.request(id)
    const sent = (await controlOf(server).arrivals()).length
    accounts.set(profileId, other)
    expect(await step(id)).toMatchObject({
      ok: false,
      error: {
        code: 'BEGUN_ELSEWHERE',
        changed: 'no',
        params: { number: before.number, profile: 'Canal Tours' },
      },
    })
    expect(await desk.request(id)).toEqual(before)
    expect(await controlOf(server).arrivals()).toHaveLength(sent)
  })

  test('is not erased by a plan that was made before', async () => {
    const id = await found()
    const { id: plan, toSend = 0 } = await desk.planned(id)
    accounts.set(profileId, other)
    const started = await desk.privacy.startErasure({ ...desk.at(id), plan, count: toSend }, caller)
    expect(started).toMatchObject({ ok: false, error: { code: 'BEGUN_ELSEWHERE' } })
    expect(await controlOf(server).arrivals('PUT')).toEqual([])
  })

  test('goes on once it works there again', async () => {
    const id = await found()
    accounts.set(profileId, other)
    expect(await desk.privacy.planErasure(desk.at(id), caller)).toMatchObject({ ok: false })
    accounts.set(profileId, tours)
    expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference: order, state: 'erased' }])
  })
})

describe('a request that has ended', () => {
  test('is listed, read and answered for with another profile of its account, after its own is gone', async () => {
    const id = await ended()
    accounts = new Map([[colleague, tours]])
    expect(await rows(colleague)).toMatchObject([{ id, state: 'completed' }])
    const { request } = value(await desk.privacy.getRequest({ profile: colleague, request: id }, caller))
    expect(request.certificate?.body.orders).toMatchObject([{ reference: order, result: 'erased' }])
    expect(await asked(colleague)).toMatchObject([{ number: request.number }])
  })

  test('is neither shown nor answered for with a profile of another account', async () => {
    const id = await ended()
    accounts.set(colleague, other)
    expect(await rows(colleague)).toEqual([])
    expect(await desk.privacy.getRequest({ profile: colleague, request: id }, caller)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
    expect(await asked(colleague)).toEqual([])
  })
})

test('a request that goes on is worked with where it was begun, and not with another profile of the account', async () => {
  const id = await found()
  accounts.set(colleague, tours)
  expect(await rows(colleague)).toEqual([])
  const at = { profile: colleague, request: id }
  expect(await desk.privacy.findPerson(at, caller)).toMatchObject({ error: { code: 'NOT_FOUND' } })
  expect(await rows(profileId)).toMatchObject([{ id }])
})

describe('requests that are pending', () => {
  test('are counted until they end, and not those of another profile', async () => {
    expect(await countPending(desk.journal, profileId)).toEqual(ok(0))
    const id = await found()
    await found()
    expect(await countPending(desk.journal, profileId)).toEqual(ok(2))
    expect(await countPending(desk.journal, colleague)).toEqual(ok(0))
    value(await desk.privacy.withdrawRequest(desk.at(id), caller))
    expect(await countPending(desk.journal, profileId)).toEqual(ok(1))
  })

  test('are not in the way of the account that they were begun as', async () => {
    await found()
    expect(await countPending(desk.journal, profileId, other)).toEqual(ok(1))
    expect(await countPending(desk.journal, profileId, tours)).toEqual(ok(0))
  })

  test('of which none is known while the journal cannot be read are not said to be none', async () => {
    await found()
    const locked = { ...desk.journal, open: async () => ({ state: 'unusable', why: 'store-down' }) as const }
    expect(await countPending(locked, profileId)).toMatchObject({ ok: false, error: { code: 'NO_JOURNAL' } })
  })
})
