import fc from 'fast-check'
import { z } from 'zod'

/** JSON Schema as zod writes it: the parts that inputs of operations use. */
interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  /** What stands under names that are not told one by one. */
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly pattern?: string
  readonly allOf?: readonly Schema[]
}

/** Texts that formats and refinements ask for; the first that a field takes is used. */
const usualTexts = [
  'PRI88412039',
  'https://example.com/',
  '/orders',
  'reason',
  '2026-03-01',
  '2026-03-01T10:00:00+01:00',
  '4f0c6f3e-5d3b-4c6e-9b53-0a8f1f6f7d21',
  '12.50',
  'EUR',
  'a@b.example',
  'Europe/Amsterdam',
]

/**
 * A valid input of an operation, made from its schema, so that an operation added tomorrow is walked as well.
 * @throws when the schema asks for something that is not known here: then teach it above
 */
export function sampleInput(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  const tries = [false, true].flatMap((isFull) => ['', ...usualTexts].map((text) => ({ text, isFull })))
  for (const { text, isFull } of tries) {
    const candidate = build(json, text, isFull)
    if (schema.safeParse(candidate).success) return candidate
  }
  throw new Error('no valid input found: teach test/support/sample-input.ts what this schema asks for')
}

/** @param isFull with fields that may be left out, of which a refinement may ask for one */
function build(schema: Schema, text: string, isFull: boolean): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const [branch] = schema.anyOf ?? schema.oneOf ?? []
  if (branch) return build(branch, text, isFull)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        namesIn(schema, isFull).map((name) => [
          name,
          build(schema.properties?.[name] ?? othersOf(schema), text, isFull),
        ]),
      )
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => build(schema.items ?? {}, text, isFull))
    case 'string':
      return textFor(schema, text)
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1
    case 'boolean':
      return false
    default:
      return null
  }
}

/** A record with an enum of names has all of them. */
const namesIn = ({ required, properties, propertyNames }: Schema, isFull: boolean): readonly string[] =>
  isFull && properties ? Object.keys(properties) : (required ?? (propertyNames?.enum ?? []).map(String))

const othersOf = ({ additionalProperties }: Schema): Schema =>
  typeof additionalProperties === 'object' ? additionalProperties : {}

function textFor(schema: Schema, wanted: string): string {
  const fitting = [wanted, ...usualTexts].find((text) => fits(schema, text))
  if (fitting !== undefined) return fitting
  const pattern = patterns(schema)[0]
  if (pattern === undefined) return 'x'.repeat(schema.minLength ?? 1)
  const made = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 50, seed: 1 })
  return made.find((text) => fits(schema, text)) ?? ''
}

const patterns = ({ pattern, allOf = [] }: Schema): string[] => [
  ...(pattern === undefined ? [] : [pattern]),
  ...allOf.flatMap((part) => patterns(part)),
]

const fits = (schema: Schema, text: string) =>
  text.length >= (schema.minLength ?? 0) &&
  text.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
  patterns(schema).every((pattern) => new RegExp(pattern, 'u').test(text))
