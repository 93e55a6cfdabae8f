import { appError } from '@shared/kernel/app-error'
import { describe, expect, test } from 'vitest'
import { reactionTo, recordError } from '../../../../electron/journal/reaction'

describe('what an error of a request means', () => {
  test.each([
    ['a refusal', appError('INVALID_INPUT', '', { upstream: { status: 422 } }), 'fail'],
    ['nothing that left this machine', appError('OFFLINE', ''), 'fail'],
    ['a limit', appError('RATE_LIMITED', ''), 'requeue'],
    ['an open outcome', appError('OUTCOME_UNKNOWN', '', { changed: 'unknown' }), 'look-up'],
    [
      'a limit after which it is not known what changed',
      appError('RATE_LIMITED', '', { changed: 'unknown' }),
      'look-up',
    ],
    ['a conflict, whatever it says of changes (rule 68)', appError('CONFLICT', ''), 'look-up'],
    ['an error that says something changed', appError('UPSTREAM', '', { changed: 'yes' }), 'look-up'],
  ])('%s', (_, error, reaction) => {
    expect(reactionTo(error)).toBe(reaction)
  })
})

test('what the server wrote is kept apart from what stays for ever', () => {
  const error = appError('UPSTREAM', 'answered with 500', {
    requestId: 'r',
    upstream: { status: 500, code: 'X', description: 'Amara Okafor is unknown', details: ['a'] },
  })
  const { error: fixed, payload } = recordError(error)
  expect(fixed).toEqual({
    code: 'UPSTREAM',
    message: 'answered with 500',
    changed: 'no',
    requestId: 'r',
    status: 500,
  })
  expect(payload).toEqual({ words: { code: 'X', description: 'Amara Okafor is unknown', details: ['a'] } })
})
