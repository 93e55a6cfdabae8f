import type { GridState } from '@shared/features/grid-state'
import type { OrderFilters } from '@shared/features/orders'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type DayRange, momentsOf, presets } from './date-range'

const dayRangeSchema = z.union([
  z.strictObject({ preset: z.enum(presets) }),
  z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
])
const idSchema = z.string().min(1)

const filterSchemas = {
  created: dayRangeSchema,
  travel: dayRangeSchema,
  redeemed: dayRangeSchema,
  products: z.array(idSchema).min(1),
  supplier: idSchema,
  slot: idSchema,
  reseller: idSchema,
  distributor: idSchema,
  createdBy: idSchema,
} as const

/** The filters of the orders list, as a person sets them. */
export type FilterId = keyof typeof filterSchemas
export type FilterValues = { readonly [Id in FilterId]?: z.output<(typeof filterSchemas)[Id]> | undefined }

export const filterIds = Object.keys(filterSchemas) as FilterId[]

/** Parameters whose names are guesses; only connections that allow them have these filters. */
const inferredIds: ReadonlySet<FilterId> = new Set(['travel', 'redeemed'])
export const isInferredFilter = (id: FilterId): boolean => inferredIds.has(id)

/** Names a person, so it is not written to disk. */
const personalIds: ReadonlySet<FilterId> = new Set(['createdBy'])

/** Reads kept filters; what cannot be read any more is left out. */
export function readFilters(kept: GridState['filters'] = {}): FilterValues {
  const entries = filterIds.flatMap((id) => {
    const parsed = filterSchemas[id].safeParse(kept[id])
    return parsed.success ? [[id, parsed.data] as const] : []
  })
  return Object.fromEntries(entries)
}

/** What of the filters is kept. */
export function keepFilters(values: FilterValues): NonNullable<GridState['filters']> {
  const kept = activeFilters(values).filter((id) => !personalIds.has(id))
  return Object.fromEntries(kept.map((id) => [id, plain(values[id])]))
}

/** The filters that are set. */
export const activeFilters = (values: FilterValues): FilterId[] =>
  filterIds.filter((id) => values[id] !== undefined)

/**
 * The filters as the list is asked with them.
 * @param today any moment of the day, in the desk's time zone
 */
export function requestFilters(
  values: FilterValues,
  { today, inferred }: { today: Temporal.ZonedDateTime; inferred: boolean },
): OrderFilters {
  const moments = (range: DayRange | undefined) => range && momentsOf(range, today)
  const all: OrderFilters = {
    created: moments(values.created),
    travel: inferred ? moments(values.travel) : undefined,
    redeemed: inferred ? moments(values.redeemed) : undefined,
    productIds: values.products,
    supplierId: values.supplier,
    slotId: values.slot,
    resellerId: values.reseller,
    distributorId: values.distributor,
    createdByEmail: values.createdBy,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

type Kept = NonNullable<GridState['filters']>[string]

/** Without the fields that are open, which plain JSON does not know. */
function plain(value: FilterValues[FilterId]): Kept {
  if (typeof value !== 'object') return value ?? ''
  if (Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, text]) => text !== undefined)) as Record<
    string,
    string
  >
}
