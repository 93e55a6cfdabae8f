import { describe, expect, test } from 'vitest'
import { refundText } from '../../../../../renderer/features/operations/refund-text'
import { createFormat } from '../../../../../renderer/lib/format'

const format = createFormat('en')
const euros = { amount: '10.00', currency: 'EUR' }
const dollars = { amount: '11.40', currency: 'USD' }

describe('a refund in words', () => {
  test.each([
    ['in the one currency there is', { amount: euros }, '€10.00'],
    [
      "in the order's currency, with what the guest got",
      { amount: euros, paid: dollars },
      '€10.00 (US$11.40)',
    ],
    ["in the guest's alone, where the order does not say its own", { paid: dollars }, 'US$11.40'],
    ['of which nothing was read', { status: 'PENDING' }, '–'],
  ])('is %s', (_, row, text) => {
    expect(refundText(row, format)).toBe(text)
  })
})
