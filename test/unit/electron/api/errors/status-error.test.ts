import { describe, expect, test } from 'vitest'
import { statusError } from '../../../../../electron/api/errors/status-error'
import type { Answer } from '../../../../../electron/api/http/transport'

const answer = (status: number, body = '', headers: Answer['headers'] = {}): Answer => ({
  status,
  headers,
  body: Buffer.from(body),
})
const read = { operation: 'getOrder', kind: 'read' } as const
const command = { operation: 'cancelOrder', kind: 'command' } as const

describe('the error for a status', () => {
  test.each([
    // status, code for a read, code for a command, what a command changed
    [300, 'UPSTREAM', 'OUTCOME_UNKNOWN', 'unknown'],
    [302, 'UPSTREAM', 'OUTCOME_UNKNOWN', 'unknown'],
    [400, 'INVALID_INPUT', 'INVALID_INPUT', 'no'],
    [401, 'SIGNED_OUT', 'SIGNED_OUT', 'no'],
    [402, 'UPSTREAM', 'UPSTREAM', 'no'],
    [403, 'FORBIDDEN', 'FORBIDDEN', 'no'],
    [404, 'NOT_FOUND', 'NOT_FOUND', 'no'],
    [405, 'UPSTREAM', 'UPSTREAM', 'no'],
    [406, 'UPSTREAM', 'UPSTREAM', 'no'],
    [408, 'UPSTREAM', 'OUTCOME_UNKNOWN', 'unknown'],
    [409, 'CONFLICT', 'CONFLICT', 'unknown'],
    [418, 'UPSTREAM', 'UPSTREAM', 'no'],
    [422, 'INVALID_INPUT', 'INVALID_INPUT', 'no'],
    [429, 'RATE_LIMITED', 'RATE_LIMITED', 'no'],
    [499, 'UPSTREAM', 'UPSTREAM', 'no'],
    [500, 'UPSTREAM', 'OUTCOME_UNKNOWN', 'unknown'],
    [501, 'UPSTREAM', 'UPSTREAM', 'no'],
    [502, 'UPSTREAM', 'OUTCOME_UNKNOWN', 'unknown'],
    [503, 'UPSTREAM', 'OUTCOME_UNKNOWN', 'unknown'],
    [504, 'UPSTREAM', 'OUTCOME_UNKNOWN', 'unknown'],
    [599, 'UPSTREAM', 'OUTCOME_UNKNOWN', 'unknown'],
  ])(
    '%i: a read is %s and changed nothing; a command is %s and changed: %s',
    (status, readCode, code, changed) => {
      expect(statusError(read, answer(status), 'id').error).toMatchObject({ code: readCode, changed: 'no' })
      expect(statusError(command, answer(status), 'id').error).toMatchObject({
        code,
        changed,
        requestId: 'id',
        message: `cancelOrder was answered with ${status}`,
        upstream: { status },
      })
    },
  )
})

describe("the server's own words (rule 59)", () => {
  const upstream = (body: string, headers?: Answer['headers']) =>
    statusError(read, answer(400, body, headers), 'id').error.upstream

  test('are kept as sent', () => {
    const body = {
      error: 'INVALID_REQUEST',
      error_description: 'Réservation “déjà” annulée',
      errors: ['order_reference: too short', { field: 'x' }, 7],
    }
    expect(upstream(JSON.stringify(body))).toEqual({
      status: 400,
      code: 'INVALID_REQUEST',
      description: 'Réservation “déjà” annulée',
      details: ['order_reference: too short', '{"field":"x"}', '7'],
    })
  })

  test.each([
    ['nothing (rule 8)', ''],
    ['a page', '<html><body>Bad Gateway</body></html>'],
    ['half a JSON', '{"error": "INV'],
    ['a list', '[1,2]'],
    ['null', 'null'],
    ['values of other types', '{"error":1,"error_description":{},"errors":"x"}'],
  ])('may be %s: then the status is all there is', (_, body) => {
    expect(upstream(body, { 'content-type': 'text/html' })).toEqual({ status: 400 })
  })

  test('may be a plain text', () => {
    expect(upstream('no such order', { 'content-type': 'text/plain; charset=utf-8' })).toEqual({
      status: 400,
      description: 'no such order',
    })
  })

  test('are cut to a readable length and cleared of what could deceive a reader', () => {
    const found = upstream(
      JSON.stringify({
        error_description: `a\u0000b\r\n\u202Ec${'x'.repeat(5_000)}`,
        errors: Array.from({ length: 500 }, (_, i) => `problem ${i}`),
      }),
    )
    expect(found?.description).toHaveLength(500)
    expect(found?.description).toMatch(/^a b cx+…$/)
    expect(found?.details).toHaveLength(20)
  })
})
