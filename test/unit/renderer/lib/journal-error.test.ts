import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '../../../../renderer/lib/i18n'
import { fromJournal } from '../../../../renderer/lib/journal-error'
import { presentError } from '../../../../renderer/lib/present-error'
import errors from '../../../../resources/locales/en/errors.json'

beforeAll(() => startI18n('en'))

describe('an error that the journal kept', () => {
  const error = {
    code: 'UPSTREAM',
    message: 'cancelOrder was answered with 500',
    changed: 'unknown' as const,
    requestId: 'request-1',
    status: 500,
    serverCode: 'INTERNAL_SYSTEM_FAILURE',
    serverWords: 'Something broke',
    serverDetails: ['in the till'],
  }

  it('is told in words, with what is technical and what the server said under the details alone', () => {
    const { details, ...words } = presentError(fromJournal(error), i18next.getFixedT('en', 'errors'), {
      command: true,
    })
    const told = Object.values(words).join(' ')
    for (const text of [error.message, error.code, error.serverWords, error.serverCode]) {
      expect(told).not.toContain(text)
      expect(details.map(({ value }) => value)).toContain(text)
    }
    expect(details.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['request-1', '500', 'in the till']),
    )
    expect(words.changed).toBe(errors.changed.unknown)
  })
})
