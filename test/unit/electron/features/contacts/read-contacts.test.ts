// Reading contacts over real HTTP against the real sandbox (endpoints.md, 37 and 38; rules 35, 55, 189).

import { type ContactPage, contactDifferences } from '@shared/features/contacts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSandboxDesk, orderNamed } from '../../../../support/sandbox-desk'
import { startTestSandbox, type TestClient, testClock } from '../../../sandbox/support/client'

const profile = 'test-profile'
const caller = { windowId: 1 }

const clock = testClock()
let server: TestClient
let desk: ReturnType<typeof openSandboxDesk>

beforeAll(async () => {
  server = await startTestSandbox({ orders: 700 }, clock)
  desk = openSandboxDesk(server, { timeoutMs: 10_000 })
})
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

const ask = async (filters: object = {}, page = 1, held?: ContactPage['revision']) => {
  const answer = await desk.contacts.listContacts({ profile, filters, page, ...(held && { held }) }, caller)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const list = async (filters: object = {}, page = 1) => {
  const answer = await ask(filters, page)
  if (answer.kind !== 'page') throw new Error('nothing was held')
  return answer
}
const uidOn = async (key: string) => (await orderNamed(server, key)).order_contacts?.[0]?.contact_uid ?? ''

describe('the list of contacts', () => {
  test('holds one role, and the pages of it together hold each contact once (rule 35)', async () => {
    const pages = [await list({ type: 'BOOKER' })]
    for (let last = pages[0]; last?.nextPage !== undefined; last = pages.at(-1)) {
      pages.push(await list({ type: 'BOOKER' }, last.nextPage))
    }
    const rows = pages.flatMap((page) => page.rows)
    expect(pages.length).toBeGreaterThan(1)
    expect(rows).toHaveLength(pages[0]?.total ?? 0)
    expect(new Set(rows.map(({ uid }) => uid)).size).toBe(rows.length)
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['BOOKER']))
  })

  test('is that of type CONTACT where no type is named, which is what the API does by itself', async () => {
    const { rows } = await list()
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ type }) => type === 'CONTACT')).toBe(true)
  })

  test('of an account that is not ours is empty, and there is no page after it', async () => {
    const { rows, total, nextPage } = await list({ type: 'BOOKER', distributorId: 'nobody' })
    expect({ rows, total, nextPage }).toEqual({ rows: [], total: 0, nextPage: undefined })
  })
})

describe('a page that is held', () => {
  test('is not sent again while no contact changed, and is once one did (rule 40)', async () => {
    clock.advance(5_000)
    const { revision } = await list({ type: 'BOOKER' })
    expect(revision).toBeDefined()
    expect(await ask({ type: 'BOOKER' }, 1, revision)).toMatchObject({ kind: 'unchanged' })
    // Of another question it says nothing.
    expect(await ask({ type: 'GUEST' }, 1, revision)).toMatchObject({ kind: 'page' })
    const uid = await uidOn('DEMO-CONTACT-BARE')
    const { text } = await server.get(`/contacts/${uid}`)
    const contact = { ...JSON.parse(text).data.items[0], contact_title: 'Dr.' }
    clock.advance(5_000)
    expect((await server.send('PUT', `/contacts/${uid}`, { data: { contact } })).status).toBe(200)
    clock.advance(5_000)
    expect(await ask({ type: 'BOOKER' }, 1, revision)).toMatchObject({ kind: 'page' })
  })
})

describe('a contact with its revisions', () => {
  const history = async (contact: string) => desk.contacts.getContactHistory({ profile, contact }, caller)

  test('comes newest first, and what a revision changed shows against the one before', async () => {
    const answer = await history(await uidOn('DEMO-CONTACT-REVISED'))
    if (!answer.ok) throw new Error(answer.error.code)
    const { versions } = answer.value
    expect(versions.length).toBeGreaterThan(1)
    expect(versions.map(({ contact_version }) => contact_version)).toEqual(
      versions.map((_, at) => versions.length - at),
    )
    expect(contactDifferences(versions[1], versions[0])).not.toEqual([])
  })

  test('that the module does not have is said to be not found', async () => {
    expect(await history('00000000-0000-4000-8000-000000000000')).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', changed: 'no' },
    })
  })
})
