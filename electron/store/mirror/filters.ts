import type { MirrorFilters } from '@shared/features/mirror'
import { toMinorUnits } from '@shared/kernel/money'
import { readInstant } from '@shared/kernel/time'
import { firstIdOf } from './row-id'
import { type TagKind, tagWord } from './words'

/** A condition on `orders o`, of fixed text; every value is a parameter. */
export interface Condition {
  readonly sql: string
  readonly values: Readonly<Record<string, string | number>>
  /** Selects ids of all orders that can meet it from an index, with these values; some may come twice. */
  readonly candidates?: string
}

/** What a set of filters comes to. */
export interface Conditions {
  readonly conditions: readonly Condition[]
  /** Words of exact values: of each group any. */
  readonly tags: readonly (readonly string[])[]
  /** Row ids from and up to, both included: the moment of creation. */
  readonly from: number
  readonly to: number
}

interface Range<T> {
  readonly from?: T | undefined
  readonly to?: T | undefined
}

/** Turns filters into conditions. Ends of ranges are included. A filter that nothing can meet is met by nothing. */
export function conditionsOf(filters: MirrorFilters): Conditions {
  const created = rangeOf(filters.created)
  return {
    from: within(firstIdOf(created.from ?? Number.NEGATIVE_INFINITY)),
    to: within(firstIdOf((created.to ?? Number.POSITIVE_INFINITY) + 1) - 1),
    tags: tagsOf(filters),
    conditions: [
      ...between('modified', rangeOf(filters.modified)),
      ...between('cancelled', rangeOf(filters.cancelled)),
      ...travels(filters.travel),
      ...among('status', filters.statuses),
      ...among('payment', filters.payments),
      ...among('channel', filters.channels),
      ...among('reference', filters.references),
      ...among('currency', filters.currency && [filters.currency]),
      ...amounts('total', filters.total),
      ...amounts('margin', filters.margin),
      ...withOrWithout('fee', filters.fee),
      ...withOrWithout('refunded', filters.refunded),
      ...redemptions(filters.redeemed),
      ...weekdays(filters.weekdays),
      ...between('lead_days', { from: filters.leadDays?.min, to: filters.leadDays?.max }),
      ...between('version', { from: filters.version?.min, to: filters.version?.max }),
    ],
  }
}

/** No row id is as far out as these ends. */
const within = (id: number): number =>
  Math.min(Math.max(id, Number.MIN_SAFE_INTEGER + 1), Number.MAX_SAFE_INTEGER - 1)

function tagsOf(filters: MirrorFilters): string[][] {
  const group = (kind: TagKind, values: readonly string[] | undefined) =>
    values ? [values.map((value) => tagWord(kind, value))] : []
  return [
    ...group('p', filters.productIds),
    ...group('s', filters.supplierIds),
    ...group('d', filters.distributorIds),
    ...group('r', filters.resellerIds),
    ...group('a', filters.slotId === undefined ? undefined : [filters.slotId]),
    ...group('c', filters.contactUid === undefined ? undefined : [filters.contactUid]),
    ...group('e', filters.createdByEmail === undefined ? undefined : [filters.createdByEmail]),
  ]
}

const rangeOf = (range: Range<string> | undefined): Range<number> => ({
  from: readInstant(range?.from)?.epochMs,
  to: endOfSecond(readInstant(range?.to)?.epochMs),
})

/** Requests name whole seconds: the one that ends a range is within it to its last millisecond. */
const endOfSecond = (epochMs: number | undefined): number | undefined =>
  epochMs === undefined || epochMs % 1000 !== 0 ? epochMs : epochMs + 999

function between(
  column: 'modified' | 'cancelled' | 'lead_days' | 'version',
  range: Range<number>,
): Condition[] {
  if (range.from === undefined && range.to === undefined) return []
  const values = endsOf(column, range)
  return [indexed(column, { sql: `o.${column} between :${column}_from and :${column}_to`, values })]
}

const endsOf = (name: string, { from, to }: Range<number>) => ({
  [`${name}_from`]: from ?? Number.MIN_SAFE_INTEGER,
  [`${name}_to`]: to ?? Number.MAX_SAFE_INTEGER,
})

/** Indexes of `orders` that a condition on the column can use. */
const indexes: Readonly<Record<string, string>> = {
  modified: 'orders_by_modified',
  cancelled: 'orders_by_cancelled',
  status: 'orders_by_status',
  payment: 'orders_by_payment',
  version: 'orders_by_version',
}

function indexed(column: string, condition: Condition): Condition {
  const index = indexes[column]
  if (!index) return condition
  return { ...condition, candidates: `select o.id from orders o indexed by ${index} where ${condition.sql}` }
}

/** No day is as far out as these ends. */
const farthestDay = 100_000_000

const dayNumber = (text: string): number => Date.parse(`${text}T00:00Z`) / 86_400_000

/**
 * By the activity's own calendar. Most orders travel on one or two days; those in between stand in a table of their own.
 * The indexes are of moments, which are less than a day away from the ends of their own day.
 */
function travels(range: MirrorFilters['travel']): Condition[] {
  if (!range || (range.from === undefined && range.to === undefined)) return []
  const { from, to } = range
  const within = (day: string) => `${day} between :travel_from and :travel_to`
  const near = (moment: string) =>
    `${moment} between (:travel_from - 1) * 86400000 and (:travel_to + 2) * 86400000`
  return [
    {
      sql: `(${within('o.first_day')} or ${within('o.last_day')} or
        (o.first_day < :travel_from and o.last_day > :travel_to
          and exists (select 1 from days d where d.id = o.id and ${within('d.day')})))`,
      values: {
        travel_from: from === undefined ? -farthestDay : dayNumber(from),
        travel_to: to === undefined ? farthestDay : dayNumber(to),
      },
      candidates: `
        select id from orders indexed by orders_by_travel where ${near('travel_first')}
        union all select id from orders indexed by orders_by_last_travel
          where travel_last > travel_first and ${near('travel_last')}
        union all select id from days indexed by days_by_day where ${within('day')}`,
    },
  ]
}

function among(
  column: 'status' | 'payment' | 'channel' | 'currency' | 'reference',
  values: readonly string[] | '' | undefined,
): Condition[] {
  if (!values) return []
  const sql = `o.${column} in (select value from json_each(:${column}))`
  const condition = { sql, values: { [column]: JSON.stringify(values) } }
  const isMissing = values.some((value) => value === '')
  return isMissing ? [{ ...condition, sql: `(${sql} or o.${column} is null)` }] : [indexed(column, condition)]
}

function amounts(column: 'total' | 'margin', range: MirrorFilters['total']): Condition[] {
  if (!range) return []
  const { currency, min, max } = range
  const named = (name: string) => `${column}_${name}`
  return [
    {
      sql: `o.currency = :${named('currency')} and o.${column} is not null`,
      values: { [named('currency')]: currency },
    },
    ...bound(`o.${column} >= :${named('min')}`, named('min'), min, currency),
    ...bound(`o.${column} <= :${named('max')}`, named('max'), max, currency),
  ]
}

const nothing: Condition = { sql: '0', values: {} }

function bound(sql: string, name: string, amount: string | undefined, currency: string): Condition[] {
  if (amount === undefined) return []
  const units = toMinorUnits({ amount, currency })
  return units === undefined ? [nothing] : [{ sql, values: { [name]: units } }]
}

function withOrWithout(column: 'fee' | 'refunded', wanted: MirrorFilters['fee']): Condition[] {
  if (wanted === undefined) return []
  return [{ sql: wanted === 'with' ? `o.${column} > 0` : `o.${column} = 0`, values: {} }]
}

const redemptionNumbers = { none: 0, some: 1, all: 2 } as const

function redemptions(redeemed: MirrorFilters['redeemed']): Condition[] {
  if (redeemed === undefined) return []
  return [{ sql: 'o.redeemed = :redeemed', values: { redeemed: redemptionNumbers[redeemed] } }]
}

function weekdays(days: readonly number[] | undefined): Condition[] {
  if (!days) return []
  const mask = days.reduce((all, day) => all | (1 << (day - 1)), 0)
  return [{ sql: 'o.weekdays & :weekdays', values: { weekdays: mask } }]
}
