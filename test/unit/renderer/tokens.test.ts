import { describe, expect, test } from 'vitest'
import { environmentKinds, environmentPalette, palette, schemes, tones } from '../../../renderer/tokens'
import { contrast } from '../../support/contrast'

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what outlines a control. */
const forText = 4.5
const forOutlines = 3

describe.each(['light', 'dark'] as const)('the %s scheme', (name) => {
  const scheme = schemes[name]
  const surfaces = ['body', 'frame', 'hover', 'selected'] as const

  test.each(surfaces)('has readable text, secondary text and links on %s', (surface) => {
    for (const text of ['text', 'dimmed', 'accent'] as const) {
      expect(contrast(scheme[text], scheme[surface]), text).toBeGreaterThanOrEqual(forText)
    }
  })

  test('has readable text on the accent', () => {
    expect(contrast(scheme.onAccent, scheme.accent)).toBeGreaterThanOrEqual(forText)
  })

  test.each(['body', 'frame'] as const)('outlines controls visibly on %s', (surface) => {
    expect(contrast(scheme.control, scheme[surface])).toBeGreaterThanOrEqual(forOutlines)
  })

  test.each(tones)('has a readable chip for %s', (tone) => {
    expect(contrast(palette[name][tone].text, palette[name][tone].background)).toBeGreaterThanOrEqual(forText)
  })

  test.each(tones)('has readable words in the colour of %s on the page', (tone) => {
    expect(contrast(palette[name][tone].text, scheme.body)).toBeGreaterThanOrEqual(forText)
  })

  test.each(environmentKinds)('has a readable badge and a visible band for %s', (kind) => {
    const { text, background, band } = environmentPalette[name][kind]
    expect(contrast(text, background)).toBeGreaterThanOrEqual(forText)
    expect(contrast(band, scheme.frame)).toBeGreaterThanOrEqual(name === 'light' ? 2 : forOutlines)
  })

  test('keeps body text readable inside an error notice', () => {
    expect(contrast(scheme.text, palette[name].failed.background)).toBeGreaterThanOrEqual(forText)
    expect(contrast(scheme.dimmed, palette[name].failed.background)).toBeGreaterThanOrEqual(forText)
  })
})

test('the measure is right: black on white is 21, a colour on itself is 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#777777')).toBe(1)
})
