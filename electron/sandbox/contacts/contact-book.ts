import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset } from '../data/dataset'
import { parseJson, stringifyJson } from '../http/json'
import { Refusal } from '../http/refusal'
import { type Change, stamp } from '../orders/change'
import type { ContactDocument } from '../orders/document'
import { keepContactNotes } from '../orders/kept-fields'
import { readIfThere, writeDurably } from '../store/files'
import { MadeContacts, madeVersions } from './made-contacts'

/** Fields that only the server writes (models.md, Contact). */
const READ_ONLY = ['contact_version', 'contact_created', 'contact_modified'] as const

/** All versions of the contacts that were replaced, by key. */
export type ChangedContacts = ReadonlyMap<string, readonly ContactDocument[]>

/** Reads what was replaced in an earlier run. */
export async function loadContacts(folder: string | undefined): Promise<ChangedContacts> {
  const changed = new Map<string, readonly ContactDocument[]>()
  if (folder === undefined) return changed
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue
    const versions = parseJson((await readIfThere(join(folder, name))) ?? '[]')
    if (Array.isArray(versions)) changed.set(name.replace('.json', ''), versions)
  }
  return changed
}

/**
 * The contacts module: guests who may come again (rule 189). Made from the orders, like everything else;
 * what was replaced since lies in one file each, with all its versions.
 */
export class ContactBook {
  readonly #dataset: () => Dataset
  readonly #folder: string | undefined
  readonly #newestOrders: number
  readonly #changed: Map<string, readonly ContactDocument[]>
  #made: { readonly dataset: Dataset; readonly contacts: MadeContacts } | undefined
  #lastChange = 0

  /**
   * @param folder where changes are kept; undefined keeps them for the life of the process
   * @param changed what lies there already (`loadContacts`)
   * @param newestOrders contacts of so many of the newest orders are listed
   */
  constructor(
    dataset: () => Dataset,
    folder: string | undefined,
    changed: ChangedContacts,
    newestOrders: number,
  ) {
    this.#dataset = dataset
    this.#folder = folder
    this.#changed = new Map(changed)
    this.#newestOrders = newestOrders
    for (const versions of changed.values()) this.#noteChange(versions)
  }

  /** Moment of the last change to any contact (epoch ms); 0 when there was none. */
  get lastChange(): number {
    return this.#lastChange
  }

  /** The newest version of a contact, or undefined if the module has none with this key. */
  find(uid: string): ContactDocument | undefined {
    return this.versions(uid).at(-1)
  }

  /** All versions, oldest first; empty if there is no such contact. */
  versions(uid: string): readonly ContactDocument[] {
    return this.#changed.get(uid) ?? madeVersions(this.#dataset(), uid)
  }

  /**
   * Contacts of one type in their newest version: those that came or became so since the start, then those of the
   * newest orders first. Contacts are made only for the rows asked for.
   */
  ofType(type: string): { readonly total: number; rows(offset: number, limit: number): ContactDocument[] } {
    const made = this.#madeContacts()
    const isNow = (uid: string) => this.#changed.get(uid)?.at(-1)?.contact_type ?? type
    const came = [...this.#changed].filter(
      ([uid, versions]) =>
        versions.at(-1)?.contact_type === type && !(made.isListed(uid) && versions[0]?.contact_type === type),
    )
    const stayed = made.ofType(type)
    const left = this.#changed.size === 0 ? stayed : stayed.filter(({ uid }) => isNow(uid) === type)
    const dataset = this.#dataset()
    return {
      total: came.length + left.length,
      rows: (offset, limit) =>
        [
          ...came.slice(offset, offset + limit).map(([, versions]) => versions),
          ...left
            .slice(Math.max(0, offset - came.length), Math.max(0, offset + limit - came.length))
            .map(({ uid, index }) => this.#changed.get(uid) ?? madeVersions(dataset, uid, index)),
        ]
          .map((versions) => versions.at(-1))
          .filter((contact) => contact !== undefined),
    }
  }

  /** Takes a contact in that comes with an order. Settles when it is on disk. */
  async add(contact: ContactDocument): Promise<void> {
    await this.#keep(String(contact.contact_uid), [structuredClone(contact)])
  }

  /** Replaces a contact: what `make` does not return is gone (rule 190). Settles when the new version is on disk. */
  async replace(
    uid: string,
    make: (before: ContactDocument | undefined) => Readonly<Record<string, unknown>>,
    change: Change,
  ): Promise<ContactDocument> {
    const versions = this.versions(uid)
    const before = versions.at(-1)
    const contact: ContactDocument = { ...structuredClone(make(before)), contact_uid: uid }
    for (const name of READ_ONLY) delete contact[name]
    contact.contact_version = Number(before?.contact_version ?? 0) + 1
    contact.contact_created = before?.contact_created ?? stamp(change.at)
    contact.contact_modified = stamp(change.at)
    if (before) keepContactNotes(before, contact, change)
    await this.#keep(uid, [...versions, contact])
    return contact
  }

  async clear(): Promise<void> {
    this.#changed.clear()
    this.#lastChange = 0
    if (this.#folder === undefined) return
    await rm(this.#folder, { recursive: true, force: true })
    await mkdir(this.#folder, { recursive: true })
  }

  async #keep(uid: string, versions: readonly ContactDocument[]): Promise<void> {
    if (this.#folder !== undefined) {
      await writeDurably(join(this.#folder, `${uid}.json`), stringifyJson(versions))
    }
    this.#changed.set(uid, versions)
    this.#noteChange(versions)
  }

  #madeContacts(): MadeContacts {
    const dataset = this.#dataset()
    if (this.#made?.dataset !== dataset) {
      this.#made = { dataset, contacts: new MadeContacts(dataset, this.#newestOrders) }
    }
    return this.#made.contacts
  }

  #noteChange(versions: readonly ContactDocument[]): void {
    this.#lastChange = Math.max(this.#lastChange, Date.parse(String(versions.at(-1)?.contact_modified)))
  }
}

/** 404 for a contact that the module does not have (rule 66). */
export function noSuchContact(uid: string): Refusal {
  return new Refusal(404, 'CONTACT_NOT_FOUND', `There is no contact ${uid}.`)
}
