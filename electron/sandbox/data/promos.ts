import type { Promo } from './recipe'

/** Promo codes that guests used. Each is lost when too few tickets are left (documented in README.md). */
export const PROMOS: readonly Promo[] = [
  {
    code: 'AUTUMN10',
    title: 'Autumn Sale',
    description: '10 percent off from two tickets.',
    percentage: 10,
    leastTickets: 2,
  },
  {
    code: 'WELCOME5',
    title: 'Welcome',
    description: '5 percent off your first order.',
    percentage: 5,
    leastTickets: 1,
  },
  {
    code: 'GROUP15',
    title: 'Small Groups',
    description: '15 percent off from four tickets.',
    percentage: 15,
    leastTickets: 4,
  },
]

/** Everything free, for orders with a total of zero. */
export const FULL_DISCOUNT: Promo = {
  code: 'PRESS100',
  title: 'Press Visit',
  description: 'Free of charge.',
  percentage: 100,
  leastTickets: 1,
}
