import type { OutsideFile } from '@shared/features/privacy'
import { expect, test } from 'vitest'
import { hintsOf } from '../../../../../renderer/features/privacy/request-page/hints-of'

const file = (state: OutsideFile['state']): OutsideFile => ({
  ...{ id: '7d0c2b6e-2f9f-4f7e-9a53-3a0a7a0f9d11', path: '/home/amara/orders.csv', state },
})

test('a place where nothing is to be done says nothing more', () => {
  expect(hintsOf({ files: [file('deleted')] })).toEqual([])
})

test('lists that are known say what to do with them, also while a locked copy may know of more', () => {
  expect(hintsOf({ why: 'LISTS_OUTSIDE', files: [file('there')] })).toEqual(['LISTS_OUTSIDE'])
  expect(hintsOf({ why: 'LISTS_LOCKED', files: [file('there')] })).toEqual(['LISTS_OUTSIDE', 'LISTS_LOCKED'])
})

test('files that cannot be reached say what helps, and not to choose unless there is something to choose', () => {
  const away = [file('unreachable'), file('gone')]
  expect(hintsOf({ why: 'FILES_OUTSIDE', files: away })).toEqual(['OUT_OF_REACH'])
  expect(hintsOf({ why: 'LISTS_LOCKED', files: away })).toEqual(['OUT_OF_REACH', 'LISTS_LOCKED'])
  expect(hintsOf({ why: 'FILES_OUTSIDE', files: [...away, file('not-deleted')] })).toEqual([
    'FILES_OUTSIDE',
    'OUT_OF_REACH',
  ])
})

test('a locked copy with no list left says that alone', () => {
  expect(hintsOf({ why: 'LISTS_LOCKED', files: [file('deleted'), file('gone')] })).toEqual(['LISTS_LOCKED'])
  expect(hintsOf({ why: 'LISTS_LOCKED' })).toEqual(['LISTS_LOCKED'])
})
