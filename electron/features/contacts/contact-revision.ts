import { newestRevision } from '@shared/features/contacts'
import { fieldsOf } from '@shared/kernel/tolerant'
import { type ContactDocument, readRaw } from '../../api'

/** The newest revision of a contact in an answer: its fields and its JSON as received. */
export interface Revision {
  readonly contact: Readonly<Record<string, unknown>>
  readonly raw: string
}

/** `undefined` where the answer holds none. */
export function revisionOf({ value, text }: ContactDocument): Revision | undefined {
  const at = newestRevision(value.data?.items)
  const raw = at === undefined ? undefined : readRaw(text, ['data', 'items', at])
  if (at === undefined || raw?.startsWith('{') !== true) return undefined
  return { contact: fieldsOf(value.data?.items?.[at]), raw }
}
