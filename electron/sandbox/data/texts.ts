import type { Cashier } from './recipe'

/** People at the distributor's desk. */
export const CASHIERS: readonly Cashier[] = [
  { name: 'Andrew Visser', email: 'andrew@desk.example.com' },
  { name: 'Marieke de Boer', email: 'marieke@desk.example.com' },
  { name: 'Zeynep Aydın', email: 'zeynep@desk.example.com' },
  { name: 'Webshop', email: 'webshop@desk.example.com' },
  { name: 'Webshop', email: 'webshop@desk.example.com' },
]

export const LANGUAGES = ['en', 'en', 'en', 'nl', 'de', 'fr', 'es', 'ja', 'zh', 'ar'] as const

export const REASONS = [
  'Guest is ill',
  'Flight cancelled',
  'Booked twice by mistake',
  'Change of plans',
  'Payment declined',
  'Wrong date chosen',
] as const

export const UPDATES = [
  { note: 'Phone number corrected at the request of the guest.', phone: '+31612345678' },
  { note: 'Guest asked for a quiet place.' },
  { note: 'Change of contact details.', phone: '+442079460018' },
] as const
