import { describe, expect, test } from 'vitest'
import documented from '../data/operations.json'
import { checkOfSchema, operationList, parametersOf, schemaNames, securityOf } from '../support/openapi'

describe('the operations', () => {
  test('are the 44 that the API documents', () => {
    expect(operationList.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      [...documented].sort(),
    )
    expect(documented).toHaveLength(44)
  })

  test('have one operationId each', () => {
    expect(new Set(operationList.map(({ operationId }) => operationId)).size).toBe(44)
  })

  test('want a bearer token, with an API key where the account has one (rules 3 and 12)', () => {
    const others = operationList.filter(
      ({ path }) => !['/oauth2/token', '/system/ping', '/system/status'].includes(path),
    )
    for (const { operationId } of others) expect(securityOf(operationId)).toEqual(['bearer', 'bearer+apiKey'])
    expect(others).toHaveLength(41)
  })

  test('but the token call wants the client credentials (rule 2), and the system calls nothing', () => {
    expect(securityOf('getToken')).toEqual(['clientCredentials'])
    expect(securityOf('getSystemPing')).toEqual([])
    expect(securityOf('getSystemStatus')).toEqual([])
  })
})

describe('the parameters', () => {
  const parameters = operationList.flatMap(({ operationId, path }) =>
    parametersOf(operationId).map((parameter) => ({ operationId, path, ...parameter })),
  )

  test('of the path are those in its braces, and required', () => {
    for (const { operationId, path } of operationList) {
      const inPath = parametersOf(operationId).filter((parameter) => parameter.in === 'path')
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
    }
  })

  test('are named once per operation and place', () => {
    const keys = parameters.map((parameter) => `${parameter.operationId} ${parameter.in} ${parameter.name}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('that are lists are joined by commas (rule 57) and are never empty: no list would mean all', () => {
    const lists = parameters.filter(({ schema }) => schema.type === 'array')
    expect(lists.length).toBeGreaterThan(10)
    for (const { style, explode, schema } of lists) {
      expect({ style, explode }).toEqual({ style: 'form', explode: false })
      expect(schema).toMatchObject({ minItems: 1, items: { type: 'string', minLength: 1 } })
    }
  })

  test.each([
    ['getProducts', 'product_status'],
    ['getProducts', 'product_relations'],
    ['getProduct', 'product_version'],
    ['getProductAvailability', 'party_size'],
    ['getOrders', 'order_status'],
    ['getVoucher', 'voucher_additional_information'],
    ['addPayment', 'payment_class'],
    ['cancelPayment', 'refund_amount'],
    ['getContacts', 'contact_external_uid'],
  ])('of %s do not include %s, which only v3.5 knows', (operationId, name) => {
    expect(parametersOf(operationId).map((parameter) => parameter.name)).not.toContain(name)
  })
})

describe('a time in a query', () => {
  const check = checkOfSchema('OffsetDateTime')

  test('carries an offset', () => {
    expect(check('2026-03-29T14:00:00+02:00')).toEqual([])
    expect(check('2026-03-29T14:00:00+00:00')).toEqual([])
  })

  test.each([
    '2026-03-29T14:00:00Z',
    '2026-03-29T14:00:00',
    '2026-03-29T14:00:00 02:00',
    '2026-02-30T14:00:00+02:00',
    '2026-03-29',
  ])('is never %s (rules 48 and 49)', (value) => {
    expect(check(value)).not.toEqual([])
  })
})

test('every schema compiles in strict mode, so that no keyword is misspelt and no reference dangles', () => {
  for (const name of schemaNames) expect(() => checkOfSchema(name)({}), name).not.toThrow()
})
