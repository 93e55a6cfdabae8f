import { mergeUnread } from '@shared/features/privacy'
import { expect, test } from 'vitest'

test('each is told once, and what was not read before stays so', () => {
  const before = { what: 'version' as const, version: 2, before: true as const }
  expect(mergeUnread([before], [{ what: 'version', version: 2 }, { what: 'payments' }])).toEqual([
    before,
    { what: 'payments' },
  ])
  expect(mergeUnread([{ what: 'version', version: 1 }], [{ what: 'version', version: 3 }])).toHaveLength(2)
})

test('all versions up to one are those up to the highest: the order has one more after it was sent', () => {
  const before = { what: 'versions-to' as const, version: 9, before: true as const }
  expect(mergeUnread([before], [{ what: 'versions-to', version: 10 }])).toEqual([{ ...before, version: 10 }])
})
