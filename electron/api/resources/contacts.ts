import type { Query, Schemas } from '@shared/api'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, type Result } from '@shared/kernel/result'
import { entriesOf } from '@shared/kernel/tolerant'
import type { Caller, ConditionalReadOptions } from '../caller'
import { type ApiDocument, holdsItems, type Shape } from '../document'
import { readRaw } from '../json/edit'
import type { CommandOptions, ReadOptions } from '../request'

/** Revisions of one contact under `data.items`, the newest first. */
export type ContactDocument = ApiDocument<Schemas['ContactListResponse']>

/** Filters and paging of the list, by the API's own names. */
export type ContactFilters = Query<'getContacts'>

export interface ContactReadOptions extends ReadOptions {
  /** Old revisions as well (`include_versions`). */
  readonly versions?: boolean | undefined
}

export interface ContactUpdateOptions extends CommandOptions {
  /** An order to bring to the new revision as well (rules.md #191); one per request, as the form of lists is unconfirmed (#57). */
  readonly order?: string | undefined
}

export interface Contacts {
  /** Contacts of one role: those of type CONTACT unless the filters name another (endpoints.md, 37). */
  list(
    filters?: ContactFilters,
    options?: ConditionalReadOptions<Schemas['ContactListResponse']>,
  ): Promise<Result<ContactDocument, AppError>>
  /** The newest revision of a contact of the contacts module (rules.md #189). */
  get(contactUid: string, options?: ContactReadOptions): Promise<Result<ContactDocument, AppError>>
  /**
   * Replaces a contact: what is left out is gone (rules.md #190).
   * @param body JSON text with `data.contact` and its uid, sent as it is, so that no digit is lost on the way
   */
  update(
    contactUid: string,
    body: string,
    options: ContactUpdateOptions,
  ): Promise<Result<ContactDocument, AppError>>
}

const path = '/contacts/{contact_uid}'

/** `data.items` holds a contact at least. */
const holdsContact: Shape = ({ data }) => entriesOf(Reflect.get(Object(data), 'items')).length > 0

/** Calls 37 to 39 of endpoints.md. */
export function contactsOf(caller: Caller): Contacts {
  return {
    list: (filters = {}, options) =>
      caller.read(
        { operation: 'getContacts', method: 'GET', path: '/contacts', query: filters },
        holdsItems,
        options,
      ),
    get: (contactUid, { signal, versions } = {}) =>
      caller.read(
        {
          operation: 'getContact',
          method: 'GET',
          path,
          ids: { contact_uid: contactUid },
          query: { include_versions: versions || undefined },
        },
        holdsContact,
        { signal },
      ),
    update: async (contactUid, body, { order, ...options }) => {
      if (readRaw(body, ['data', 'contact'])?.startsWith('{') !== true) {
        const fields = { body: 'holds no data.contact' }
        return err(appError('INVALID_INPUT', 'updateContact: the body holds no contact', { fields }))
      }
      return caller.command(
        {
          operation: 'updateContact',
          method: 'PUT',
          path,
          ids: { contact_uid: contactUid },
          query: order === undefined ? {} : { order_reference: [order] },
          body,
        },
        holdsContact,
        options,
      )
    },
  }
}
