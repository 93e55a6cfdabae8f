import { rawNumber } from '../http/json'
import type { ContactFields } from './recipe'
import type { BookingSpec, Scenario } from './scenario'

/** The one whose data is all over the place: what must be found, and what must be gone after de-identification. */
const ELSKE = {
  first: 'Elske',
  last: 'Vandermolen-Østby',
  email: 'elske.vandermolen@erase.example.com',
  phone: '+31201234987',
}

const note = (value: string, created = '2026-03-02T10:15:00+01:00') => ({
  note_value: value,
  note_created: created,
  note_recipients: ['SUPPLIER', 'DISTRIBUTOR'],
  note_creator_account_type: 'DISTRIBUTOR',
  note_creator_user_name: 'Andrew Visser',
  note_creator_user_email: 'andrew@desk.example.com',
  note_creator_user_role: 'Agent',
})

const ELSKE_IN_FULL: ContactFields = {
  contact_external_uid: 'CRM-ELSKE-77',
  contact_number: '7730912',
  contact_title: 'Ms.',
  contact_mobile: '+31612349877',
  contact_birth_place: 'Hindeloopen',
  contact_birth_date: '1987-05-14',
  contact_passport: 'NLX7730912',
  contact_gender: 'FEMALE',
  contact_age: 39,
  contact_loyalty_number: '46564564564777',
  contact_flight_number: 'KL 1187',
  contact_room_number: '1187',
  contact_website: 'https://elske-vandermolen.example.com',
  contact_company: {
    company_name: 'Vandermolen Zeilmakerij',
    company_registration_number: '61234987',
    company_tax_number: 'NL001234987B77',
  },
  contact_classification: 'IMPORTANT',
  contact_address: {
    name: 'E. Vandermolen-Østby',
    street: 'Nieuwe Weide 77',
    addition: 'Apt B1',
    city: 'Hindeloopen',
    postal_code: '8713 JX',
    region: 'Fryslân',
    country: 'The Netherlands',
    country_code: 'NL',
    latitude: '52.9423411',
    longitude: '5.4012377',
    notes: 'Bell of Vandermolen, second floor',
  },
  contact_notes: [note('Elske uses a wheelchair; her brother Sjoerd has power of attorney.')],
  contact_custom_fields: [
    { custom_field_name: 'Dietary needs', custom_field_value: 'Nut allergy (Elske)' },
    { custom_field_name: 'CRM key', custom_field_value: 'elske-vandermolen-77' },
  ],
  contact_membership: { tier: 'Gold', card: 'EV-7730912' },
}

const one = (product: string, days: number, ...counts: number[]): BookingSpec => ({ product, days, counts })

/** Newest first; those with `guestOf` are further orders of a guest whose first order comes later in the list. */
const ELSKES_ORDERS: readonly Scenario[] = [
  {
    key: 'DEMO-ERASE-1',
    guestOf: 'DEMO-ERASE-4',
    bookings: [one('62501', 12, 2), one('62505', 13, 2)],
    extras: {
      bookingNote: 'Seat for Elske Vandermolen-Østby at the front, call +31201234987.',
      companions: [
        {
          type: 'GUEST',
          person: {
            first: 'Sjoerd',
            last: 'Vandermolen',
            email: 'sjoerd.v@erase.example.com',
            phone: '+31201234988',
          },
          contact: { contact_birth_date: '1990-11-02', contact_passport: 'NLX7730913' },
        },
        {
          type: 'PAYMENT',
          person: { ...ELSKE, email: 'billing.elske@erase.example.com' },
          contact: { contact_notes: [note('Invoice to Elske at home')] },
        },
      ],
      document: {
        order_notes: [note('Mrs Vandermolen-Østby calls back on +31612349877.'), note('Gate 3')],
        order_custom_fields: [
          { custom_field_name: 'Hotel guest', custom_field_value: 'Elske Vandermolen-Østby, room 1187' },
          { custom_field_name: 'Campaign', custom_field_value: 'Newsletter 14' },
        ],
        order_checkout_fields: [
          answer('CF-4801', 'Full name', 'contact_name', ['Elske Vandermolen-Østby']),
          answer('CF-4802', 'Passport', 'contact_passport', ['NLX7730912']),
        ],
      },
      payment: {
        payment_external_reference: 'SHOPPER-ELSKE-77',
        payment_contact: {
          contact_type: 'PAYMENT',
          contact_name_first: 'E.',
          contact_name_last: 'Vandermolen-Ostby',
          contact_email: ELSKE.email,
          contact_phone: ELSKE.phone,
        },
        payment_notes: [note('Card of Elske Vandermolen-Østby')],
      },
      psp: {
        psp_shopper_name: 'E VANDERMOLEN OSTBY',
        psp_shopper_cardnumber: '7791',
        psp_issuer_country: 'NL',
      },
    },
  },
  {
    key: 'DEMO-ERASE-2',
    guestOf: 'DEMO-ERASE-4',
    bookings: [one('62505', 20, 2)],
    events: [{ kind: 'CANCEL' }],
    extras: { note: 'Elske Vandermolen-Østby asked by phone.' },
  },
  {
    key: 'DEMO-ERASE-3',
    guestOf: 'DEMO-ERASE-4',
    bookings: [{ ...one('62501', -3, 2), redeemed: 2 }],
    settlement: 'EXTERNAL',
    payments: 'RECORDED',
    events: [{ kind: 'UPDATE', note: 'Phone number corrected.', phone: '+31612349877' }],
  },
  // What cannot be de-identified now: the supplier has not answered, a payment is under way
  {
    key: 'DEMO-ERASE-WAITING',
    guestOf: 'DEMO-ERASE-4',
    bookings: [{ ...one('62541', 9, 2), status: 'BOOKING_PENDING_SUPPLIER', released: false }],
  },
  {
    key: 'DEMO-ERASE-UNPAID',
    guestOf: 'DEMO-ERASE-4',
    bookings: [one('62501', 15, 2)],
    payments: 'LINK_SENT',
  },
  {
    key: 'DEMO-ERASE-4',
    bookings: [one('62501', 30, 1)],
    settlement: 'INVOICE',
    extras: {
      person: ELSKE,
      contact: ELSKE_IN_FULL,
      revisions: [{ contact_phone: '+31201234999' }],
    },
  },
  // The same name, but somebody else
  {
    key: 'DEMO-ERASE-NAMESAKE',
    bookings: [one('62501', 8, 2)],
    extras: {
      person: { ...ELSKE, email: 'elske.ostby@other.example.com', phone: '+4733445566' },
      contact: { contact_birth_date: '1953-01-30' },
    },
  },
  // Somebody with another name, who is the same: e-mail and phone are hers
  {
    key: 'DEMO-ERASE-SPELLING',
    bookings: [one('62501', 9, 2)],
    extras: {
      person: {
        first: 'Elske M.',
        last: 'van der Molen Ostby',
        email: 'Elske.VanderMolen@Erase.example.com',
        phone: ELSKE.phone,
      },
    },
  },
]

const CONTACTS: readonly Scenario[] = [
  // Every field of the model
  {
    key: 'DEMO-CONTACT-EVERYTHING',
    bookings: [one('62501', 7, 2)],
    extras: {
      person: { first: 'Ada', last: 'Everything', email: 'ada@contacts.example.com', phone: '+14155552671' },
      contact: { ...ELSKE_IN_FULL, contact_external_uid: 'CRM-ADA-1', contact_age: 19 },
    },
  },
  // Fields that are null, empty or known to nobody, and numbers that a double cannot hold
  {
    key: 'DEMO-CONTACT-NULLS',
    bookings: [one('62501', 7, 2)],
    extras: {
      person: { first: 'Nulla', last: 'Void', email: 'nulla@contacts.example.com', phone: '+31600000010' },
      contact: {
        contact_title: null,
        contact_birth_date: null,
        contact_company: null,
        contact_address: { street: null, country_code: 'NL', geohash: 'u173z' },
        contact_notes: null,
        contact_passport: '',
        contact_points: rawNumber('159118380521834001'),
        contact_score: rawNumber('20.50'),
        contact_tags: ['A', null, { name: 'B' }],
      },
    },
  },
  // A family name and nothing to reach them by
  {
    key: 'DEMO-CONTACT-BARE',
    bookings: [one('62501', 7, 1)],
    extras: { person: { first: '', last: 'Bare', email: '', phone: '' } },
  },
  {
    key: 'DEMO-CONTACT-CJK',
    bookings: [one('62540', 10, 2)],
    extras: {
      person: {
        first: '𠮷野 さくら',
        last: '髙木・渡邉',
        email: 'sakura@contacts.example.com',
        phone: '+81312345678',
      },
      contact: { contact_address: { city: '東京都', street: '丸の内１丁目９−１', country_code: 'JP' } },
    },
  },
  {
    key: 'DEMO-CONTACT-ARABIC',
    bookings: [one('62501', 10, 2)],
    extras: {
      person: {
        first: 'عبد الرحمن',
        last: 'بن سعيد الهاشمي',
        email: 'abd@contacts.example.com',
        phone: '+971501234567',
      },
      contact: { contact_notes: [note('يفضل الدليل العربي \u202Egnp.exe')] },
    },
  },
  {
    key: 'DEMO-CONTACT-NOTES',
    bookings: [one('62501', 10, 2)],
    extras: {
      person: { first: 'Nadia', last: 'Notes', email: 'nadia@contacts.example.com', phone: '+31600000011' },
      contact: {
        contact_notes: [
          note('Long story. '.repeat(2000)),
          ...Array.from({ length: 40 }, (_, n) => note(`Call ${n + 1}: \n"no answer"\t<b>again</b>`)),
        ],
      },
    },
  },
  {
    key: 'DEMO-CONTACT-HOSTILE',
    bookings: [one('62501', 10, 2)],
    extras: {
      person: {
        first: '"><svg onload=alert(1)>',
        last: '=HYPERLINK("https://evil.example.com")',
        email: 'hostile+tag@contacts.example.com',
        phone: '+1 (415) 555 CALL-ME',
      },
      contact: {
        contact_website: 'javascript:alert(1)',
        contact_custom_fields: [{ custom_field_name: '__proto__', custom_field_value: '{{7*7}}' }],
      },
    },
  },
  // One of every type, so that each filter finds somebody
  {
    key: 'DEMO-CONTACT-TYPES',
    bookings: [one('62501', 10, 2)],
    extras: {
      person: { first: 'Tyra', last: 'Types', email: 'tyra@contacts.example.com', phone: '+31600000012' },
      companions: ['COMPANY', 'AGENT', 'EMERGENCY', 'GUIDE', 'SUPPLIER', 'STAFF', 'VENUE'].map((type) => ({
        type,
        person: { last: `Types ${type}`, email: `${type.toLowerCase()}@contacts.example.com` },
        ...(type === 'COMPANY' && {
          contact: {
            contact_company: {
              company_name: 'Canal & Zonen B.V.',
              company_registration_number: '33011433',
              company_tax_number: 'NL001234567B01',
            },
          },
        }),
      })),
    },
  },
  // The module knows better than the order
  {
    key: 'DEMO-CONTACT-REVISED',
    bookings: [one('62501', 10, 2)],
    extras: {
      person: { first: 'Rosa', last: 'Revised', email: 'rosa@contacts.example.com', phone: '+31600000013' },
      revisions: [
        { contact_name_last: 'Revised-Jansen' },
        { contact_phone: '+31600000113', contact_notes: [note('Moved house')] },
        {
          contact_email: 'rosa.jansen@contacts.example.com',
          contact_address: { city: 'Utrecht', country_code: 'NL' },
        },
      ],
    },
  },
  // Doubles: the same name, birth date and phone under two e-mail addresses
  ...['tom.twin@contacts.example.com', 'twin.tom@contacts.example.org'].map((email, position) => ({
    key: `DEMO-CONTACT-TWIN-${position + 1}`,
    bookings: [one('62501', 11, 2)],
    extras: {
      person: { first: 'Tom', last: position === 0 ? 'Twin' : 'TWIN', email, phone: '+31600000014' },
      contact: { contact_birth_date: '1979-08-08' },
    },
  })),
]

/** Orders that show people; they lie among the newest 400. */
export const PEOPLE_SCENARIOS: readonly Scenario[] = [...ELSKES_ORDERS, ...CONTACTS]

function answer(id: string, title: string, type: string, value: readonly string[]) {
  return {
    checkout_field_id: id,
    checkout_field_title: title,
    checkout_field_label: title,
    checkout_field_account_type: 'DISTRIBUTOR',
    checkout_field_restriction: 'REQUIRED',
    checkout_field_level: 'PRODUCT',
    checkout_field_input_type: 'SINGLE',
    checkout_field_type: type,
    checkout_field_values: [{ checkout_field_value: value }],
    checkout_field_created: '2026-03-02T10:15:00+01:00',
  }
}
