import { z } from 'zod'
import { parseOffsetDateTime } from '../../kernel/time'
import { countOf, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'

const pickupPointSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  /** Clock times to choose from, as sent ("10:00"). */
  times: z.array(z.string()),
  /** Minutes. */
  duration: z.number().int().optional(),
  /** The pickup has to be over before the slot begins (rules.md #131). */
  endsBeforeSlot: z.boolean(),
})
export type PickupPointOption = z.infer<typeof pickupPointSchema>

const ticketTypeSchema = z.object({ id: z.string(), kind: z.string(), label: z.string().optional() })
export type TicketTypeOption = z.infer<typeof ticketTypeSchema>

/** What a product leaves to choose of a booking. */
export const productOptionsSchema = z.object({
  /** A slot has to be sent (rules.md #88). */
  hasSlots: z.boolean(),
  /** A travel date has to be sent (rules.md #88). */
  needsDate: z.boolean(),
  pickup: z.object({ mandatory: z.boolean(), points: z.array(pickupPointSchema) }),
  ticketTypes: z.array(ticketTypeSchema),
})
export type ProductOptions = z.infer<typeof productOptionsSchema>

/** Reads what a product leaves to choose; never throws. */
export function readProductOptions(product: unknown): ProductOptions {
  const fields = fieldsOf(product)
  const points = entriesOf(fields.product_pickup_point_details).map(fieldsOf).flatMap(readPoint)
  return {
    hasSlots: fields.product_availability === true,
    needsDate: fields.product_traveldate_required === true,
    pickup: { mandatory: textOf(fields.product_pickup_point) === 'MANDATORY', points },
    ticketTypes: readTicketTypes(fields.product_type_seasons),
  }
}

function readPoint(point: Readonly<Record<string, unknown>>): PickupPointOption[] {
  const id = textOf(point.pickup_point_id)
  if (id === undefined) return []
  const name = textOf(point.pickup_point_name)
  const duration = countOf(point.pickup_point_duration)
  const own = textOf(point.pickup_point_time)
  const times = entriesOf(point.pickup_point_times).flatMap((time) => textOf(time) ?? [])
  return [
    {
      id,
      ...(name === undefined ? {} : { name }),
      times: times.length > 0 ? times : own === undefined ? [] : [own],
      ...(duration === undefined ? {} : { duration }),
      endsBeforeSlot: point.pickup_point_availability_dependency === true,
    },
  ]
}

/** Of all seasons, each id once: which of them are sold on a day is for the server to say. */
function readTicketTypes(seasons: unknown): TicketTypeOption[] {
  const types = new Map<string, TicketTypeOption>()
  for (const season of entriesOf(seasons).map(fieldsOf)) {
    for (const type of entriesOf(season.product_type_season_details).map(fieldsOf)) {
      const id = textOf(type.product_type_id)
      const kind = textOf(type.product_type)
      const label = textOf(type.product_type_label)
      if (id === undefined || kind === undefined || types.has(id)) continue
      types.set(id, { id, kind, ...(label === undefined ? {} : { label }) })
    }
  }
  return [...types.values()]
}

/**
 * The times of a pickup point that fit a slot: where it depends on the slot, those at which the pickup is over before
 * the slot begins (rules.md #131; start 11:00 and 30 minutes: before 10:30).
 * @param slotStart RFC 3339 in the activity's offset
 */
export function fittingTimes(point: PickupPointOption, slotStart: string | undefined): string[] {
  const start = parseOffsetDateTime(slotStart)?.local
  if (!point.endsBeforeSlot || !start) return [...point.times]
  const latest = start.hour * 60 + start.minute - (point.duration ?? 0)
  return point.times.filter((time) => (minutesOf(time) ?? Number.NEGATIVE_INFINITY) < latest)
}

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)/.exec(time) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
