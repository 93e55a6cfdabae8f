// Reads resources/openapi/distributor-v3.8.yaml and checks bodies against it. Validators are compiled when first
// asked for: the whole file has over 200 schemas, and one test needs a handful.
import { readFileSync } from 'node:fs'
import Ajv2020, { type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

const file = new URL('../../resources/openapi/distributor-v3.8.yaml', import.meta.url)

export interface Parameter {
  name: string
  in: 'query' | 'path' | 'header'
  required?: boolean
  style?: string
  explode?: boolean
  'x-inferred'?: string
  schema: { $ref?: string; type?: string; minItems?: number; items?: { type?: string; minLength?: number } }
}

type Reference = { $ref: string }
type Content = { content?: Record<string, unknown> }

interface Operation {
  operationId: string
  security?: Record<string, string[]>[]
  parameters?: (Parameter | Reference)[]
  requestBody?: Content
  responses: Record<string, Content | Reference>
}

interface Description {
  security: Record<string, string[]>[]
  paths: Record<string, Record<string, Operation>>
  components: {
    parameters: Record<string, Parameter>
    responses: Record<string, Content>
    schemas: Record<string, AnySchema & { 'x-known-values'?: string[] }>
  }
}

/** A body to check: what an operation is sent, or what it answers with a status. */
export type Body =
  | { operationId: string; direction: 'request' }
  | { operationId: string; direction: 'response'; status: number }

/** Says what is wrong with a body, each as `/data/order: must be object`; empty when it is valid. */
export type Check = (body: unknown) => string[]

const description = parse(readFileSync(file, 'utf8')) as Description

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats(ajv)
// Strict mode refuses words it does not know, and so finds misspelt ones. These are known besides JSON Schema's own:
// what we add to a schema, and the top of an OpenAPI file, which holds schemas and is none itself.
ajv.addVocabulary(['x-known-values', 'x-since'])
ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components'])
ajv.addSchema(description, 'openapi', false, false)

const operations = new Map(
  Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [
      operation.operationId,
      { method: method.toUpperCase(), path, operation },
    ]),
  ),
)

/** Every operation of the description, in its order there. */
export const operationList = [...operations].map(([operationId, { method, path }]) => ({
  operationId,
  method,
  path,
}))

/** Names of all schemas under `components`. */
export const schemaNames = Object.keys(description.components.schemas)

/** Known values of the open enums, by schema name. */
export const knownValues = new Map(
  Object.entries(description.components.schemas).flatMap(([name, schema]) =>
    schema['x-known-values'] ? [[name, schema['x-known-values']]] : [],
  ),
)

/** Names of the schemas that list all their values and so would refuse a new one. */
export const closedEnums = Object.entries(description.components.schemas).flatMap(([name, schema]) =>
  JSON.stringify(schema).includes('"enum":') ? [name] : [],
)

/** The parameters of an operation, references followed. */
export function parametersOf(operationId: string): Parameter[] {
  return (find(operationId).operation.parameters ?? []).map((parameter) =>
    '$ref' in parameter ? componentParameter(parameter.$ref) : parameter,
  )
}

/** The security schemes that an operation accepts, each alternative as `bearer` or `bearer+apiKey`. */
export function securityOf(operationId: string): string[] {
  const { security = description.security } = find(operationId).operation
  return security.map((alternative) => Object.keys(alternative).join('+'))
}

/**
 * The check of one body.
 * @throws when the operation is unknown, or has no JSON body in that direction or for that status
 */
export function checkOf(body: Body): Check {
  return checkAt(body.direction === 'request' ? requestPointer(body) : responsePointer(body))
}

/** The check of a schema by its path under `components/schemas`, such as `Order` or `Order/properties/order_status`. */
export function checkOfSchema(path: string): Check {
  return checkAt(`/components/schemas/${path}`)
}

const jsonSchema = `content/${escaped('application/json')}/schema`
const compiled = new Map<string, ValidateFunction>()

function checkAt(pointer: string): Check {
  return (body) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi#${pointer}` })
    compiled.set(pointer, validate)
    if (validate(body)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'}: ${message}`)
  }
}

function requestPointer({ operationId }: Body): string {
  const { operation, method, path } = find(operationId)
  if (!isJson(operation.requestBody)) throw new Error(`${operationId} takes no JSON body`)
  return `${operationPointer(method, path)}/requestBody/${jsonSchema}`
}

function responsePointer({ operationId, status }: Extract<Body, { direction: 'response' }>): string {
  const { operation, method, path } = find(operationId)
  const keys = [`${status}`, `${Math.floor(status / 100)}XX`, 'default']
  const key = keys.find((each) => each in operation.responses) ?? 'default'
  const response = operation.responses[key]
  const shared =
    response && '$ref' in response ? response.$ref.replace('#/components/responses/', '') : undefined
  if (!isJson(shared === undefined ? (response as Content) : description.components.responses[shared]))
    throw new Error(`${operationId} answers ${status} without a JSON body`)
  return shared === undefined
    ? `${operationPointer(method, path)}/responses/${key}/${jsonSchema}`
    : `/components/responses/${shared}/${jsonSchema}`
}

function isJson(body: Content | undefined): boolean {
  return body?.content?.['application/json'] !== undefined
}

function operationPointer(method: string, path: string): string {
  return `/paths/${escaped(path)}/${method.toLowerCase()}`
}

/** A JSON pointer segment inside a URI fragment. */
function escaped(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function find(operationId: string) {
  const found = operations.get(operationId)
  if (!found) throw new Error(`The OpenAPI file has no operation ${operationId}`)
  return found
}

function componentParameter(reference: string): Parameter {
  const parameter = description.components.parameters[reference.replace('#/components/parameters/', '')]
  if (!parameter) throw new Error(`The OpenAPI file has no ${reference}`)
  return parameter
}
