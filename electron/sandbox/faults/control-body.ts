import { z } from 'zod'
import { invalidRequest } from '../http/refusal'

/** Reads the body of a control route; one that does not fit is 400 and says why. */
export function readBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw invalidRequest(z.prettifyError(parsed.error))
  return parsed.data
}
