import type { BatchAction } from '@shared/features/batches'
import i18next, { type TFunction } from 'i18next'
import type words from '../../../resources/locales/en/batches.json'
import type errors from '../../../resources/locales/en/errors.json'

/** Why a line is left out, or what went wrong with it, in a few words: a finding, an obstacle or the code of an error. */
export function whyText(why: string | undefined, t: TFunction<'batches'>): string {
  if (why === undefined) return ''
  const own = `why.${why}`
  if (i18next.exists(`batches:${own}`)) return t(own as `why.${keyof (typeof words)['why']}`)
  const error = `errors:codes.${why}.title`
  if (!i18next.exists(error)) return why
  return i18next.t(error as `errors:codes.${keyof (typeof errors)['codes']}.title`)
}

/** Why the person does it, where the action asks. */
export const reasonOf = (action: BatchAction | undefined): string | undefined =>
  action && 'reason' in action ? action.reason : undefined
