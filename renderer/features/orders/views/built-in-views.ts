import type { ViewContent } from '@shared/features/mirror'
import { expectsPayment, owedPayments } from '@shared/features/orders'
import { choicesOf } from '../filters/choices'
import { type FilterPlace, isFilterOf } from '../filters/filter-places'
import type { FilterValues } from '../filters/filter-values'

interface BuiltIn extends ViewContent {
  readonly filters: FilterValues & NonNullable<ViewContent['filters']>
}
const declare = <const Views extends Readonly<Record<string, BuiltIn>>>(views: Views) => views

/**
 * The views that come with Gatehouse. Their words are `views.builtIn.<id>`. Days stay relative. They leave the columns as
 * they are.
 */
const builtIn = declare({
  all: { filters: {} },
  arrivals: {
    filters: { travel: { preset: 'today' } },
    sort: { columnId: 'travel', direction: 'asc' },
  },
  unpaid: { filters: { payment: [...owedPayments], status: choicesOf('status').filter(expectsPayment) } },
  pending: {
    filters: { status: ['ORDER_PENDING', 'ORDER_PROCESSING'] },
    sort: { columnId: 'travel', direction: 'asc' },
  },
  cancelled: {
    filters: { status: ['ORDER_CANCELLED'], cancelled: { preset: 'thisWeek' } },
    sort: { columnId: 'modified', direction: 'desc' },
  },
  changed: {
    filters: { modified: { preset: 'sinceYesterday' } },
    sort: { columnId: 'modified', direction: 'desc' },
  },
  review: { filters: { review: 'needed' } },
})

export type BuiltInId = keyof typeof builtIn
const ids = Object.keys(builtIn) as BuiltInId[]

export const builtInView = (id: BuiltInId): ViewContent => builtIn[id]

/** Views whose name says more than they can keep: `views.hint.<id>` says what they go by. */
export const hintedViews = ['review'] as const satisfies readonly BuiltInId[]

export const isBuiltIn = (id: string): id is BuiltInId => Object.hasOwn(builtIn, id)

/** The built-in views whose filters can all be asked with in this place. */
export const builtInViewsOf = (place: FilterPlace): BuiltInId[] =>
  ids.filter((id) =>
    (Object.keys(builtIn[id].filters) as (keyof FilterValues)[]).every((filter) => isFilterOf(filter, place)),
  )
