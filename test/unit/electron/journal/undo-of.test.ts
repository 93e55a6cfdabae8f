import { expect, test } from 'vitest'
import { operationKinds } from '../../../../electron/features/operation-kinds'
import { undoOf, undoWindowOf } from '../../../../electron/journal/undo-of'
import { clientFor, connectionTo } from '../../../support/api-client'

const uuid = 'f3b1c2d4-0000-4000-8000-000000000001'
const erasures = [
  ['deidentify-order', { request: uuid, seen: { orderVersion: 1, priceTotal: null } }],
  ['erase-contact', { request: uuid, contact: uuid, seen: 1 }],
] as const

const waits = (kind: string, intent: object, set: number, development?: number): number => {
  const { api } = clientFor(() => connectionTo('http://127.0.0.1:9'))
  const definitions = operationKinds(api, Date.now).map(({ definition }) => definition)
  const draft = { profile: 'p', order: 'PRI8841203977', kind, intent, claims: [], before: {}, readAt: 0 }
  return undoOf({ definitions, undoWindow: undoWindowOf(() => set, development) }, draft)
}

test.each(erasures)(
  '%s can be stopped for five seconds, also where operations are sent at once',
  (kind, intent) => {
    expect([0, 3, 5, 30].map((set) => waits(kind, intent, set))).toEqual([5_000, 5_000, 5_000, 30_000])
  },
)

test('what nothing takes back and is no erasure waits as a person set it', () => {
  expect([0, 3].map((set) => waits('an-unknown-kind', {}, set))).toEqual([0, 3_000])
})

test('in development the environment has the last word, for erasures too', () => {
  expect(waits(erasures[0][0], erasures[0][1], 30, 0)).toBe(0)
})
