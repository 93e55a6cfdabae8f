import type { GridState } from '@shared/features/grid-state'
import { type MirrorFilters, personalFilters } from '@shared/features/mirror'
import { type OrderFilters, paymentStates, wordsOfStatus } from '@shared/features/orders'
import { isDecimal } from '@shared/kernel/money'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type DayRange, dayTextsOf, momentsOf, presets } from './date-range'
import { type FilterId, type FilterPlace, isFilterOf } from './filter-places'

const dayRangeSchema = z.union([
  z.strictObject({ preset: z.enum(presets) }),
  z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
])
const idSchema = z.string().min(1)
const valuesSchema = z.array(z.string()).min(1)
const amountSchema = z.string().refine(isDecimal)
const amountRangeSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  min: amountSchema.optional(),
  max: amountSchema.optional(),
})
const wholeSchema = z.string().regex(/^\d{1,5}$/)

const filterSchemas = {
  created: dayRangeSchema,
  modified: dayRangeSchema,
  cancelled: dayRangeSchema,
  travel: dayRangeSchema,
  redeemed: dayRangeSchema,
  /** Empty: there is none. */
  status: valuesSchema,
  payment: z.array(z.enum(paymentStates)).min(1),
  channel: valuesSchema,
  total: amountRangeSchema,
  fee: z.enum(['with', 'without']),
  refund: z.enum(['with', 'without']),
  used: z.enum(['none', 'some', 'all']),
  margin: amountRangeSchema,
  /** 1 is Monday. */
  weekdays: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'])).min(1),
  leadDays: z.strictObject({ min: wholeSchema.optional(), max: wholeSchema.optional() }),
  /** What the journal knows, not the API. */
  review: z.literal('needed'),
  products: z.array(idSchema).min(1),
  supplier: idSchema,
  slot: idSchema,
  reseller: idSchema,
  distributor: idSchema,
  createdBy: idSchema,
} as const satisfies Readonly<Record<FilterId, z.ZodType>>

export type { FilterId } from './filter-places'
export type FilterValues = { readonly [Id in FilterId]?: z.output<(typeof filterSchemas)[Id]> | undefined }

export const filterIds = Object.keys(filterSchemas) as FilterId[]

/** The filters that can be asked with in this place. */
export const filtersOf = (place: FilterPlace): FilterId[] => filterIds.filter((id) => isFilterOf(id, place))

/** Reads kept filters; what cannot be read any more is left out. */
export function readFilters(kept: GridState['filters'] = {}): FilterValues {
  const entries = filterIds.flatMap((id) => {
    const parsed = filterSchemas[id].safeParse(kept[id])
    return parsed.success ? [[id, parsed.data] as const] : []
  })
  return Object.fromEntries(entries)
}

/** What of the filters is kept: nothing that names a person, as it is not encrypted. */
export function keepFilters(values: FilterValues): NonNullable<GridState['filters']> {
  const kept = activeFilters(values).filter((id) => !personalFilters.includes(id))
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

/**
 * The filters as the local copy is asked with them.
 * @param today any moment of the day, in the desk's time zone
 * @param reviews references of orders with an operation that needs a review
 */
export function mirrorFilters(
  values: FilterValues,
  today: Temporal.ZonedDateTime,
  reviews: readonly string[] = [],
): MirrorFilters {
  const moments = (range: DayRange | undefined) => range && momentsOf(range, today)
  const only = (id: string | undefined) => (id === undefined ? undefined : [id])
  const { leadDays } = values
  const all: MirrorFilters = {
    created: moments(values.created),
    modified: moments(values.modified),
    cancelled: moments(values.cancelled),
    // As the list shows it: by the clock of the activity.
    travel: values.travel && dayTextsOf(values.travel, today.toPlainDate()),
    statuses: values.status?.flatMap(wordsOfStatus),
    payments: values.payment,
    channels: values.channel,
    productIds: values.products,
    supplierIds: only(values.supplier),
    slotId: values.slot,
    resellerIds: only(values.reseller),
    distributorIds: only(values.distributor),
    createdByEmail: values.createdBy,
    total: values.total,
    fee: values.fee,
    refunded: values.refund,
    redeemed: values.used,
    margin: values.margin,
    weekdays: values.weekdays?.map(Number),
    leadDays: leadDays && { min: whole(leadDays.min), max: whole(leadDays.max) },
    references: values.review && [...reviews],
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

const whole = (text: string | undefined) => (text === undefined ? undefined : Number(text))

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
