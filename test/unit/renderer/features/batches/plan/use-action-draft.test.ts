import { expect, test } from 'vitest'
import { type ActionDraft, actionOf } from '../../../../../../renderer/features/batches/plan/use-action-draft'

const draft = (part: Partial<ActionDraft> = {}): ActionDraft => ({
  reason: '',
  refundToGuest: undefined,
  what: undefined,
  title: '',
  value: '',
  note: { text: '', recipients: [] },
  ...part,
})

test('a cancellation is complete once somebody decided about the money and said why', () => {
  expect(actionOf('cancel', draft({ reason: 'Storm' }))).toBeUndefined()
  expect(actionOf('cancel', draft({ refundToGuest: true, reason: ' x ' }))).toBeUndefined()
  expect(actionOf('cancel', draft({ refundToGuest: false, reason: ' Storm ' }))).toEqual({
    kind: 'cancel',
    refundToGuest: false,
    reason: 'Storm',
  })
})

test('an amendment names one field with its value, and the thing it belongs to where orders have several', () => {
  expect(actionOf('amend', draft({ what: 'flag_value', value: 'yes' }))).toBeUndefined()
  expect(actionOf('amend', draft({ what: 'flag_value', title: 'vip', value: 'yes' }))).toEqual({
    kind: 'amend',
    field: { section: 'flag', name: 'flag_value', title: 'vip' },
    wanted: 'yes',
  })
  expect(actionOf('amend', draft({ what: 'send_receipt', value: 'false' }))).toMatchObject({ wanted: false })
  expect(actionOf('amend', draft({ what: 'order_language', value: ' ' }))).toBeUndefined()
})

test('a note is an amendment without a field', () => {
  expect(actionOf('amend', draft({ what: 'note', note: { text: ' Late ', recipients: [] } }))).toEqual({
    kind: 'amend',
    note: { text: 'Late', recipients: [] },
  })
})
