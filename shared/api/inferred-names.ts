import inferred from '../../resources/openapi/inferred-names.json'

/** Switch of a parameter whose name is a guess; the value of its `x-inferred` in the OpenAPI file. */
export type InferredNameSwitch = keyof typeof inferred.names

/**
 * The guessed name of a query parameter, kept in one place so that a correction is one line.
 * Whether it may be sent is the profile's decision: see `inferredNamesOnByDefault`.
 */
export function inferredName(key: InferredNameSwitch): string {
  return inferred.names[key].parameter
}

/** Whether the switches of a new profile start on: only the built-in sandbox is known to know these names. */
export const inferredNamesOnByDefault = inferred.onByDefault

/** The switch of a query parameter whose name is a guess; `undefined` for a documented name. */
export function inferredSwitch(operationId: string, parameter: string): InferredNameSwitch | undefined {
  const keys = Object.keys(inferred.names) as InferredNameSwitch[]
  return keys.find(
    (key) => inferred.names[key].operationId === operationId && inferred.names[key].parameter === parameter,
  )
}

/** Whether the name of this query parameter is a guess. */
export const isInferred = (operationId: string, parameter: string): boolean =>
  inferredSwitch(operationId, parameter) !== undefined
