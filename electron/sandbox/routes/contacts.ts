import { noSuchContact } from '../contacts/contact-book'
import { pushContact } from '../contacts/linked'
import type { Context, Handler, Handlers } from '../context'
import { ACCOUNTS } from '../data/accounts'
import { CONTACT_TYPES } from '../data/contacts'
import { commitOf } from '../http/call'
import { isUnchanged, lastModified } from '../http/conditional'
import { PAGING, pageOf, windowOf } from '../http/paging'
import { boolean, list, oneOf, readQuery, text } from '../http/query'
import { invalidRequest } from '../http/refusal'
import type { ContactDocument } from '../orders/document'
import { mustBeAmendable } from '../orders/update'
import { noSuchOrder } from '../store/order-store'
import { API_USER } from './cancel-order'

/** `GET /contacts`: those of type CONTACT unless another is asked for (endpoints.md #37). */
const getContacts: Handler = (request, reply, context) => {
  const query = readQuery(request, {
    reseller_id: text,
    distributor_id: text,
    contact_type: oneOf(...CONTACT_TYPES),
    ...PAGING,
  })
  const window = windowOf(query, request.call.pageSize, 'ANY_PAGE')
  const changed = Math.max(context.store.dataset.lastMade, context.store.contacts.lastChange)
  if (isUnchanged(request.headers['if-modified-since'], changed)) return reply.code(304).send()
  const type = query.contact_type ?? 'CONTACT'
  const ours =
    (query.reseller_id ?? ACCOUNTS.order.order_reseller_id) === ACCOUNTS.order.order_reseller_id &&
    (query.distributor_id ?? ACCOUNTS.order.order_distributor_id) === ACCOUNTS.order.order_distributor_id
  const found = ours ? context.store.contacts.ofType(type) : undefined
  reply.header('Last-Modified', lastModified(changed, context.clock()))
  const rows = found?.rows(window.offset, window.limit) ?? []
  return { api_version: '3.8.0', data: pageOf(window, found?.total ?? 0, rows) }
}

/** `GET /contacts/{contact_uid}`: a list, one entry per revision, newest first (models.md, envelope). */
const getContact: Handler = (request, _reply, context) => {
  const query = readQuery(request, { include_versions: boolean })
  const versions = [...versionsOf(context, uidOf(request.params))].reverse()
  return revisions(query.include_versions ? versions : versions.slice(0, 1))
}

/**
 * `PUT /contacts/{contact_uid}`: replaces a contact (rule 190), and brings the orders that are named to its
 * new version (rule 191). An order that does not exist or is cancelled refuses all of it.
 */
const updateContact: Handler = async (request, _reply, context) => {
  const query = readQuery(request, { order_reference: list })
  const uid = uidOf(request.params)
  const sent = sentContact(request.body, uid)
  versionsOf(context, uid)
  const { store } = context
  const orders = (query.order_reference ?? []).map((reference) => {
    const index = store.indexOf(reference)
    if (index === undefined) throw noSuchOrder(reference)
    mustBeAmendable(store.document(index))
    return index
  })
  const contact = await store.replaceContact(uid, () => sent, API_USER)
  request.call.committed = { reference: uid, version: Number(contact.contact_version) }
  for (const index of orders) {
    await store.change(index, API_USER, commitOf(request, 'CONTACT'), (latest, change) => ({
      order: pushContact(latest, contact, change),
    }))
  }
  return revisions([contact])
}

const revisions = (items: readonly ContactDocument[]) => ({
  api_version: '3.8.0',
  data: { kind: 'location', items },
})

function versionsOf({ store }: Context, uid: string): readonly ContactDocument[] {
  const versions = store.contacts.versions(uid)
  if (versions.length === 0) throw noSuchContact(uid)
  return versions
}

function uidOf(params: unknown): string {
  const uid: unknown = Reflect.get(Object(params), 'contact_uid')
  if (typeof uid !== 'string' || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(uid)) {
    throw invalidRequest('contact_uid must be a UUID')
  }
  return uid.toLowerCase()
}

/** The uid must be in the body as well as in the path (rule 190). */
function sentContact(body: unknown, uid: string): Record<string, unknown> {
  const contact: unknown = Reflect.get(Object(Reflect.get(Object(body), 'data')), 'contact')
  if (typeof contact !== 'object' || contact === null || Array.isArray(contact)) {
    throw invalidRequest('the body must be {"data": {"contact": {…}}}')
  }
  const sent: Record<string, unknown> = Object.fromEntries(
    Object.entries(contact).filter(([, value]) => value !== null),
  )
  if (typeof sent.contact_uid !== 'string') throw invalidRequest('contact_uid is missing in the body')
  if (sent.contact_uid.toLowerCase() !== uid) {
    throw invalidRequest('contact_uid of the body is not that of the path')
  }
  if (sent.contact_type !== undefined && !CONTACT_TYPES.some((type) => type === sent.contact_type)) {
    throw invalidRequest(`contact_type must be one of ${CONTACT_TYPES.join(', ')}`)
  }
  return sent
}

export const contactHandlers: Handlers = { getContacts, getContact, updateContact }
