import { z } from 'zod'
import { operation } from '../../ipc/define'
import { orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { orderRowSchema, readOrderSchema } from '../orders'
import { mirrorQuerySchema } from './mirror-query'

/** Names a list that the mirror holds. */
export const mirrorListSchema = z.number().int().min(1)

const rowsSchema = z.object({
  rows: z.array(orderRowSchema),
  /** Rows of the whole list, once it is known. */
  total: z.number().int().optional(),
})

/** Most rows that are read at once. */
export const largestBlock = 500

/** Begins a list of the orders that match, and answers its first rows. Reads nothing from the API. */
export const queryMirror = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    query: mirrorQuerySchema,
    rows: z.number().int().min(1).max(largestBlock),
  }),
  output: rowsSchema.extend({ list: mirrorListSchema }),
  errors: ['NO_MIRROR'],
})

/** Rows of a list by position, from 0. `LIST_GONE`: it is no longer held and is to be asked for anew. */
export const readMirror = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    list: mirrorListSchema,
    from: z.number().int().min(0),
    count: z.number().int().min(1).max(largestBlock),
  }),
  output: rowsSchema,
  errors: ['NO_MIRROR', 'LIST_GONE'],
})

/** Sums of one currency, as decimal strings with the digits of its minor unit. */
const currencyTotalsSchema = z.object({
  currency: z.string(),
  orders: z.number().int(),
  total: z.string(),
  fee: z.string(),
  refunded: z.string(),
  /** Of these orders, those whose fee is not known: `fee` is of the others. */
  feeUnknown: z.number().int(),
  /** The same of `refunded`. */
  refundedUnknown: z.number().int(),
})

/** What orders come to. */
export const listTotalsSchema = z.object({
  orders: z.number().int(),
  byCurrency: z.array(currencyTotalsSchema),
  /** Orders without a total, or without one currency. */
  unpriced: z.number().int(),
})

/** Most orders that are chosen one by one. */
const mostChosen = 200_000

/** Which orders of a list: these as far as they are in it, or all but these. */
export const listChoiceSchema = z.strictObject({
  kind: z.enum(['some', 'all-but']),
  references: z.array(z.string().max(128)).max(mostChosen),
})
export type ListChoice = z.infer<typeof listChoiceSchema>

/** Waits until a list is whole, counts it or what is chosen of it, and adds that up: never across currencies. */
export const totalMirror = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    list: mirrorListSchema,
    choice: listChoiceSchema.optional(),
  }),
  output: listTotalsSchema,
  errors: ['NO_MIRROR', 'LIST_GONE'],
})

/** Position of an order in a list, from 0; absent when it is not in it. */
export const findInMirror = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema, list: mirrorListSchema, order: orderReferenceSchema }),
  output: z.object({ at: z.number().int().optional() }),
  errors: ['NO_MIRROR', 'LIST_GONE'],
})

/**
 * An order as the mirror holds it, to look at while it is read anew; `copy` is absent where none is held. Nothing is decided
 * by it: every command starts from a fresh reading.
 */
export const readCopy = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema, order: orderReferenceSchema }),
  output: z.object({ copy: readOrderSchema.optional() }),
})
