import { z } from 'zod'

/** Codes that any operation may answer with; an operation declares its own beside these. */
export const commonErrorCodes = [
  'INVALID_INPUT',
  'SIGNED_OUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'OFFLINE',
  'UPSTREAM',
  'OUTCOME_UNKNOWN',
  'INTERNAL',
] as const
export type CommonErrorCode = (typeof commonErrorCodes)[number]

/**
 * Whether the failed request changed anything at the server. `unknown` is the honest answer to a
 * time-out or a server error on a command: it is looked up, never guessed (rules.md #23).
 */
export const changedSchema = z.enum(['no', 'yes', 'unknown'])
export type Changed = z.infer<typeof changedSchema>

/** What is known about the API's answer, for the details of an error. Never holds a secret or a body. */
export const upstreamDetailSchema = z.object({
  /** HTTP status, absent when no answer came. */
  status: z.number().int().optional(),
  /** The API's own code, for example `INVALID_REQUEST` (rules.md #59). */
  code: z.string().optional(),
  /** The API's own words, kept as sent. */
  description: z.string().optional(),
  /** The API's list of details, kept as sent. */
  details: z.array(z.string()).optional(),
  /** Seconds after which the API asked to try again. */
  retryAfterSeconds: z.number().optional(),
})
export type UpstreamDetail = z.infer<typeof upstreamDetailSchema>

/**
 * An error on the wire. The renderer's presenter turns `code` into words and a next step; `message` is a
 * short technical sentence in English for the details and the log, free of personal data and secrets.
 */
export interface AppError<Code extends string = string> {
  readonly code: Code | CommonErrorCode
  readonly message: string
  readonly changed: Changed
  /** `App-Reference` of the request, so that the vendor can find it (rules.md #17). */
  readonly requestId?: string
  /** Input fields that were refused: path → reason. */
  readonly fields?: Readonly<Record<string, string>>
  readonly upstream?: UpstreamDetail
  /** Values for the presenter's sentence, such as the id of the operation already in progress. */
  readonly params?: Readonly<Record<string, string | number>>
}

/**
 * Builds an {@link AppError}; nothing changed unless said otherwise. An error of a common code fits every operation,
 * one of an own code only those that declare it.
 */
export function appError<const Code extends string>(
  code: Code | CommonErrorCode,
  message: string,
  extra: Partial<Omit<AppError, 'code' | 'message'>> = {},
): AppError<Exclude<Code, CommonErrorCode>> {
  return { code: code as Exclude<Code, CommonErrorCode> | CommonErrorCode, message, changed: 'no', ...extra }
}

const isCommon = (code: string): code is CommonErrorCode => commonErrorCodes.some((common) => common === code)

/** An error from a part that answers common codes alone, for an operation that declares others; else INTERNAL. */
export function asCommonError({ code, ...rest }: AppError): AppError<never> {
  return { ...rest, code: isCommon(code) ? code : 'INTERNAL' }
}
