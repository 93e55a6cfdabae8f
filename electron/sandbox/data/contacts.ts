import type { ContactDocument } from '../orders/document'
import { localTime } from '../time/local-time'
import { type Person, personOf } from './people'
import { Random } from './random'
import type { ContactFields, PersonFields, Recipe } from './recipe'
import type { References } from './references'

/** The distributor's own zone, for times that belong to no activity. */
export const DESK_ZONE = 'Europe/Amsterdam'

/** Values of `contact_type` (enums.md). */
export const CONTACT_TYPES = [
  'BOOKER',
  'CONTACT',
  'GUEST',
  'PARTNER',
  'STAFF',
  'CASHIER',
  'PAYMENT',
  'AGENT',
  'EMERGENCY',
  'GUIDE',
  'SUPPLIER',
  'VENUE',
  'HOST',
  'COMPANY',
  'DELIVERY',
  'OTHER',
  'MANAGER',
  'SUPPORT',
  'INSTRUCTOR',
] as const

/** Far from the numbers of those who book. */
const FELLOWS = -1_000_000
const DOCUMENT = 3

/** Nothing sets them apart. */
const AS_DRAWN: PersonFields = {}

/** Somebody in an order. */
export interface Participant {
  readonly type: string
  readonly person: Person
  readonly fields: ContactFields | undefined
}

/** The stream that an order is written with; the people come first. */
export const documentRandom = (seed: number, index: number): Random => new Random(seed, index, DOCUMENT)

/** The types of the people of an order, the booker first (rule 193). */
export const typesOf = ({ fellows, extras }: Recipe): readonly string[] => [
  'BOOKER',
  ...fellows,
  ...(extras.companions ?? []).map((companion) => companion.type),
]

/** The people of an order: the booker first, then those who come along or pay. */
export function peopleOf(seed: number, { guest, fellows, extras }: Recipe): readonly Participant[] {
  const companions = [
    ...fellows.map((type) => ({ type, person: AS_DRAWN, contact: undefined })),
    ...(extras.companions ?? []),
  ]
  return [
    { type: 'BOOKER', person: { ...personOf(seed, guest), ...extras.person }, fields: extras.contact },
    ...companions.map(({ type, person, contact }, position) => ({
      type,
      person: { ...personOf(seed, FELLOWS * (position + 1) - guest), ...person },
      fields: contact,
    })),
  ]
}

/**
 * Contacts of an order. They are the same in every order of a guest, because the contacts module holds each once:
 * so they are drawn as in the first one.
 */
export function orderContacts(
  recipe: Recipe,
  references: References,
  seed: number,
  random: Random = documentRandom(seed, recipe.index),
): ContactDocument[] {
  const draws = recipe.guest === recipe.index ? random : documentRandom(seed, recipe.guest)
  return peopleOf(seed, recipe).map((participant, position) =>
    contactOf(participant, contactUid(references, recipe.guest, position, participant.type), recipe, draws),
  )
}

/** The key of the contact at a place in the orders of a guest; another type makes another contact. */
export function contactUid(references: References, guest: number, position: number, type: string): string {
  const types: readonly string[] = CONTACT_TYPES
  return references.contact(guest, position === 0 ? 0 : position * types.length + types.indexOf(type))
}

function contactOf(
  { type, person, fields }: Participant,
  uid: string,
  recipe: Recipe,
  random: Random,
): ContactDocument {
  const at = localTime(DESK_ZONE, recipe.guestSince)
  return {
    ...(!recipe.extras.ownContacts && { contact_uid: uid }),
    contact_version: 1,
    contact_type: type,
    ...(person.title && { contact_title: person.title }),
    ...(person.first && { contact_name_first: person.first }),
    contact_name_last: person.last,
    ...(person.email && { contact_email: person.email }),
    ...(person.phone && { contact_phone: person.phone }),
    contact_language: person.locale.language,
    contact_nationality: person.locale.nationality,
    ...(person.birthDate && { contact_birth_date: person.birthDate }),
    ...(random.chance(7) && { contact_room_number: String(random.between(101, 940)) }),
    ...(random.chance(5) && { contact_flight_number: `KL ${random.between(100, 1999)}` }),
    ...(person.company && { contact_company: { company_name: person.company } }),
    contact_address: { country_code: person.locale.country },
    contact_created: at,
    contact_modified: at,
    ...structuredClone(fields),
  }
}
