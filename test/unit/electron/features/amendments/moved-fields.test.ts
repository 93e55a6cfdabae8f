import { type amendmentsOperations, entryMark } from '@shared/features/amendments'
import type { CancellableOrder } from '@shared/features/cancellations'
import type { InputOf } from '@shared/ipc/define'
import { ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeAmendment } from '../../../../../electron/features/amendments'
import { createAmendOrder } from '../../../../../electron/features/amendments/amend-order'
import { toOperation } from '../../../../../electron/features/operations'
import { anOrderWith } from '../../../../support/cancellable-order'
import { createOrderDesk } from '../../../../support/order-desk'

/** An amendment that waited and met another order: what was seen, what is there now, what was wanted, field by field. */

type Input = InputOf<(typeof amendmentsOperations)['amendOrder']>

const amara = { contact_type: 'BOOKER', contact_name_first: 'Amara', contact_email: 'amara@example.com' }
const ben = { contact_type: 'GUEST', contact_name_last: 'Ben' }
const order = (change: object = {}): CancellableOrder =>
  anOrderWith({
    order_external_reference: 'WEB-1',
    order_language: 'en',
    order_contacts: [amara, ben],
    ...change,
  } as never)
const language = { path: ['order_language'], seen: 'en', wanted: 'de' }
const reference = { path: ['order_external_reference'], seen: 'WEB-1', wanted: 'WEB-2' }

let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk({ undoWindow: 10_000 })
  desk.get.mockResolvedValue(ok(order()))
})

/** Has it wait for the undo window, and the order become another one meanwhile. */
async function failed(now: CancellableOrder, change: Partial<Input> = {}) {
  const answer = await createAmendOrder(desk)(
    {
      profile: 'canal-tours',
      order: 'PRI8841203977',
      fields: [language, reference],
      // A mail cannot be taken back, so it waits.
      ticketsTo: 'amara@example.com',
      seen: { orderVersion: 3, priceTotal: '44.00' },
      ...change,
    },
    { windowId: 1 },
  )
  if (!answer.ok) throw new Error(answer.error.message)
  desk.get.mockResolvedValue(ok(now))
  await desk.time.pass(20_000)
  const entry = desk.file.entry(answer.value.operations[0] ?? '')
  if (!entry) throw new Error('the journal has no such entry')
  expect(desk.update).not.toHaveBeenCalled()
  expect(entry).toMatchObject({ state: 'failed', attempts: [], error: { changed: 'no' } })
  return entry
}

describe('an amendment that was not sent because the order moved', () => {
  test('tells of each field what was seen, what is there now and what was wanted', async () => {
    const entry = await failed(order({ order_version: 4, order_language: 'fr' }))
    const operation = toOperation(entry, [entry], {
      descriptions: { 'amend-order': describeAmendment },
      traits: () => undefined,
    })
    expect(operation.error).toMatchObject({
      code: 'ORDER_CHANGED',
      params: { seenVersion: 3, nowVersion: 4 },
    })
    expect(operation.moved).toEqual([
      { path: [{ field: 'order_language' }], before: 'en', now: 'fr', wanted: 'de' },
      { path: [{ field: 'order_external_reference' }], before: 'WEB-1', now: 'WEB-1', wanted: 'WEB-2' },
    ])
    expect(operation.review).toBeUndefined()
    expect(operation.effect.after).toBeUndefined()
  })

  test('tells of entries whether they are still there', async () => {
    const gone = { list: 'order_contacts' as const, at: 1, seen: entryMark('order_contacts', ben) }
    const entry = await failed(order({ order_version: 4, order_contacts: [amara] }), {
      fields: [],
      removed: [gone],
    })
    expect(describeAmendment(entry).fields).toEqual([{ path: [{ field: 'order_contacts' }], before: 'Ben' }])
  })

  test('says nothing of them any more once personal data was erased', async () => {
    const { id } = await failed(order({ order_version: 4, order_language: 'fr' }))
    desk.file.purge('PRI8841203977', {
      owner: { profile: 'canal-tours' },
      who: 'Amara',
      why: 'asked for',
      at: desk.time.now(),
    })
    expect(JSON.stringify(desk.file.entry(id))).not.toContain('"fr"')
    expect(desk.file.entry(id)?.found).toBeUndefined()
  })
})
