import { z } from 'zod'
import { type InputOf, operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { orderFiltersSchema, orderSortSchema } from './order-filters'
import { orderRowSchema } from './order-row'
import { searchParameters } from './recognise-search'

/** Highest position the API pages to (rules.md #36). */
export const lastStartIndex = 10_000

/** Rows asked for at once. The API may answer with another size, which then counts (rules.md #35, #37). */
export const wantedPageSize = 100

const searchParameterSchema = z.enum(searchParameters)

/** Names one state of a page, so that it can be asked again only if it changed (rules.md #40). */
export const pageRevisionSchema = z.strictObject({
  /** Path and query that were asked. */
  source: z.string().max(8000),
  /** `Last-Modified` as received. */
  lastModified: z.string().max(64),
})

/** A page of orders as the API reports it. */
export const orderPageSchema = z.object({
  kind: z.literal('page'),
  rows: z.array(orderRowSchema),
  /** Orders in this answer that could not be shown, for want of a reference. */
  unreadable: z.number().int(),
  /** Orders in the whole set, where the API says so. */
  totalItems: z.number().int().optional(),
  /** 1-based position of the next page; absent when this is the last one, or the last the API pages to. */
  nextStartIndex: z.number().int().optional(),
  /** The search parameter that found these, to be asked again for the next page. */
  foundBy: searchParameterSchema.optional(),
  /** Absent where the API does not say when it changed. */
  revision: pageRevisionSchema.optional(),
  /** When main read it, milliseconds since 1970 UTC. */
  fetchedAt: z.number(),
})
export type OrderPage = z.infer<typeof orderPageSchema>

/**
 * Reads one page of orders. The search parameters in `ask` are tried in this order until one finds something. A newer
 * request in the same lane of the same window ends an older one, which answers SUPERSEDED.
 */
export const listOrders = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    filters: orderFiltersSchema,
    sort: orderSortSchema,
    search: z
      .strictObject({
        text: z.string().trim().min(1).max(200),
        ask: z.array(searchParameterSchema).min(1).max(searchParameters.length),
      })
      .optional(),
    startIndex: z.number().int().min(1).max(lastStartIndex),
    /** `revision` of the page that is held already: if it did not change since, the answer is `unchanged`. */
    held: pageRevisionSchema.optional(),
    lane: z.string().max(40).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    orderPageSchema,
    z.object({ kind: z.literal('unchanged'), fetchedAt: z.number() }),
  ]),
  errors: ['SUPERSEDED'],
})

export type OrderPageRequest = InputOf<typeof listOrders>
