import type { Order } from '@shared/api'
import { amendableGroups, entryMark, type FieldValue } from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'
import {
  type DraftGroup,
  type Newcomer,
  newcomerGroup,
} from '../../../../../../renderer/features/amendments/amend-dialog/draft-entries'
import {
  changedFields,
  nothing,
  type Typed,
  toAmendment,
  toggled,
} from '../../../../../../renderer/features/amendments/amend-dialog/typed-amendment'
import { keyOf } from '../../../../../../renderer/features/field-form'

/** What stands in the Amend form, and the amendment that it makes. */

const ben = { contact_type: 'GUEST', contact_name_last: 'Ben', contact_email: 'ben@example.com' }
const order = {
  order_reference: 'PRI8841203977',
  order_contacts: [ben, { contact_uid: 'c2', contact_name_last: 'Cleo' }],
} as Order
const email = ['order_contacts', 0, 'contact_email']
const newcomer: Newcomer = { list: 'order_contacts', id: 'new 1' }
const last = ['order_contacts', 'new 1', 'contact_name_last']
const group = (at: number): DraftGroup => {
  const found = amendableGroups(order).filter(({ section }) => section === 'contact')[at]
  if (!found) throw new Error('no such contact')
  return found
}

const typed = (change: Partial<Typed>): Typed => ({ ...nothing, ...change })
const values = (...some: [(string | number)[], FieldValue][]) =>
  new Map(some.map(([path, value]) => [keyOf(path), value]))
const amendmentOf = (state: Typed) =>
  toAmendment(
    changedFields(order, [...amendableGroups(order), ...state.newcomers.map(newcomerGroup)], state),
    state,
  )

describe('what was typed', () => {
  test('is what the person wants of a field, beside what they saw', () => {
    expect(amendmentOf(typed({ values: values([email, ' b@example.com ']) }))).toEqual({
      fields: [{ path: email, seen: 'ben@example.com', wanted: 'b@example.com' }],
    })
  })

  test.each([
    ['is nothing where it is what was read', [email, 'ben@example.com'] as [(string | number)[], FieldValue]],
    [
      'is let go of a known contact, which is changed through itself (rule 191)',
      [['order_contacts', 1, 'contact_email'], 'x@example.com'] as [(string | number)[], FieldValue],
    ],
  ])('%s', (_, value) => {
    expect(amendmentOf(typed({ values: values(value) }))).toEqual({ fields: [] })
  })

  test('into a contact that goes is not sent, and is there again when it stays', () => {
    const before = typed({ values: values([email, 'b@example.com']) })
    const gone = { ...before, ...toggled(order, before, group(0)) }
    expect(amendmentOf(gone)).toEqual({
      fields: [],
      removed: [{ list: 'order_contacts', at: 0, seen: entryMark('order_contacts', ben) }],
    })
    const stays = { ...gone, ...toggled(order, gone, group(0)) }
    expect(amendmentOf(stays)).toEqual(amendmentOf(before))
  })

  test('into a new contact is added by its names, without what was left empty', () => {
    const state = typed({
      newcomers: [newcomer],
      values: values([last, ' Dana '], [['order_contacts', 'new 1', 'contact_phone'], '']),
    })
    expect(amendmentOf(state)).toEqual({
      fields: [],
      added: [{ list: 'order_contacts', values: { contact_name_last: 'Dana' } }],
    })
  })

  test('into a new contact goes with it, so that the next one begins empty', () => {
    const state = typed({ newcomers: [newcomer], values: values([last, 'Dana'], [email, 'b@example.com']) })
    const after = { ...state, ...toggled(order, state, newcomerGroup(newcomer)) }
    expect(after.newcomers).toEqual([])
    expect(after.values).toEqual(values([email, 'b@example.com']))
  })

  test('a known contact can be taken off the order as well', () => {
    expect(amendmentOf(typed(toggled(order, nothing, group(1)))).removed).toMatchObject([{ at: 1 }])
  })
})
