import { expect, test } from 'vitest'
import inferred from '../../resources/openapi/inferred-names.json'
import {
  type InferredNameSwitch,
  inferredName,
  inferredNamesOnByDefault,
} from '../../shared/api/inferred-names'
import { operationList, parametersOf } from '../support/openapi'

const switches = Object.keys(inferred.names) as InferredNameSwitch[]

test('the list of guessed names and the marks in the OpenAPI file are the same 12', () => {
  const marked = operationList.flatMap(({ operationId }) =>
    parametersOf(operationId).flatMap(({ name, 'x-inferred': key }) =>
      key === undefined ? [] : [`${key}: ${operationId} ${name}`],
    ),
  )
  const listed = switches.map((key) => `${key}: ${inferred.names[key].operationId} ${inferredName(key)}`)
  expect(marked.sort()).toEqual(listed.sort())
  expect(listed).toHaveLength(12)
})

test('they are sent to the built-in sandbox only, unless a profile switches them on', () => {
  expect(inferredNamesOnByDefault).toEqual({ builtInSandbox: true, otherProfiles: false })
})

test('each says how sure it is', () => {
  for (const key of switches) expect(['good', 'fair', 'weak']).toContain(inferred.names[key].confidence)
})
