import { describe, expect, test } from 'vitest'
import { mayMention, mentions, namesAny } from '../../../../../electron/features/privacy/mentions'

const subject = {
  name: 'Elske Vandermolen-Østby',
  emails: ['elske.v@erase.example.com'],
  phones: ['+31 20 123 4987'],
  references: [],
}

describe('a text of ours', () => {
  test.each(['ELSKE.V@erase.example.com', 'call 020-1234987', 'Østby, Vandermolen (Elske)'])(
    '%s names the person',
    (text) => {
      expect(mentions(subject)(text)).toBe(true)
    },
  )
  test.each(['Elske de Boer', 'v@erase.example.com', '1234', ''])('%s does not', (text) => {
    expect(mentions(subject)(text)).toBe(false)
  })
})

describe('a sentence that is kept', () => {
  const names = namesAny({ ...subject, name: 'Jan van der Vandermolen', references: ['PRI8841203977'] })
  test.each(['Mrs Vandermolen asked us to keep it', 'for Jan', 'see PRI8841203977', '+31 20 123 4987'])(
    '%s names the person',
    (text) => expect(names(text)).toBe(true),
  )
  test.each(['Kept for the tax office', 'Op verzoek van de belastingdienst', ''])('%s does not', (text) =>
    expect(names(text)).toBe(false),
  )
})

describe('a search', () => {
  const may = mayMention(subject, ['NLX7730912', 'Bell of Vandermolen, second floor'])
  test.each(['vanderm', 'elske', 'elske.v@', 'erase.example.com', '1234987', 'nlx773', 'second floor'])(
    '%s may have been for the person',
    (text) => expect(may(text)).toBe(true),
  )
  test.each(['canal cruise', 'el', 'PRI8841203977', '---', ''])('%s was for somebody else', (text) =>
    expect(may(text)).toBe(false),
  )
  test('is nobody’s once nothing is known of the person', () => {
    expect(mayMention(undefined, [])('elske')).toBe(false)
  })
})
