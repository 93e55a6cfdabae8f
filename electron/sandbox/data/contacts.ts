import type { ContactDocument } from '../orders/document'
import { localTime } from '../time/local-time'
import { type Person, personOf } from './people'
import type { Random } from './random'
import type { Recipe } from './recipe'
import type { References } from './references'

/** The distributor's own zone, for times that belong to no activity. */
export const DESK_ZONE = 'Europe/Amsterdam'

/** Far from the numbers of those who book. */
const FELLOWS = -1_000_000

/** The people of an order: the booker first, then those who come along or pay. */
export function peopleOf(seed: number, recipe: Recipe): readonly (readonly [type: string, person: Person])[] {
  const booker = { ...personOf(seed, recipe.guest), ...recipe.extras.person }
  const fellows = recipe.fellows.map(
    (type, position) => [type, personOf(seed, FELLOWS * (position + 1) - recipe.guest)] as const,
  )
  return [['BOOKER', booker], ...fellows]
}

/** Contacts of an order: always a BOOKER (rule 193), now and then fellow guests or somebody who pays. */
export function orderContacts(
  seed: number,
  recipe: Recipe,
  references: References,
  random: Random,
): ContactDocument[] {
  return peopleOf(seed, recipe).map(([type, person], position) =>
    contactOf(person, type, references.contact(recipe.guest, position), recipe, random),
  )
}

function contactOf(
  person: Person,
  type: string,
  uid: string,
  recipe: Recipe,
  random: Random,
): ContactDocument {
  const at = localTime(DESK_ZONE, recipe.created)
  return {
    ...(!recipe.extras.ownContacts && { contact_uid: uid }),
    contact_version: 1,
    contact_type: type,
    ...(person.title && { contact_title: person.title }),
    contact_name_first: person.first,
    contact_name_last: person.last,
    contact_email: person.email,
    contact_phone: person.phone,
    contact_language: person.locale.language,
    contact_nationality: person.locale.nationality,
    ...(person.birthDate && { contact_birth_date: person.birthDate }),
    ...(random.chance(7) && { contact_room_number: String(random.between(101, 940)) }),
    ...(random.chance(5) && { contact_flight_number: `KL ${random.between(100, 1999)}` }),
    ...(person.company && { contact_company: { company_name: person.company } }),
    contact_address: { country_code: person.locale.country },
    contact_created: at,
    contact_modified: at,
  }
}
