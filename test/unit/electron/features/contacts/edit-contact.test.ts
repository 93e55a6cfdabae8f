import type { CancellableOrder } from '@shared/features/cancellations'
import type { contactsOperations } from '@shared/features/contacts'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeContactEdit } from '../../../../../electron/features/contacts'
import { createEditContact } from '../../../../../electron/features/contacts/edit-contact'
import { anOrderWith } from '../../../../support/cancellable-order'
import { createOrderDesk } from '../../../../support/order-desk'

/** A known contact is changed through itself, and this order is brought to its new version (rules 189 to 191). */

type Input = InputOf<(typeof contactsOperations)['editContact']>

const day = 24 * 60 * 60_000
const known = (change: object = {}) => ({
  contact_uid: 'c2',
  contact_version: 4,
  contact_type: 'BOOKER',
  contact_name_last: 'Okafor',
  contact_email: 'amara@example.com',
  contact_loyalty: { points: 7 },
  contact_modified: '2026-01-01T10:00:00+01:00',
  ...change,
})
const changed = (change: object = {}) =>
  known({ contact_version: 5, contact_email: 'a@example.com', ...change })
const order = (copy: object = known(), change: object = {}): CancellableOrder =>
  anOrderWith({ order_contacts: [{ contact_type: 'GUEST' }, copy], ...change } as never)
const updated = (copy: object = changed(), change: object = {}) =>
  order(copy, { order_version: 4, ...change })
const email = { path: ['contact_email'], seen: 'amara@example.com', wanted: 'a@example.com' }
const lost = err(appError('OUTCOME_UNKNOWN', 'HTTP 502', { changed: 'unknown' }))

let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk()
  desk.get.mockResolvedValueOnce(ok(order())).mockResolvedValue(ok(updated()))
  desk.contact.mockResolvedValue(ok(known()))
  desk.updateContact.mockResolvedValue(ok(changed()))
})

const run = (change: Partial<Input> = {}) =>
  createEditContact(desk)(
    {
      profile: 'canal-tours',
      order: 'PRI8841203977',
      contact: 'c2',
      fields: [email],
      seen: { orderVersion: 3, priceTotal: '44.00', contactVersion: 4 },
      ...change,
    },
    { windowId: 1 },
  )
async function operation(change: Partial<Input> = {}): Promise<string> {
  const answer = await run(change)
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`)
  await desk.time.settle()
  return answer.value.operations[0] ?? ''
}
const entry = (id: string) => {
  const found = desk.file.entry(id)
  if (!found) throw new Error('the journal has no such entry')
  return found
}
const sentContact = () => JSON.parse(desk.updateContact.mock.calls[0]?.[1] ?? '').data.contact

describe('changing a known contact', () => {
  test('replaces it by itself with that field changed, unknown fields kept, and names the order (rules 190, 191)', async () => {
    const id = await operation()
    expect(desk.updateContact).toHaveBeenCalledExactlyOnceWith('c2', expect.any(String), {
      operationId: id,
      order: 'PRI8841203977',
    })
    expect(sentContact()).toEqual({
      contact_uid: 'c2',
      contact_type: 'BOOKER',
      contact_name_last: 'Okafor',
      contact_email: 'a@example.com',
      contact_loyalty: { points: 7 },
    })
    expect(desk.update).not.toHaveBeenCalled()
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'answer', othersChanged: false })
  })

  test('says of itself what was to change, and how the order stood before and after', async () => {
    const described = describeContactEdit(entry(await operation()))
    expect(described.changes).toMatchObject([
      { kind: 'changed', before: 'amara@example.com', after: 'a@example.com' },
    ])
    expect(described.changes?.[0]?.path[0]?.entry).toContainEqual({
      field: 'contact_name_last',
      value: 'Okafor',
    })
    expect(described.effect).toMatchObject({ before: { orderVersion: 3 }, after: { orderVersion: 4 } })
  })

  test('is not done before the order has it: what the answer says of the contact is half of it', async () => {
    desk.get.mockReset()
    desk.get.mockResolvedValue(ok(order()))
    const id = await operation()
    expect(entry(id).state).toBe('unknown')
    desk.contact.mockResolvedValue(ok(changed()))
    desk.get.mockResolvedValue(ok(updated()))
    await desk.time.pass(60_000)
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence' })
    expect(desk.updateContact).toHaveBeenCalledOnce()
  })

  test('keeps a second change of the contact out: the person is led to the first', async () => {
    desk.updateContact.mockResolvedValue(lost)
    desk.get.mockResolvedValue(ok(order()))
    const id = await operation()
    expect(await run()).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_IN_PROGRESS', params: { operation: id } },
    })
    expect(desk.updateContact).toHaveBeenCalledOnce()
  })
})

describe('is refused, with nothing recorded and nothing sent,', () => {
  const refusedWith = async (code: string, change: Partial<Input> = {}) => {
    expect(await run(change)).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(desk.updateContact).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  }

  test.each([
    ['is cancelled (rule 161)', order(known(), { order_status: 'ORDER_CANCELLED' }), 'ORDER_CANCELLED'],
    ['is another version than was seen', updated(), 'ORDER_CHANGED'],
    ['does not have the contact any more', order({ contact_type: 'BOOKER' }), 'ORDER_CHANGED'],
  ])('when the order %s', async (_, now, code) => {
    desk.get.mockReset()
    desk.get.mockResolvedValue(ok(now))
    await refusedWith(code)
  })

  test.each([
    ['is another version than was seen', known({ contact_version: 5 })],
    ['has another value in the field', known({ contact_email: 'x@example.com' })],
  ])('when the contact %s', async (_, now) => {
    desk.contact.mockResolvedValue(ok(now))
    await refusedWith('CONTACT_CHANGED')
  })

  test.each([
    ['what only the server writes', [{ path: ['contact_version'], seen: '4', wanted: '9' }]],
    ['its key', [{ path: ['contact_uid'], seen: 'c2', wanted: 'c3' }]],
    ['an address that is none', [{ ...email, wanted: 'amara@' }]],
    ['a field that is so already', [{ ...email, wanted: email.seen }]],
    ['a field that is named twice', [email, email]],
    ['the last address of the order (rules 151, 178)', [{ ...email, wanted: null }]],
  ])('for %s', async (_, fields) => {
    await refusedWith('INVALID_INPUT', { fields })
  })

  test.each(['NOT_FOUND', 'OFFLINE'] as const)('when the contact cannot be read: %s', async (code) => {
    desk.contact.mockResolvedValue(err(appError(code, 'no contact')))
    await refusedWith(code)
  })
})

describe('between the check and the request', () => {
  test.each([
    ['the contact moved', ok(known({ contact_version: 5 })), 'CONTACT_CHANGED'],
    ['the field moved in the same version', ok(known({ contact_email: 'x@example.com' })), 'CONTACT_CHANGED'],
    ['the network went', err(appError('OFFLINE', 'no network')), 'OFFLINE'],
  ])('%s: nothing is sent, and the entry says so', async (_, second, code) => {
    desk.contact.mockResolvedValueOnce(ok(known())).mockResolvedValue(second)
    const id = await operation()
    expect(desk.updateContact).not.toHaveBeenCalled()
    expect(entry(id)).toMatchObject({ state: 'failed', error: { code, changed: 'no' } })
  })
})

describe('an unknown outcome', () => {
  const settled = async (contact: object, now: CancellableOrder) => {
    desk.updateContact.mockResolvedValue(lost)
    const id = await operation()
    desk.contact.mockResolvedValue(ok(contact))
    desk.get.mockResolvedValue(ok(now))
    await desk.time.pass(day)
    expect(desk.updateContact).toHaveBeenCalledOnce()
    return entry(id)
  }

  beforeEach(() => desk.get.mockReset().mockResolvedValue(ok(order())))

  test('is done once a newer contact has the value and the order has that contact', async () => {
    expect(await settled(changed(), updated())).toMatchObject({
      state: 'done',
      settledBy: 'evidence',
      othersChanged: false,
    })
  })

  test('is done by the moment of change where contacts have no versions', async () => {
    const bare = { contact_version: undefined }
    desk.contact.mockResolvedValue(ok(known(bare)))
    desk.updateContact.mockResolvedValue(lost)
    const id = await operation({ seen: { orderVersion: 3, priceTotal: '44.00', contactVersion: null } })
    desk.contact.mockResolvedValue(ok(changed({ ...bare, contact_modified: '2026-01-02T10:00:00+01:00' })))
    desk.get.mockResolvedValue(ok(updated()))
    await desk.time.pass(day)
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence' })
  })

  test('says when others changed the contact as well', async () => {
    const now = changed({ contact_version: 7 })
    expect(await settled(now, updated(now))).toMatchObject({ state: 'done', othersChanged: true })
  })

  test.each([
    ['nothing changed', known(), order()],
    ['somebody else made a new version without it', known({ contact_version: 5 }), order()],
    ['the contact has it and the order does not', changed(), order()],
    ['the order has it and the contact does not', known(), updated()],
    ['the contact is not on the order any more', changed(), order({ contact_type: 'BOOKER' })],
  ])('goes to a person while %s, and is never sent again', async (_, contact, now) => {
    const found = await settled(contact, now)
    expect(found.state).toBe('needs-review')
    const { fields } = describeContactEdit(found)
    expect(fields?.[0]).toMatchObject({ before: 'amara@example.com', wanted: 'a@example.com' })
  })
})
