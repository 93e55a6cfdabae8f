import type { Minor } from '../money/minor-units'
import type { TicketKind } from './types'

/** Makes the ticket kinds of one product, numbered in the order in which they are listed. */
export type KindMaker = (productId: string, position: number) => TicketKind

interface Shape {
  readonly type: string
  readonly class: string
  readonly label: string
  readonly ages?: readonly [from: number, to?: number]
  readonly pax?: number
}

const kind =
  (shape: Shape) =>
  (price: Minor, label = shape.label): KindMaker =>
  (productId, position) => ({
    id: `${productId}${position + 1}`,
    type: shape.type,
    class: shape.class,
    label,
    ...(shape.ages && { ageFrom: shape.ages[0] }),
    ...(shape.ages?.[1] !== undefined && { ageTo: shape.ages[1] }),
    pax: shape.pax ?? 1,
    capacity: shape.pax ?? 1,
    price,
  })

/** Ticket kinds by class (rules 78 to 82); prices in minor units. */
export const adult = kind({ type: 'ADULT', class: 'STANDARD', label: 'Adult', ages: [18, 64] })
export const child = kind({ type: 'CHILD', class: 'STANDARD', label: 'Child', ages: [4, 12] })
export const youth = kind({ type: 'YOUTH', class: 'STANDARD', label: 'Youth', ages: [13, 17] })
export const senior = kind({ type: 'SENIOR', class: 'STANDARD', label: 'Senior', ages: [65] })
export const infant = kind({ type: 'INFANT', class: 'STANDARD', label: 'Infant', ages: [0, 3] })
export const person = kind({ type: 'PERSON', class: 'INDIVIDUAL', label: 'Person' })
export const student = kind({ type: 'STUDENT', class: 'INDIVIDUAL', label: 'Student' })
export const item = kind({ type: 'ITEM', class: 'ITEM', label: 'Item' })
export const group = kind({ type: 'GROUP', class: 'GROUP', label: 'Group up to 10', pax: 10 })
export const family = kind({ type: 'FAMILY', class: 'GROUP', label: 'Family (2 adults, 2 children)', pax: 4 })
export const custom = kind({ type: 'CUSTOM', class: 'CUSTOM', label: 'Stalls' })
