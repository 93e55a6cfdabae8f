import type { AppError } from '@shared/kernel/app-error'
import i18next, { type TFunction } from 'i18next'
import type words from '../../resources/locales/en/errors.json'
import { OperationError } from './ipc'

/** An error in a person's words: what happened, whether anything changed at the server, what to do next. */
export interface PresentedError {
  readonly title: string
  readonly explanation: string
  /** A sentence about the server's side. Absent where no change was asked for. */
  readonly changed?: string
  readonly nextStep: string
  /** For support and the vendor: label and text, as received. */
  readonly details: readonly ErrorDetail[]
}

export interface ErrorDetail {
  readonly label: string
  readonly value: string
  /** Whether it is worth a copy button. */
  readonly copyable?: boolean
}

/** How an error is told; `command` is what the person tried to change, which adds the sentence about the server. */
export interface PresentOptions {
  readonly command?: boolean
}

/** Where words stand: under a code, or under a reason that is more precise. */
type Words = `codes.${keyof (typeof words)['codes']}` | `reasons.${keyof (typeof words)['reasons']}`

/**
 * Turns whatever was thrown into words. They stand in `errors.json` under the code (a test holds every code of
 * the contract to that), or under a reason that is more precise; a code from elsewhere gets the words of INTERNAL.
 * The server's own words are in the details only. `t` is that of the namespace `errors`.
 */
export function presentError(
  error: unknown,
  t: TFunction<'errors'>,
  options: PresentOptions = {},
): PresentedError {
  const appError = toAppError(error)
  const place = wordsFor(appError)
  const showChanged = options.command === true || appError.changed !== 'no'
  return {
    title: t(`${place}.title`, { ...appError.params }),
    explanation: t(`${place}.explanation`, { ...appError.params }),
    ...(showChanged ? { changed: t(`changed.${appError.changed}`) } : {}),
    nextStep: t(`${place}.nextStep`, { ...appError.params }),
    details: details(appError, t),
  }
}

/** Codes that are told more precisely where the reason is known. */
const codesWithReasons: readonly string[] = ['OFFLINE', 'SIGNED_OUT', 'VIEWS_FILE_REFUSED']

function wordsFor({ code, params }: AppError): Words {
  const reason = `reasons.${params?.reason}`
  if (codesWithReasons.includes(code) && i18next.exists(`errors:${reason}`)) return reason as Words
  return i18next.exists(`errors:codes.${code}`) ? (`codes.${code}` as Words) : 'codes.INTERNAL'
}

/** The {@link AppError} inside what was thrown; anything else is an error of our own in this window. */
export function toAppError(error: unknown): AppError {
  if (error instanceof OperationError) return error.appError
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'INTERNAL', message, changed: 'no' }
}

function details(
  { code, message, requestId, upstream, fields }: AppError,
  t: TFunction<'errors'>,
): ErrorDetail[] {
  const lines: [string, string | number | undefined, boolean?][] = [
    [t('details.requestId'), requestId, true],
    [t('details.status'), upstream?.status],
    [t('details.serverCode'), upstream?.code],
    [t('details.serverWords'), upstream?.description, true],
    ...(upstream?.details ?? []).map((line): [string, string] => [t('details.serverDetail'), line]),
    ...Object.entries(fields ?? {}).map(([path, why]): [string, string] => [path, why]),
    [t('details.code'), code],
    [t('details.message'), message],
  ]
  return lines.flatMap(([label, value, copyable]) =>
    value === undefined || value === ''
      ? []
      : [{ label, value: String(value), ...(copyable ? { copyable } : {}) }],
  )
}
