import type { NewNote } from '@shared/features/amendments'
import { type BatchAction, type BatchField, type BatchKind, isContactKind } from '@shared/features/batches'
import { useState } from 'react'

/** What a person fills in before they see what it would do. */
export interface ActionDraft {
  readonly reason: string
  /** Undecided at first: nobody gives money back, or keeps it, by not looking. */
  readonly refundToGuest: boolean | undefined
  /** A key of `amendChoices`. */
  readonly what: AmendChoice | undefined
  /** Name of the flag, the question or the custom field. */
  readonly title: string
  readonly value: string
  readonly note: NewNote
}

/** What a batch can amend: things of which an order has one, or one by that name. */
export const amendChoices = {
  note: undefined,
  order_language: { section: 'order', kind: 'text', named: false },
  contact_language: { section: 'contact', kind: 'text', named: false },
  contact_email: { section: 'contact', kind: 'text', named: false },
  contact_phone: { section: 'contact', kind: 'text', named: false },
  flag_value: { section: 'flag', kind: 'text', named: true },
  custom_field_value: { section: 'customField', kind: 'text', named: true },
  checkout_field_value: { section: 'question', kind: 'text', named: true },
  send_receipt: { section: 'mail', kind: 'switch', named: false },
  send_notification: { section: 'mail', kind: 'switch', named: false },
  send_offers: { section: 'mail', kind: 'switch', named: false },
  send_marketing: { section: 'mail', kind: 'switch', named: false },
} as const satisfies Readonly<
  Record<
    string,
    | { readonly section: BatchField['section']; readonly kind: 'text' | 'switch'; readonly named: boolean }
    | undefined
  >
>
export type AmendChoice = keyof typeof amendChoices

export const isAmendChoice = (text: string | null): text is AmendChoice =>
  text !== null && Object.hasOwn(amendChoices, text)

const empty: ActionDraft = {
  reason: '',
  refundToGuest: undefined,
  what: undefined,
  title: '',
  value: '',
  note: { text: '', recipients: [] },
}

/** Begins where the person was, when they come back from the preview. */
export function useActionDraft(kind: BatchKind, before: BatchAction | undefined) {
  const [draft, setDraft] = useState<ActionDraft>(() => ({ ...empty, ...(before ? draftOf(before) : {}) }))
  const change = (part: Partial<ActionDraft>) => setDraft((now) => ({ ...now, ...part }))
  return { draft, change, action: isContactKind(kind) ? before : actionOf(kind, draft) }
}

function draftOf(action: BatchAction): Partial<ActionDraft> {
  if (action.kind === 'cancel') return { reason: action.reason, refundToGuest: action.refundToGuest }
  if (action.kind === 'refund') return { reason: action.reason }
  if (action.kind !== 'amend') return {}
  const { field, wanted, note } = action
  if (note) return { what: 'note', note }
  const what = field?.name ?? null
  return isAmendChoice(what) ? { what, title: field?.title ?? '', value: String(wanted ?? '') } : {}
}

/** The shortest reason that says anything. */
const shortestReason = 3

/** The action that is filled in; `undefined` while something is missing. */
export function actionOf(kind: BatchKind, draft: ActionDraft): BatchAction | undefined {
  const reason = draft.reason.trim()
  if (kind === 'payment-email' || kind === 'vouchers') return { kind }
  // Which contacts it is about was chosen where the plan began.
  if (isContactKind(kind)) return undefined
  if (kind === 'amend') return amendOf(draft)
  // Who asked, and what is held back, is not filled in here.
  if (kind === 'deidentify') return undefined
  if (reason.length < shortestReason) return undefined
  if (kind === 'refund') return { kind, reason }
  return draft.refundToGuest === undefined ? undefined : { kind, reason, refundToGuest: draft.refundToGuest }
}

function amendOf({ what, title, value, note }: ActionDraft): BatchAction | undefined {
  if (what === undefined) return undefined
  if (what === 'note') {
    const text = note.text.trim()
    return text === '' ? undefined : { kind: 'amend', note: { ...note, text } }
  }
  const { section, kind, named } = amendChoices[what]
  const name = title.trim()
  const text = value.trim()
  if (text === '' || (named && name === '')) return undefined
  return {
    kind: 'amend',
    field: { section, name: what, ...(named ? { title: name } : {}) },
    wanted: kind === 'switch' ? text === 'true' : text,
  }
}
