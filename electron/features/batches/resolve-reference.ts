import type { GivenReference } from '@shared/features/batches'
import type { AppError } from '@shared/kernel/app-error'
import { orderReferenceSchema } from '@shared/kernel/ids'
import { distinct, entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import type { ProfileApi } from '../../api'

/** What a reference turned out to be. */
export type Resolution =
  | {
      readonly finding: 'found'
      readonly order: string
      readonly booking?: string | undefined
      readonly payment?: string | undefined
    }
  | { readonly finding: 'not-found' }
  | { readonly finding: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly finding: 'unreadable'; readonly error: AppError }

/** What a reference may be of, in the order in which it is asked. */
const asks = [
  'order_reference',
  'booking_reference',
  'order_external_reference',
  'booking_external_reference',
] as const
type Ask = (typeof asks)[number]

/** The API refuses shorter values of these (endpoints.md: "at least 8 characters"). */
const atLeastEight: readonly Ask[] = ['order_reference', 'booking_reference']

/** More than one is ambiguous already. */
const enough = 3

/** Looks references up. A list mostly holds one kind of them, so the kind that was found last is asked first. */
export function createResolver(api: ProfileApi, signal: AbortSignal) {
  let likely: Ask = asks[0]

  const readOrder = async (text: string): Promise<Resolution | undefined> => {
    if (!orderReferenceSchema.safeParse(text).success) return undefined
    const answer = await api.orders.get(text, { signal })
    if (!answer.ok) return refusal(answer.error)
    const order = textOf(answer.value.value.data.order.order_reference)
    return order === text ? { finding: 'found', order } : undefined
  }

  const search = async (
    ask: Exclude<Ask, 'order_reference'>,
    text: string,
  ): Promise<Resolution | undefined> => {
    const answer = await api.orders.list({ [ask]: text, items_per_page: enough }, { signal })
    if (!answer.ok) return refusal(answer.error)
    return among(entriesOf(answer.value.value.data.items).map(fieldsOf), ask, text)
  }

  return async (given: GivenReference): Promise<Resolution> => {
    if (typeof given !== 'string') return { finding: 'found', ...given }
    const possible = asks.filter((ask) => !atLeastEight.includes(ask) || given.length >= 8)
    for (const ask of [...possible].sort((a, b) => Number(b === likely) - Number(a === likely))) {
      const found = ask === 'order_reference' ? await readOrder(given) : await search(ask, given)
      if (!found) continue
      if (found.finding === 'found') likely = ask
      return found
    }
    return { finding: 'not-found' }
  }
}

/** A server may answer with orders at large (endpoints.md), so only what has exactly this reference counts. */
function among(
  orders: readonly Readonly<Record<string, unknown>>[],
  ask: Exclude<Ask, 'order_reference'>,
  text: string,
): Resolution | undefined {
  const found = orders.flatMap((order): { order: string; booking?: string }[] => {
    const reference = orderReferenceSchema.safeParse(textOf(order.order_reference))
    if (!reference.success) return []
    if (ask === 'order_external_reference') {
      return textOf(order[ask]) === text ? [{ order: reference.data }] : []
    }
    return distinct(
      entriesOf(order.order_bookings)
        .map(fieldsOf)
        .filter((booking) => textOf(booking[ask]) === text)
        .map((booking) => textOf(booking.booking_reference)),
    ).map((booking) => ({ order: reference.data, booking }))
  })
  const [first, second] = found
  if (!first) return undefined
  if (!second) return { finding: 'found', ...first }
  return { finding: 'ambiguous', candidates: found.map(({ order, booking }) => booking ?? order) }
}

/** Not this kind of reference, or the API does not take the value for one; anything else is a trouble of its own. */
function refusal(error: AppError): Resolution | undefined {
  const status = error.upstream?.status
  if (status === 404 || status === 400 || status === 422) return undefined
  return { finding: 'unreadable', error }
}
