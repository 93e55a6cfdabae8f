import type { PrivacyRequest } from '@shared/features/privacy'
import { describe, expect, test } from 'vitest'
import { arrivedOf, firstStep, stepStates } from '../../../../../renderer/features/privacy/request-page/steps'

type State = PrivacyRequest['erasedOrders'][number]['state']

const order = (reference: string, rest: Partial<PrivacyRequest['orders'][number]> = {}) => ({
  ...{ reference, surety: 'sure' as const, why: [], chosen: true, travel: [], contacts: [] },
  ...rest,
})
const line = (reference: string, state: State) => ({ reference, state, fields: [], left: [] })

/** A request that was written down, and whatever else a test says. */
const request = (rest: Partial<PrivacyRequest> = {}): PrivacyRequest => ({
  ...{ id: 'f3b1c2d4-0000-4000-8000-000000000001', number: '2026-0001', profile: 'sandbox', state: 'open' },
  ...{ createdAt: 1, createdBy: 'desk', receivedOn: '2026-03-01', dueOn: '2026-04-01', searched: [] },
  ...{ orders: [], contacts: [], batches: [], erasedOrders: [], erasedContacts: [] },
  ...rest,
})

const found = { searchedAt: 2, orders: [order('PRI1'), order('PRI2')] }
const lines = (...states: State[]) => ({ erasedOrders: states.map((state, at) => line(`PRI${at}`, state)) })

describe('the step that a request opens with, also after a restart', () => {
  test.each<[string, Partial<PrivacyRequest>, string]>([
    ['one that was only written down is to be searched', {}, 'find'],
    ['one that was searched is to be reviewed', { ...found, ...lines('waiting', 'waiting') }, 'review'],
    ['one under way shows how far it is', { ...found, ...lines('erased', 'under-way') }, 'erase'],
    ['an incomplete one shows what is left', { ...found, ...lines('erased', 'incomplete') }, 'erase'],
    ['one that failed shows where', { ...found, ...lines('failed') }, 'erase'],
    ['once all is erased the copies follow', { ...found, ...lines('erased', 'erased') }, 'copies'],
    [
      'copies that wait for a hand come before the proof',
      {
        ...found,
        ...lines('erased'),
        copiesClearedAt: 3,
        copies: [{ place: 'exports', result: 'by-hand' }],
      },
      'copies',
    ],
    [
      'cleared copies lead to the proof',
      { ...found, ...lines('erased'), copiesClearedAt: 3, copies: [{ place: 'mirror', result: 'done' }] },
      'prove',
    ],
    [
      'an order that arrived since leads back to the choice',
      {
        searchedAt: 2,
        ...lines('erased'),
        orders: [order('PRI1'), order('PRI9', { arrived: true, chosen: false })],
      },
      'find',
    ],
    ['a completed one shows its certificate', { state: 'completed' }, 'prove'],
  ])('%s', (_, rest, step) => {
    expect(firstStep(request(rest))).toBe(step)
  })
})

test('nothing but the search can be done before it, and nobody is told that something is done', () => {
  expect(stepStates(request())).toEqual({
    ...{ find: 'next', review: 'later', erase: 'later', copies: 'later', prove: 'later' },
  })
})

test('an order of someone else that arrived asks for nobody’s attention', () => {
  const arrived = [order('PRI9', { arrived: true, chosen: false, surety: 'someone-else' })]
  expect(arrivedOf(request({ orders: arrived }))).toEqual([])
  expect(stepStates(request({ searchedAt: 2, orders: arrived })).find).toBe('done')
})

test('a place that was not searched asks for attention, and a copy that is not kept does not', () => {
  const contacts = { place: 'api-contacts' as const, state: 'partly' as const, looked: 200, why: 'OFFLINE' }
  expect(stepStates(request({ ...found, searched: [contacts] })).find).toBe('attention')
  expect(firstStep(request({ ...found, searched: [contacts] }))).toBe('find')
  const mirror = { place: 'mirror' as const, state: 'not-searched' as const, looked: 0, why: 'NO_MIRROR' }
  expect(stepStates(request({ ...found, searched: [mirror] })).find).toBe('done')
})

test('nothing that was found is no step that is done while a place was not searched', () => {
  const searched = [
    { place: 'api-orders' as const, state: 'not-searched' as const, looked: 0, why: 'OFFLINE' },
  ]
  expect(stepStates(request({ searchedAt: 2, searched }))).toEqual({
    ...{ find: 'attention', review: 'later', erase: 'later', copies: 'later', prove: 'later' },
  })
})
