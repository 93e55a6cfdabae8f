import type { Tone } from '../../../../tokens'

const tones: Readonly<Record<string, Tone>> = {
  RESERVED: 'pending',
  CONFIRMED: 'confirmed',
  CANCELLED: 'cancelled',
  DELETED: 'cancelled',
}

/** The tone of `product_type_status`; unknown for values nobody told us about (rules.md #55). */
export const ticketTone = (status: string): Tone =>
  (Object.hasOwn(tones, status) && tones[status]) || 'unknown'
