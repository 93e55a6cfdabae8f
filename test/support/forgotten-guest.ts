/** A guest whom no order of the sandbox has but those that come in with {@link guestArrival}. */
export const forgotten = {
  first: 'Isolde',
  last: 'Quennevillard-Åkesson',
  name: 'Isolde Quennevillard-Åkesson',
  email: 'isolde.quennevillard@forget.example.com',
  phone: '+31205518842',
  birthDate: '1971-08-23',
  passport: 'QXP4417729',
} as const

/** What nobody else has: none of it may be found anywhere once they are forgotten. */
export const forgottenValues: readonly string[] = [
  forgotten.email,
  forgotten.phone,
  forgotten.passport,
  forgotten.name,
  'quennevillard',
]

/** Words of theirs that an index may hold by themselves. */
export const forgottenWords: readonly string[] = ['quennevillard', 'qxp4417729', '205518842']

/**
 * An order of theirs that came to its end, so that nothing holds it back: what a sandbox takes at its control routes
 * (`POST /orders`).
 */
export const guestArrival = (over: object = {}): object => ({
  ...{ product: '62501', days: -9, settlement: 'VENUE' },
  guest: {
    first: forgotten.first,
    last: forgotten.last,
    email: forgotten.email,
    phone: forgotten.phone,
  },
  contact: {
    contact_birth_date: forgotten.birthDate,
    contact_passport: forgotten.passport,
    contact_custom_fields: [{ custom_field_name: 'CRM key', custom_field_value: `crm ${forgotten.email}` }],
  },
  note: `${forgotten.name} calls back on ${forgotten.phone}.`,
  ...over,
})
