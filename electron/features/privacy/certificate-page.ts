import { type Certificate, isGap, type LeftField, type Unread } from '@shared/features/privacy'
import { fill, nativeText } from '../../platform/native-text'
import { page, type Section } from './page'

/** A certificate to be read by people; what can be checked is the JSON. */
export function certificatePage({ body, signature }: Certificate, language: 'en' | 'nl'): string {
  const {
    certificate: words,
    copyPlaces,
    copyResults,
    searchPlaces,
    searchStates,
  } = nativeText(language).privacy
  const { counts, subject, searchedAt, searched = [] } = body
  const left = (fields: readonly LeftField[]) =>
    fields
      .map(({ pointer, version }) =>
        version === undefined ? pointer : `${pointer} (${words.version} ${version})`,
      )
      .join('\n')
  const nameOf = ({ what, version }: Unread) =>
    what === 'payments'
      ? words.payments
      : `${what === 'version' ? words.version : words.versionsTo} ${version}`
  const unseen = (unread: readonly Unread[]) =>
    unread.length === 0 ? '' : fill(words.unread, { what: unread.map(nameOf).join(', ') })
  const result = (one: {
    result: keyof typeof words.results
    left: readonly LeftField[]
    fields: readonly string[]
    unread?: readonly Unread[] | undefined
  }) =>
    [words.results[one.result], one.fields.join(', '), left(one.left), unseen(one.unread ?? [])]
      .filter((text) => text !== '')
      .join('. ')
  const notWhole = [...body.orders, ...body.contacts].filter(({ unread = [] }) => unread.length > 0).length
  const sections: Section[] = [
    {
      title: fill(words.requestTitle, { number: body.request }),
      rows: [
        [words.receivedOn, body.receivedOn],
        [words.dueOn, body.dueOn],
        ...(body.startedAt === undefined ? [] : ([[words.startedAt, body.startedAt]] as const)),
        [words.completedAt, body.completedAt],
        [words.completedBy, body.completedBy],
        ...(searchedAt === undefined ? [] : ([[words.searchedAt, searchedAt]] as const)),
        [words.verification, words.verified[body.verification]],
        [words.orders, `${counts.ordersErased} / ${counts.orders}`],
        [words.contacts, `${counts.contactsOverwritten} / ${counts.contacts}`],
        [words.left, String(counts.left)],
        ...(notWhole === 0 ? [] : ([[words.notWhole, String(notWhole)]] as const)),
        ...(body.leftAccepted === undefined ? [] : ([[words.leftAccepted, body.leftAccepted]] as const)),
      ],
    },
    {
      title: words.searched,
      rows: searched.map((one) => [
        searchPlaces[one.place],
        // No copy is kept of some profiles, so that there is nothing to search.
        fill(searchStates[isGap(one) || one.state === 'searched' ? one.state : 'none'], {
          looked: String(one.looked),
        }),
      ]),
    },
    { title: words.orders, rows: body.orders.map((order) => [order.reference, result(order)]) },
    { title: words.contacts, rows: body.contacts.map((contact) => [contact.contact, result(contact)]) },
    {
      title: words.copies,
      rows: body.copies.map(({ place, result: how }) => [copyPlaces[place], copyResults[how]]),
    },
    {
      title: words.subject,
      rows: [...subject.emails, ...subject.phones].map((digest, at) => [String(at + 1), digest]),
    },
    {
      title: words.signature,
      rows: [
        [signature.algorithm, signature.value],
        [words.key, signature.key],
      ],
    },
  ]
  return page(
    language,
    words.title,
    words.intro,
    sections.filter(({ rows }) => rows.length > 0),
  )
}
