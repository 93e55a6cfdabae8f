import { contactUid, orderContacts, typesOf } from '../data/contacts'
import type { Dataset } from '../data/dataset'
import { mix, Random } from '../data/random'
import type { ContactFields } from '../data/recipe'
import { scenarioAt } from '../data/showcase'
import { stamp } from '../orders/change'
import type { ContactDocument } from '../orders/document'

const REVISION = 10
/** One ordinary booker in so many has changed since their order. */
const REVISED = 25

/** Where a contact comes from: a place in an order. */
interface Place {
  readonly uid: string
  readonly index: number
}

/** Contacts as the orders made them. Only their places are kept: a contact is made when it is asked for. */
export class MadeContacts {
  readonly #dataset: Dataset
  readonly #byType = new Map<string, Place[]>()
  readonly #uids = new Set<string>()

  /** @param newestOrders contacts of so many of the newest orders are listed */
  constructor(dataset: Dataset, newestOrders: number) {
    this.#dataset = dataset
    const last = Math.min(dataset.oldest, dataset.newest + newestOrders - 1)
    for (let index = dataset.newest; index <= last; index++) this.#addFrom(index)
  }

  /** Contacts of this type that are listed, those of the newest orders first. */
  ofType(type: string): readonly Place[] {
    return this.#byType.get(type) ?? []
  }

  isListed(uid: string): boolean {
    return this.#uids.has(uid)
  }

  #addFrom(index: number): void {
    const recipe = this.#dataset.recipe(index)
    if (recipe.extras.ownContacts) return
    for (const [position, type] of typesOf(recipe).entries()) {
      const uid = contactUid(this.#dataset.references, recipe.guest, position, type)
      if (this.#uids.has(uid)) continue
      this.#uids.add(uid)
      const places = this.#byType.get(type) ?? []
      places.push({ uid, index })
      this.#byType.set(type, places)
    }
  }
}

/** All versions of a contact as they were made, oldest first; empty if no order has it. `index` is one that does. */
export function madeVersions(dataset: Dataset, uid: string, index?: number): readonly ContactDocument[] {
  const guest = dataset.references.decodeContact(uid)
  if (guest === undefined) return []
  for (const candidate of index === undefined ? dataset.indexesOfGuest(guest) : [index]) {
    const recipe = dataset.recipe(candidate)
    const contact = orderContacts(recipe, dataset.references, dataset.world.seed).find(
      (each) => each.contact_uid === uid,
    )
    if (!contact) continue
    const isBooker = uid === dataset.references.contact(guest, 0)
    return isBooker ? withRevisions(dataset, guest, recipe.guestSince, contact) : [contact]
  }
  return []
}

function withRevisions(
  dataset: Dataset,
  guest: number,
  since: number,
  first: ContactDocument,
): ContactDocument[] {
  const changes = revisionsOf(dataset, guest, first)
  const until = Math.max(dataset.world.anchor, since)
  const versions = [first]
  for (const [position, fields] of changes.entries()) {
    versions.push({
      ...structuredClone(versions.at(-1)),
      ...structuredClone(fields),
      contact_version: position + 2,
      contact_modified: stamp(since + ((until - since) * (position + 1)) / (changes.length + 1)),
    })
  }
  return versions
}

function revisionsOf(dataset: Dataset, guest: number, first: ContactDocument): readonly ContactFields[] {
  const scenario = scenarioAt(guest)
  if (scenario) return scenario.extras?.revisions ?? []
  const { seed } = dataset.world
  if (mix(mix(seed + REVISION) ^ guest) % REVISED !== 0) return []
  const random = new Random(seed, guest, REVISION)
  const phone = `${String(first.contact_phone).slice(0, -4)}${random.between(1000, 9999)}`
  return [random.chance(50) ? { contact_phone: phone } : { contact_mobile: phone, contact_language: 'en' }]
}
