import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { noSuchContact } from '../contacts/contact-book'
import type { Context } from '../context'
import type { ContactDocument } from '../orders/document'
import { readBody } from './control-body'
import { SOMEONE } from './someone-else'

/** What somebody else writes over the newest version of a contact; null takes a field away. Empty: a new version. */
export const ContactMoveSchema = z.object({
  set: z.record(z.string().startsWith('contact_'), z.unknown()).default({}),
})

export type ContactMove = z.output<typeof ContactMoveSchema>

/** Lets somebody else replace a contact, as another desk would. */
export function moveContact({ store }: Context, uid: string, { set }: ContactMove): Promise<ContactDocument> {
  if (store.contacts.versions(uid).length === 0) throw noSuchContact(uid)
  const without = Object.keys(set).filter((name) => set[name] === null)
  return store.replaceContact(
    uid,
    (before) =>
      Object.fromEntries(Object.entries({ ...before, ...set }).filter(([name]) => !without.includes(name))),
    SOMEONE,
  )
}

/** What tests see and steer of contacts. */
export function addContactControl(app: FastifyInstance, context: Context, prefix: string): void {
  type ByUid = { Params: { uid: string } }
  app.get<ByUid>(`${prefix}/contacts/:uid`, (request) => ({
    versions: context.store.contacts.versions(request.params.uid),
  }))
  app.post<ByUid>(`${prefix}/contacts/:uid`, async (request) => {
    const move = readBody(ContactMoveSchema, request.body ?? {})
    return { contact: await moveContact(context, request.params.uid, move) }
  })
}
