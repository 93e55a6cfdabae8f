import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset } from '../data/dataset'
import { parseJson, stringifyJson } from '../http/json'
import { type Change, stamp } from '../orders/change'
import type { ContactDocument } from '../orders/document'
import { keepContactNotes } from '../orders/kept-fields'
import { readIfThere, writeDurably } from '../store/files'

/** Contacts of this many of the newest orders are listed (documented in README.md). */
const NEWEST_ORDERS = 5000

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
  readonly #changed: Map<string, readonly ContactDocument[]>
  #made: { readonly dataset: Dataset; readonly contacts: readonly ContactDocument[] } | undefined
  #lastChange = 0

  /**
   * @param folder where changes are kept; undefined keeps them for the life of the process
   * @param changed what lies there already (`loadContacts`)
   */
  constructor(dataset: () => Dataset, folder: string | undefined, changed: ChangedContacts) {
    this.#dataset = dataset
    this.#folder = folder
    this.#changed = new Map(changed)
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
    const changed = this.#changed.get(uid)
    if (changed) return changed
    const made = this.#make(uid)
    return made ? [made] : []
  }

  /** Every contact in its newest version, those of the newest orders first. */
  all(): readonly ContactDocument[] {
    const dataset = this.#dataset()
    if (this.#made?.dataset !== dataset) this.#made = { dataset, contacts: contactsOf(dataset) }
    return this.#made.contacts.map((contact) => this.find(contact.contact_uid ?? '') ?? contact)
  }

  /** Replaces a contact: what is not sent is gone (rule 190). Settles when the new version is on disk. */
  async replace(
    uid: string,
    sent: Readonly<Record<string, unknown>>,
    change: Change,
  ): Promise<ContactDocument> {
    const versions = this.versions(uid)
    const before = versions.at(-1)
    const contact: ContactDocument = { ...structuredClone(sent), contact_uid: uid }
    for (const name of READ_ONLY) delete contact[name]
    contact.contact_version = Number(before?.contact_version ?? 0) + 1
    contact.contact_created = before?.contact_created ?? stamp(change.at)
    contact.contact_modified = stamp(change.at)
    if (before) keepContactNotes(before, contact, change)
    const next = [...versions, contact]
    if (this.#folder !== undefined) {
      await writeDurably(join(this.#folder, `${uid}.json`), stringifyJson(next))
    }
    this.#changed.set(uid, next)
    this.#noteChange(next)
    return contact
  }

  async clear(): Promise<void> {
    this.#changed.clear()
    this.#lastChange = 0
    if (this.#folder === undefined) return
    await rm(this.#folder, { recursive: true, force: true })
    await mkdir(this.#folder, { recursive: true })
  }

  #make(uid: string): ContactDocument | undefined {
    const dataset = this.#dataset()
    const person = dataset.references.decodeContact(uid)
    if (person === undefined) return undefined
    for (const index of dataset.indexesOfGuest(person)) {
      const found = contactsIn(dataset, index).find((contact) => contact.contact_uid === uid)
      if (found) return found
    }
    return undefined
  }

  #noteChange(versions: readonly ContactDocument[]): void {
    this.#lastChange = Math.max(this.#lastChange, Date.parse(String(versions.at(-1)?.contact_modified)))
  }
}

const contactsIn = (dataset: Dataset, index: number): readonly ContactDocument[] =>
  dataset.versions(index)[0]?.order_contacts ?? []

function contactsOf(dataset: Dataset): readonly ContactDocument[] {
  const contacts = new Map<string, ContactDocument>()
  const last = Math.min(dataset.oldest, dataset.newest + NEWEST_ORDERS - 1)
  for (let index = dataset.newest; index <= last; index++) {
    for (const contact of contactsIn(dataset, index)) {
      const uid = contact.contact_uid
      if (uid !== undefined && !contacts.has(uid)) contacts.set(uid, contact)
    }
  }
  return [...contacts.values()]
}
