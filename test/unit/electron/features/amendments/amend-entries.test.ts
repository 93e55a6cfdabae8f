import { type amendmentsOperations, entryMark } from '@shared/features/amendments'
import type { CancellableOrder } from '@shared/features/cancellations'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeAmendment } from '../../../../../electron/features/amendments'
import { createAmendOrder } from '../../../../../electron/features/amendments/amend-order'
import { anOrderWith } from '../../../../support/cancellable-order'
import { createOrderDesk } from '../../../../support/order-desk'

type Input = InputOf<(typeof amendmentsOperations)['amendOrder']>

const guest = { contact_type: 'BOOKER', contact_name_first: 'Amara', contact_email: 'amara@example.com' }
const known = { contact_uid: 'c2', contact_email: 'known@example.com' }
const order = (change: object = {}): CancellableOrder =>
  anOrderWith({ order_contacts: [guest, known], ...change } as never)
const amended = (change: object = {}) => order({ order_version: 4, ...change })
const newcomer = { contact_type: 'GUEST', contact_name_last: 'Dana' }
const gone = { list: 'order_contacts' as const, at: 0, seen: entryMark('order_contacts', guest) }
const joins = { list: 'order_contacts' as const, values: newcomer }
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
      fields: [],
      seen: { orderVersion: 3, priceTotal: '44.00' },
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
const sentOrder = () => JSON.parse(desk.update.mock.calls[0]?.[1] ?? '').data.order
const lost = err(appError('OUTCOME_UNKNOWN', 'HTTP 502', { changed: 'unknown' }))

describe('contacts, custom fields and flags', () => {
  test('are removed by being left out, and added behind those that are there (rule 153)', async () => {
    desk.update.mockResolvedValue(ok(amended({ order_contacts: [known, newcomer] })))
    const id = await operation({ fields: [], removed: [gone], added: [joins] })
    expect(sentOrder().order_contacts).toEqual([known, newcomer])
    expect(entry(id)).toMatchObject({ state: 'done', othersChanged: false })
    expect(describeAmendment(entry(id)).changes?.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  test('are added where the order has none', async () => {
    const values = { custom_field_name: 'Desk', custom_field_value: '7' }
    await operation({ fields: [], added: [{ list: 'order_custom_fields', values }] })
    expect(sentOrder().order_custom_fields).toEqual([values])
  })

  test.each([
    ['another contact stands there by now', { removed: [{ ...gone, at: 1 }] }, 'ORDER_CHANGED'],
    ['there is no such contact', { removed: [{ ...gone, at: 9 }] }, 'ORDER_CHANGED'],
    ['it is taken off twice', { removed: [gone, gone] }, 'INVALID_INPUT'],
    ['it is amended as well', { removed: [gone], fields: [email] }, 'INVALID_INPUT'],
    ['the new one is nobody', { added: [{ ...joins, values: { contact_type: 'GUEST' } }] }, 'INVALID_INPUT'],
  ])('stay where %s: nothing is recorded and nothing sent', async (_, change, code) => {
    expect(await run({ fields: [], ...change })).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(desk.update).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  })

  test('keep one address, without which nobody is reached (rules 151, 178)', async () => {
    desk.get.mockResolvedValue(ok(order({ order_contacts: [guest] })))
    expect(await run({ fields: [], removed: [gone] })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { order_contacts: 'NO_EMAIL_LEFT' } },
    })
    expect(desk.update).not.toHaveBeenCalled()
  })

  describe('with an unknown outcome', () => {
    const settled = async (now: object, change: Partial<Input>) => {
      desk.get.mockResolvedValueOnce(ok(order())).mockResolvedValueOnce(ok(order()))
      desk.get.mockResolvedValue(ok(now as CancellableOrder))
      desk.update.mockResolvedValue(lost)
      const id = await operation({ fields: [], ...change })
      await desk.time.pass(day)
      expect(desk.update).toHaveBeenCalledOnce()
      return entry(id)
    }
    const language = {
      path: ['order_contacts', 2, 'contact_language'],
      seen: null,
      wanted: 'nl',
    }
    const third = { contact_type: 'PAYMENT', contact_email: 'pay@example.com' }

    test('are done once a newer version shows it', async () => {
      const now = amended({ order_contacts: [known, newcomer] })
      expect(await settled(now, { removed: [gone], added: [joins] })).toMatchObject({
        state: 'done',
        settledBy: 'evidence',
      })
    })

    test('are done where a contact that was amended as well moved up into another place', async () => {
      const three = order({ order_contacts: [guest, known, third] })
      desk.get.mockResolvedValueOnce(ok(three)).mockResolvedValueOnce(ok(three))
      desk.get.mockResolvedValue(
        ok(amended({ order_contacts: [known, { ...third, contact_language: 'nl' }] })),
      )
      desk.update.mockResolvedValue(lost)
      const id = await operation({ fields: [language], removed: [gone] })
      await desk.time.pass(day)
      expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence' })
    })

    test.each([
      ['the contact is still there', amended({ order_contacts: [guest, known, newcomer] })],
      ['the new one is not', amended({ order_contacts: [known] })],
    ])('go to a person while %s, who sees of each whether it is there', async (_, now) => {
      const found = await settled(now, { removed: [gone], added: [joins] })
      expect(found.state).toBe('needs-review')
      const { fields } = describeAmendment(found)
      expect(fields?.map(({ before, wanted }) => [before, wanted])).toEqual([
        ['Amara', undefined],
        [undefined, 'Dana'],
      ])
      expect(fields?.filter(({ now: is }) => is !== undefined)).toHaveLength(
        entriesOf(fieldsOf(now).order_contacts).length === 3 ? 2 : 0,
      )
    })
  })
})
