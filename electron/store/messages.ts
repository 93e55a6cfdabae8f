import { z } from 'zod'

/** A question with its number, which the answer repeats. */
export const storeRequestSchema = z.strictObject({
  id: z.number().int(),
  method: z.string(),
  params: z.unknown(),
})

/** `error` says that the method threw: what it was to do did not happen, unless a transaction says otherwise. */
export const storeResponseSchema = z.union([
  z.strictObject({ id: z.number().int(), value: z.unknown() }),
  z.strictObject({
    id: z.number().int(),
    error: z.strictObject({ name: z.string(), message: z.string(), code: z.string().optional() }),
  }),
])
export type StoreResponse = z.infer<typeof storeResponseSchema>

/** What a process may be asked: method → shape of its parameters. */
export type MethodParams = Readonly<Record<string, z.ZodType>>
export type MethodOf<Params extends MethodParams> = keyof Params & string

/** A process that keeps a file, by what it may be asked and what it answers; plain data both. */
export interface Protocol {
  readonly params: MethodParams
  readonly answers: object
}
export type AnswerOf<P extends Protocol, M extends MethodOf<P['params']>> = M extends keyof P['answers']
  ? P['answers'][M]
  : never
