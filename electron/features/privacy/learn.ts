import type { PrivacyRequest } from '@shared/features/privacy'
import type { Entry } from '../../journal'
import { heldBefore } from './deidentify-snapshot'
import { snapshotOf } from './erasure-lines'
import { mentions } from './mentions'
import { anyOf, subjectsOf } from './recognise'

const kinds: Readonly<Record<string, 'emails' | 'phones'>> = {
  contact_email: 'emails',
  contact_phone: 'phones',
  contact_mobile: 'phones',
}

/**
 * A request that knows the addresses and numbers which the erasure came across: whoever asks later whether somebody was erased
 * may know another of them than was written down. Of an order only contacts that are the person count, not who travels along.
 * @param holding operations of the request, before the journal forgets what they read
 */
export function withLearned(
  request: PrivacyRequest,
  holding: readonly Pick<Entry, 'before'>[],
): PrivacyRequest {
  const isTheirs = anyOf(subjectsOf(request).map(mentions))
  const found = { emails: new Set(request.learned?.emails), phones: new Set(request.learned?.phones) }
  for (const { before } of holding) {
    const snapshot = snapshotOf(before)
    const contacts = new Map<string, { field: string; value: string }[]>()
    for (const { pointer, field, value } of snapshot ? heldBefore(snapshot) : []) {
      const contact =
        /^\/order_contacts\/\d+/.exec(pointer)?.[0] ?? (pointer.startsWith('/contact_') ? '' : undefined)
      if (contact !== undefined) contacts.set(contact, [...(contacts.get(contact) ?? []), { field, value }])
    }
    for (const held of contacts.values()) {
      if (!isTheirs(held.map(({ value }) => value).join('\n'))) continue
      for (const { field, value } of held) {
        const kind = kinds[field]
        if (kind) found[kind].add(value)
      }
    }
  }
  const [emails, phones] = [[...found.emails], [...found.phones]]
  return emails.length + phones.length === 0 ? request : { ...request, learned: { emails, phones } }
}
