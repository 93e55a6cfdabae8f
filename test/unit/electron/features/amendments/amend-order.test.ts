import type { amendmentsOperations } from '@shared/features/amendments'
import type { CancellableOrder } from '@shared/features/cancellations'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeAmendment } from '../../../../../electron/features/amendments'
import { createAmendOrder } from '../../../../../electron/features/amendments/amend-order'
import { anOrderWith } from '../../../../support/cancellable-order'
import { createOrderDesk, lostAnswer } from '../../../../support/order-desk'

type Input = InputOf<(typeof amendmentsOperations)['amendOrder']>

const guest = { contact_type: 'BOOKER', contact_name_first: 'Amara', contact_email: 'amara@example.com' }
const order = (change: object = {}): CancellableOrder =>
  anOrderWith({
    order_distributor_id: '501',
    order_external_reference: 'WEB-1',
    order_language: 'en',
    order_loyalty: 7,
    order_contacts: [guest, { contact_uid: 'c2', contact_email: 'known@example.com' }],
    ...change,
  } as never)
const amended = (change: object = {}) =>
  order({ order_version: 4, order_external_reference: 'WEB-2', ...change })
const reference = { path: ['order_external_reference'], seen: 'WEB-1', wanted: 'WEB-2' }
const email = {
  path: ['order_contacts', 0, 'contact_email'],
  seen: 'amara@example.com',
  wanted: 'a@example.com',
}
const day = 24 * 60 * 60_000

let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk()
  desk.get.mockResolvedValue(ok(order()))
  desk.update.mockResolvedValue(ok(amended()))
})

const run = (change: Partial<Input> = {}) =>
  createAmendOrder(desk)(
    {
      profile: 'canal-tours',
      order: 'PRI8841203977',
      fields: [reference],
      seen: { orderVersion: 3, priceTotal: '44.00' },
      ...change,
    },
    { windowId: 1 },
  )
async function operation(change: Partial<Input> = {}): Promise<string> {
  const [id = ''] = await desk.operations(run(change))
  return id
}
const entry = (id: string) => desk.entry(id)
const sentOrder = () => JSON.parse(desk.update.mock.calls[0]?.[1] ?? '').data.order

describe('amending', () => {
  test('saves the order as it was just read with the wanted value in it, once, and mails nothing', async () => {
    const id = await operation()
    expect(desk.update).toHaveBeenCalledOnce()
    expect(desk.update.mock.calls[0]?.[2]).toEqual({ operationId: id, switches: {} })
    expect(sentOrder()).toEqual({
      order_settlement_type: 'DIRECT',
      order_pricing: {},
      order_distributor_id: '501',
      order_external_reference: 'WEB-2',
      order_language: 'en',
      order_loyalty: 7,
      order_contacts: [guest, { contact_uid: 'c2', contact_email: 'known@example.com' }],
      order_bookings: [],
      order_options: { email_options: { email_types: { send_tickets: false } } },
    })
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'answer', othersChanged: false })
  })

  test('says no to the ticket mail out loud, even where the order was saved with yes (rule 187)', async () => {
    const withMail = { order_options: { email_options: { email_types: { send_tickets: true } } } }
    desk.get.mockResolvedValue(ok(order(withMail)))
    await operation()
    expect(sentOrder().order_options.email_options.email_types.send_tickets).toBe(false)
  })

  test('adds a note behind those that are there, with who may read it', async () => {
    const notes = [{ note_value: 'Pram', note_created: '2026-01-01T10:00:00+01:00' }]
    desk.get.mockResolvedValue(ok(order({ order_notes: notes })))
    desk.update.mockResolvedValue(ok(amended({ order_notes: [...notes, { note_value: 'Late' }] })))
    await operation({ fields: [], note: { text: 'Late', recipients: ['DISTRIBUTOR'] } })
    expect(sentOrder().order_notes).toEqual([
      { note_value: 'Pram' },
      { note_value: 'Late', note_recipients: ['DISTRIBUTOR'] },
    ])
  })

  test.each([null, undefined, []])(
    'adds the first note where the order has %j in its place',
    async (none) => {
      desk.get.mockResolvedValue(ok(order({ order_notes: none })))
      await operation({ fields: [], note: { text: 'Late', recipients: [] } })
      expect(sentOrder().order_notes).toEqual([{ note_value: 'Late' }])
    },
  )

  test('removes a field that is wanted empty', async () => {
    await operation({
      fields: [{ path: ['order_contacts', 0, 'contact_name_first'], seen: 'Amara', wanted: null }],
    })
    expect(sentOrder().order_contacts[0]).toEqual({
      contact_type: 'BOOKER',
      contact_email: 'amara@example.com',
    })
  })

  test('says of itself what was to change, and how the order stood before and after', async () => {
    expect(describeAmendment(entry(await operation()))).toEqual({
      target: { level: 'order' },
      changes: [
        { path: [{ field: 'order_external_reference' }], kind: 'changed', before: 'WEB-1', after: 'WEB-2' },
      ],
      effect: {
        currency: 'EUR',
        before: { orderVersion: 3, status: 'ORDER_CONFIRMED', total: '44.00' },
        after: { orderVersion: 4, status: 'ORDER_CONFIRMED', total: '44.00' },
        refunds: [],
        differences: [],
      },
    })
  })

  test('a total that moved with it is told (rule 118)', async () => {
    desk.update.mockResolvedValue(ok(amended({ order_pricing: { price_total: '40.00' } })))
    const { effect } = describeAmendment(entry(await operation()))
    expect(effect.differences).toEqual([
      { what: 'TOTAL', expected: { low: '44.00', high: '44.00' }, actual: '40.00' },
    ])
  })
})

describe('with the ticket mail', () => {
  test('an address that is amended gets it', async () => {
    await operation({ fields: [email], ticketsTo: 'a@example.com' })
    expect(sentOrder().order_contacts[0].contact_email).toBe('a@example.com')
    expect(sentOrder().order_options.email_options.email_types.send_tickets).toBe(true)
  })

  test('nothing is sent when it would go to another address than was confirmed', async () => {
    expect(await run({ fields: [email], ticketsTo: 'amara@example.com' })).toMatchObject({
      ok: false,
      error: { code: 'ORDER_CHANGED' },
    })
    expect(desk.update).not.toHaveBeenCalled()
  })
})

describe('is refused, with nothing recorded and nothing sent,', () => {
  const refusedWith = async (code: string, change: Partial<Input> = {}) => {
    expect(await run(change)).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(desk.update).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  }

  test.each([
    ['is cancelled (rule 161)', { order_status: 'ORDER_CANCELLED' }, 'ORDER_CANCELLED'],
    ['is another version than was seen', { order_version: 4 }, 'ORDER_CHANGED'],
    ['has another total than was seen', { order_pricing: { price_total: '45.00' } }, 'ORDER_CHANGED'],
    ['has another value in the field than was seen', { order_external_reference: 'X' }, 'ORDER_CHANGED'],
  ])('when the order %s', async (_, change, code) => {
    desk.get.mockResolvedValue(ok(order(change)))
    await refusedWith(code)
  })

  test.each([
    ['what only the server writes', { path: ['order_status'], seen: 'ORDER_CONFIRMED', wanted: 'X' }],
    [
      'a known contact, which is changed through the contact (rule 191)',
      { path: ['order_contacts', 1, 'contact_email'], seen: 'known@example.com', wanted: 'a@example.com' },
    ],
    [
      'a field of a contact that is not there',
      { path: ['order_contacts', 9, 'contact_email'], seen: null, wanted: 'a@b.nl' },
    ],
    ['a reference that must stay', { ...reference, wanted: null }],
    ['an address that is none', { ...email, wanted: 'amara@' }],
    ['a language that is none (ISO 639-1)', { path: ['order_language'], seen: 'en', wanted: 'English' }],
    ['a field that is so already', { ...reference, wanted: 'WEB-1' }],
  ])('for %s', async (_, field) => {
    await refusedWith('INVALID_INPUT', { fields: [field] })
  })

  test('for nothing at all', async () => {
    await refusedWith('INVALID_INPUT', { fields: [] })
  })

  test('for a field that is named twice', async () => {
    await refusedWith('INVALID_INPUT', { fields: [reference, reference] })
  })

  test('when the order cannot be read', async () => {
    desk.get.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    await refusedWith('OFFLINE')
  })
})

describe('between the check and the request', () => {
  test.each([
    ['the order moved', ok(order({ order_version: 4 })), 'ORDER_CHANGED'],
    ['the field moved in the same version', ok(order({ order_external_reference: 'X' })), 'ORDER_CHANGED'],
    ['the order was cancelled', ok(order({ order_status: 'ORDER_CANCELLED' })), 'ORDER_CANCELLED'],
    ['the network went', err(appError('OFFLINE', 'no network')), 'OFFLINE'],
    ['the read met a conflict', err(appError('CONFLICT', 'HTTP 409')), 'UPSTREAM'],
  ])('%s: nothing is sent, and the entry says so', async (_, second, code) => {
    desk.get.mockResolvedValueOnce(ok(order())).mockResolvedValue(second)
    const id = await operation()
    expect(desk.update).not.toHaveBeenCalled()
    expect(entry(id)).toMatchObject({ state: 'failed', error: { code, changed: 'no' } })
  })
})

describe('an unknown outcome', () => {
  beforeEach(() => {
    desk.get.mockResolvedValueOnce(ok(order())).mockResolvedValueOnce(ok(order()))
    desk.update.mockResolvedValue(lostAnswer)
  })

  test('is done once the order shows the values in a newer version', async () => {
    desk.get.mockResolvedValue(ok(amended()))
    const id = await operation()
    await desk.time.pass(60_000)
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence', othersChanged: false })
    expect(desk.update).toHaveBeenCalledOnce()
  })

  test.each([
    ['the order is as it was', order()],
    ['somebody else made a new version without it', order({ order_version: 4 })],
    ['the value is there but the version is the old one', amended({ order_version: 3 })],
  ])('goes to a person while %s, and is never sent again', async (_, now) => {
    desk.get.mockResolvedValue(ok(now))
    const id = await operation()
    await desk.time.pass(day)
    expect(entry(id).state).toBe('needs-review')
    expect(desk.update).toHaveBeenCalledOnce()
  })

  test('says when others changed the order as well', async () => {
    desk.get.mockResolvedValue(ok(amended({ order_version: 5 })))
    const id = await operation()
    await desk.time.pass(60_000)
    expect(entry(id)).toMatchObject({ state: 'done', othersChanged: true })
  })

  test('a note that was there before proves nothing; one more does', async () => {
    const notes = [{ note_value: 'Late' }]
    desk.get.mockReset()
    desk.get.mockResolvedValue(ok(order({ order_notes: notes })))
    const id = await operation({ fields: [], note: { text: 'Late', recipients: [] } })
    desk.get.mockResolvedValue(ok(order({ order_version: 4, order_notes: notes })))
    await desk.time.pass(60_000)
    expect(entry(id).state).toBe('unknown')
    desk.get.mockResolvedValue(ok(order({ order_version: 4, order_notes: [...notes, ...notes] })))
    await desk.time.pass(120_000)
    expect(entry(id).state).toBe('done')
  })

  test('keeps a second amendment of the order out: the person is led to the first', async () => {
    desk.get.mockResolvedValue(ok(order()))
    const id = await operation()
    expect(await run({ fields: [email] })).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_IN_PROGRESS', params: { operation: id } },
    })
    expect(desk.update).toHaveBeenCalledOnce()
  })
})

test('a refusal by the server ends as failed, with nothing changed', async () => {
  desk.update.mockResolvedValue(err(appError('UPSTREAM', 'HTTP 422', { changed: 'no' })))
  expect(entry(await operation())).toMatchObject({ state: 'failed', error: { changed: 'no' } })
})

describe('the undo window', () => {
  beforeEach(() => {
    desk = createOrderDesk({ undoWindow: 10_000 })
    desk.get.mockResolvedValue(ok(order()))
    desk.update.mockResolvedValue(ok(amended()))
  })

  test('does not hold up an amendment that can be taken back by another', async () => {
    const id = await operation()
    expect(entry(id).state).toBe('done')
  })

  test('holds one that mails tickets: it is sent at its end, and not when it was taken back before', async () => {
    const id = await operation({ ticketsTo: 'amara@example.com' })
    expect(entry(id)).toMatchObject({ state: 'queued' })
    await desk.time.pass(9_000)
    expect(desk.update).not.toHaveBeenCalled()
    await desk.journal.engine.withdraw(id, 'Amara')
    await desk.time.pass(20_000)
    expect(entry(id).state).toBe('withdrawn')
    expect(desk.update).not.toHaveBeenCalled()
    const again = await operation({ ticketsTo: 'amara@example.com' })
    await desk.time.pass(10_000)
    expect(entry(again).state).toBe('done')
    expect(desk.update).toHaveBeenCalledOnce()
  })
})
