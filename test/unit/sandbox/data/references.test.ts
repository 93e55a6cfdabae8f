import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shuffle40, unshuffle40 } from '../../../../electron/sandbox/data/random'
import { References } from '../../../../electron/sandbox/data/references'

const references = new References(7)
const index = fc.integer({ min: -1_000_000, max: 1_000_000 })

describe('references', () => {
  it('lead back to the index they were made from, whatever their kind', () => {
    fc.assert(
      fc.property(index, fc.integer({ min: 1, max: 300 }), (at, number) => {
        for (const reference of [
          references.order(at),
          references.booking(at, number),
          references.booking(at, number, 2),
          references.transaction(at, number),
          references.ticketCode(at, number),
          references.groupCode(at, number),
          references.external(at),
          references.merchantPayment(at, number),
          references.pspPayment(at, number % 99),
        ]) {
          expect(references.decode(reference), reference).toBe(at)
          expect(reference.length).toBeGreaterThanOrEqual(8)
        }
        expect(references.decodePayment(references.payment(at, number % 256))).toBe(at)
        expect(references.decodeContact(references.contact(at))).toBe(at)
      }),
    )
  })

  it('are UUIDs where the API has UUIDs', () => {
    expect(references.contact(5)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('lead nowhere when they are made up', () => {
    expect(references.decode('hello')).toBeUndefined()
    expect(references.decode('')).toBeUndefined()
    expect(references.decodePayment('f44226c0-e142-11ea-86d2-83036af9991e')).toBeUndefined()
  })

  it('differ from seed to seed', () => {
    expect(new References(8).order(5)).not.toBe(references.order(5))
  })
})

describe('the shuffle behind them', () => {
  it('has an inverse, so nothing collides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 - 1 }), fc.integer(), (value, key) => {
        const shuffled = shuffle40(value, key)
        expect(shuffled).toBeGreaterThanOrEqual(0)
        expect(shuffled).toBeLessThan(2 ** 40)
        expect(unshuffle40(shuffled, key)).toBe(value)
      }),
    )
  })
})
