import { appError } from '@shared/kernel/app-error'
import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { startI18n } from '../../../../renderer/lib/i18n'
import { OperationError } from '../../../../renderer/lib/ipc'
import { type PresentOptions, presentError } from '../../../../renderer/lib/present-error'

beforeAll(() => startI18n('en'))

const present = (error: unknown, options?: PresentOptions) =>
  presentError(error, i18next.getFixedT('en', 'errors'), options)

describe('an error on the screen', () => {
  test('says what happened and what to do next', () => {
    const shown = present(new OperationError(appError('OFFLINE', 'connect ECONNREFUSED')))
    expect(shown.title).toBe('No connection')
    expect(shown.nextStep).toBe('Check the network and try again.')
  })

  test('is precise where the reason is known, and general where it is not', () => {
    const signedOut = (reason: string) =>
      present(new OperationError(appError('SIGNED_OUT', '', { params: { reason } }))).title
    expect(signedOut('keychain-locked')).toBe('The keychain is locked')
    expect(signedOut('secret-missing')).toBe('This profile has no client secret')
    expect(signedOut('something else')).toBe('The server does not accept these credentials')
  })

  test('says nothing about changes where only reading was asked for', () => {
    expect(present(new OperationError(appError('OFFLINE', ''))).changed).toBeUndefined()
  })

  test('of a command says that nothing was changed', () => {
    const shown = present(new OperationError(appError('FORBIDDEN', '')), { command: true })
    expect(shown.changed).toBe('Nothing was changed at the server.')
  })

  test('whose outcome is unknown says so, asked or not', () => {
    const shown = present(new OperationError(appError('OUTCOME_UNKNOWN', '', { changed: 'unknown' })))
    expect(shown.changed).toBe('It is not known yet whether anything changed at the server.')
  })

  test('keeps the words of the server and the request reference in the details, ready to copy', () => {
    const shown = present(
      new OperationError(
        appError('UPSTREAM', 'HTTP 500', {
          requestId: 'ref-1',
          upstream: {
            status: 500,
            code: 'INTERNAL_SYSTEM_FAILURE',
            description: 'boom',
            details: ['a', 'b'],
          },
          fields: { 'order.reason': 'too short' },
        }),
      ),
    )
    expect(shown.explanation).not.toContain('boom')
    expect(shown.details).toEqual([
      { label: 'Request reference', value: 'ref-1', copyable: true },
      { label: 'HTTP status', value: '500' },
      { label: "Server's code", value: 'INTERNAL_SYSTEM_FAILURE' },
      { label: "Server's words", value: 'boom', copyable: true },
      { label: "Server's detail", value: 'a' },
      { label: "Server's detail", value: 'b' },
      { label: 'order.reason', value: 'too short' },
      { label: 'Code', value: 'UPSTREAM' },
      { label: 'Technical message', value: 'HTTP 500' },
    ])
  })

  test.each([
    ['a code without words', new OperationError(appError<string>('SOMETHING_NEW', 'x')), 'SOMETHING_NEW'],
    ['a fault of our own', new TypeError('undefined is not a function'), 'INTERNAL'],
    ['what is no error at all', 'a string', 'INTERNAL'],
  ])('is told in general words for %s', (_, thrown, code) => {
    const shown = present(thrown)
    expect(shown.title).toBe('Something went wrong in Gatehouse')
    expect(shown.details).toContainEqual({ label: 'Code', value: code })
  })
})
