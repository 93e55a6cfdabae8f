import {
  type PrivacyRequest,
  personalFields,
  personalFieldsOfContact,
  type privacyOperations,
} from '@shared/features/privacy'
import type { Handler } from '@shared/ipc/define'
import { appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { entriesOf } from '@shared/kernel/tolerant'
import type { ProfileApi } from '../../api'
import { fileNotes } from '../../journal'
import { fill, nativeText } from '../../platform/native-text'
import { writeWholeFile, written } from '../../platform/write-file'
import { copiesToClear } from './erase'
import { page, type Section } from './page'
import type { PrivacyDeps } from './privacy-deps'
import type { RequestBook } from './request-book'
import { unended } from './requests'
import { someAtATime } from './review-erasure'

type ExportPerson = (typeof privacyOperations)['exportPerson']

/** Everything that is chosen, as the API holds it: the orders as received, and contacts with all their revisions. */
async function gather({ orders, contacts }: ProfileApi, request: PrivacyRequest) {
  const chosen = <T extends { readonly chosen: boolean }>(found: readonly T[]) =>
    found.filter((one) => one.chosen)
  const [ofOrders, ofContacts] = await Promise.all([
    someAtATime(chosen(request.orders), ({ reference }) => orders.get(reference, { fresh: true })),
    someAtATime(chosen(request.contacts), ({ uid }) => contacts.get(uid, { versions: true })),
  ])
  const failed = [...ofOrders, ...ofContacts].find((document) => !document.ok)
  // Half of what is held is no answer to who asks what is held.
  if (failed && !failed.ok) return failed
  return ok({
    orders: ofOrders.flatMap((document) => (document.ok ? [document.value.value.data.order] : [])),
    contacts: ofContacts.map((document) => (document.ok ? entriesOf(document.value.value.data?.items) : [])),
  })
}

/** Writes what is held of the person, before any of it is erased (right of access). */
export function createExportPerson(deps: PrivacyDeps, book: RequestBook): Handler<ExportPerson> {
  const notes = fileNotes(deps)
  return async ({ profile, request: id, as }, caller) => {
    const request = await book.take(profile, id)
    if (!request.ok) return request
    const { state } = request.value
    // Nothing is known any more of whom a request that has ended was about.
    if (state === 'completed' || state === 'withdrawn')
      return err(appError('NOT_OPEN', `the request is ${state}`, { params: { state } }))
    const words = nativeText(deps.language()).privacy
    const name = `${words.export.file}-${request.value.number}.${as}`
    const path = await deps.chooseSavePath({ name, kind: { name: words.files[as], extension: as } }, caller)
    if (path === undefined) return ok({ orders: 0 })
    const gathered = await gather(deps.api.for(profile), request.value)
    if (!gathered.ok) return err(asCommonError(gathered.error))
    const { orders, contacts } = gathered.value
    const at = new Date(deps.now()).toISOString()
    const bytes =
      as === 'json'
        ? Buffer.from(
            `${JSON.stringify({ request: request.value.number, exportedAt: at, orders, contacts }, null, 2)}\n`,
          )
        : await deps.toPdf(personPage(orders, contacts, request.value.number, at, deps.language()))
    // Written down first: a file that is not there does no harm, one that nobody knows of does.
    const noted = await book.change<never>({ profile, request: id }, unended, async (now) =>
      ok({ ...copiesToClear(now), exportedTo: [...new Set([...(now.exportedTo ?? []), path])] }),
    )
    if (!noted.ok) return noted
    const saved = await written(() => writeWholeFile(path, bytes, notes.parts({ profile })))
    return saved.ok ? ok({ savedAs: fileName(path), orders: orders.length }) : saved
  }
}

export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** What the fields of each order and contact hold, for people to read. */
function personPage(
  orders: readonly unknown[],
  contacts: readonly (readonly unknown[])[],
  number: string,
  at: string,
  language: 'en' | 'nl',
): string {
  const words = nativeText(language).privacy.export
  const rows = (fields: ReturnType<typeof personalFields>): Section['rows'] =>
    fields.map(({ pointer, value }) => [pointer.slice(1).replaceAll('/', ' › '), value])
  return page(language, words.title, fill(words.intro, { number, at }), [
    ...orders.map((order) => ({
      title: `${words.order} ${String(Reflect.get(Object(order), 'order_reference') ?? '')}`,
      rows: rows(personalFields(order)),
    })),
    ...contacts.map((revisions) => ({
      title: words.contact,
      rows: revisions.flatMap((revision) => rows(personalFieldsOfContact(revision))),
    })),
  ])
}
