import { toRequestDateTime } from '@shared/kernel/time'
import type { OrderFilters } from '../../api'
import type { Span } from './span'

/** What to ask for the next page of a span. The order of the list is said although it is the API's own. */
export function questionOf(span: Span, pageSize: number, modifiedSince?: number): OrderFilters {
  return {
    order_created_from: moment(span.from),
    order_created_to: moment(span.to),
    ...(modifiedSince === undefined ? {} : { order_modified: moment(modifiedSince) }),
    order_sort_by: 'ORDER_CREATED',
    order_sort_order: 'DESC',
    items_per_page: pageSize,
    ...(span.at > 1 ? { start_index: span.at } : {}),
  }
}

/** With an offset, never `Z` (rules.md #49). */
const moment = (epochMs: number): string => toRequestDateTime(epochMs, '+00:00')
