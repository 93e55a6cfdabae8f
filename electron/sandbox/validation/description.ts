import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: object
}

interface Reference {
  readonly $ref: string
}

interface Message {
  readonly content?: Record<string, unknown>
}

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: Message & { readonly required?: boolean }
  readonly responses: Record<string, Message | Reference>
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: {
    readonly parameters: Record<string, Parameter>
    readonly responses: Record<string, Message>
  }
}

const FILE = join('resources', 'openapi', 'distributor-v3.8.yaml')

/** Checks calls against the OpenAPI file that client and sandbox share. */
export class ApiDescription {
  readonly #bodies: Ajv2020
  /** Parameters arrive as text, so theirs turns text into numbers and booleans before it checks. */
  readonly #parameters: Ajv2020
  readonly #document: Document
  readonly #operations = new Map<string, { readonly operation: Operation; readonly pointer: string }>()
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor(yaml: string) {
    const document: Document = parse(yaml)
    this.#document = document
    this.#bodies = ajvFor(document, false)
    this.#parameters = ajvFor(document, true)
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        this.#operations.set(operation.operationId, {
          operation,
          pointer: `/paths/${escaped(path)}/${method}`,
        })
      }
    }
  }

  /** What is wrong with the query and body of a request; empty when all is well. */
  checkRequest(operationId: string, query: Readonly<Record<string, unknown>>, body: unknown): string[] {
    const found = this.#operations.get(operationId)
    if (!found) return [`${operationId} is not in the OpenAPI file`]
    const { operation, pointer } = found
    const problems = (operation.parameters ?? [])
      .map((entry, position) => this.#locate(entry, `${pointer}/parameters/${position}`))
      .filter(({ parameter }) => parameter.in === 'query')
      .flatMap(({ parameter, place }) => this.#checkParameter(parameter, place, query[parameter.name]))
    if (!operation.requestBody) return problems
    if (body === undefined)
      return operation.requestBody.required ? [...problems, 'body is missing'] : problems
    return [...problems, ...this.#check(`${pointer}/requestBody/${JSON_SCHEMA}`, body)]
  }

  /** What is wrong with the JSON body of an answer; empty when all is well or nothing is said about it. */
  checkResponse(operationId: string, status: number, body: unknown): string[] {
    const found = this.#operations.get(operationId)
    if (!found) return [`${operationId} is not in the OpenAPI file`]
    const { responses } = found.operation
    const key = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((each) => each in responses)
    const response = key === undefined ? undefined : responses[key]
    if (response === undefined) return [`${operationId} is not described to answer ${status}`]
    const shared = '$ref' in response ? response.$ref.replace('#/components/responses/', '') : undefined
    const message = shared === undefined ? response : this.#document.components.responses[shared]
    if (!message || !('content' in message) || message.content?.['application/json'] === undefined) return []
    const place =
      shared === undefined ? `${found.pointer}/responses/${key}` : `/components/responses/${shared}`
    return this.#check(`${place}/${JSON_SCHEMA}`, body)
  }

  #locate(entry: Parameter | Reference, place: string): { parameter: Parameter; place: string } {
    if (!('$ref' in entry)) return { parameter: entry, place }
    const parameter = this.#document.components.parameters[entry.$ref.replace('#/components/parameters/', '')]
    if (!parameter) throw new Error(`${entry.$ref} is not in the OpenAPI file`)
    return { parameter, place: entry.$ref.slice(1) }
  }

  #checkParameter({ name, required, schema }: Parameter, place: string, value: unknown): string[] {
    if (value === undefined) return required ? [`${name} is missing`] : []
    const validate = this.#compile(this.#parameters, `${place}/schema`, (schema) => ({
      type: 'object',
      properties: { value: schema },
    }))
    const isList = 'type' in schema && schema.type === 'array'
    return validate({ value: isList ? String(value).split(',') : value })
      ? []
      : readable(validate).map((problem) => problem.replace('/value', name))
  }

  #check(pointer: string, body: unknown): string[] {
    const validate = this.#compile(this.#bodies, pointer, (schema) => schema)
    return validate(body) ? [] : readable(validate)
  }

  /** Validators are compiled when first asked for: the file has over 200 schemas. */
  #compile(ajv: Ajv2020, pointer: string, wrap: (schema: Reference) => object): ValidateFunction {
    const validate = this.#compiled.get(pointer) ?? ajv.compile(wrap({ $ref: `openapi#${pointer}` }))
    this.#compiled.set(pointer, validate)
    return validate
  }
}

let found: ApiDescription | undefined

/**
 * The file as the repository holds it, found upwards from this module. Read once per process, when first
 * needed: it takes about half a second.
 * @throws when there is no such file; set `validate` to false to run without
 */
export function findDescription(): ApiDescription {
  let folder = import.meta.dirname
  while (!found && dirname(folder) !== folder) {
    const file = join(folder, FILE)
    if (existsSync(file)) found = new ApiDescription(readFileSync(file, 'utf8'))
    folder = dirname(folder)
  }
  if (!found) throw new Error(`${FILE} was not found above ${import.meta.dirname}`)
  return found
}

function ajvFor(document: Document, coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false, allowUnionTypes: true, coerceTypes })
  addFormats(ajv)
  return ajv.addSchema(document, 'openapi', false, false)
}

const escaped = (text: string): string => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'))
const JSON_SCHEMA = `content/${escaped('application/json')}/schema`

function readable(validate: ValidateFunction): string[] {
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`)
}
