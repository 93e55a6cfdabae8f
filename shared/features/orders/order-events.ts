import { parseOffsetDateTime } from '../../kernel/time'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'

/** One thing that happened to an order. Values as sent; what did not come is `undefined`. */
export interface OrderEventEntry {
  readonly key: string
  /** `event_type`, or the milestone that the order itself names. */
  readonly type: string | undefined
  readonly at: string | undefined
  readonly note: string | undefined
  readonly by: string | undefined
  readonly role: string | undefined
  /** Version of the order that it belongs to. */
  readonly version: string | undefined
}

type Fields = Readonly<Record<string, unknown>>

/**
 * What happened to an order, newest first: its events, and its own milestones (made, changed, cancelled) where no
 * event tells of that moment. Moments that cannot be read come last.
 */
export function orderEvents(order: unknown): OrderEventEntry[] {
  const fields = fieldsOf(order)
  const events = entriesOf(fields.order_event_details)
    .map(fieldsOf)
    .filter((event) => Object.keys(event).length > 0)
    .map(readEvent)
  const told = new Set(events.map(({ at }) => instant(at)))
  const own = milestones(fields).filter(({ at }) => at !== undefined && !told.has(instant(at)))
  return [...events, ...own].sort((a, b) => instant(b.at) - instant(a.at))
}

const readEvent = (event: Fields, at: number): OrderEventEntry => ({
  key: `event${at}`,
  type: textOf(event.event_type),
  at: textOf(event.event_created),
  note: textOf(event.event_note),
  by: textOf(event.event_creator_user_name) ?? textOf(event.event_creator_user_email),
  role: textOf(event.event_creator_user_role),
  version: textOf(event.event_order_version),
})

function milestones(fields: Fields): OrderEventEntry[] {
  const person = (name: unknown, email: unknown) => textOf(name) ?? textOf(email)
  const modified = textOf(fields.order_modified)
  return [
    {
      type: 'ORDER_CREATE',
      at: textOf(fields.order_created),
      by: person(fields.order_created_name, fields.order_created_email),
      note: undefined,
    },
    {
      type: 'ORDER_UPDATE',
      // An order that never changed names the moment it was made.
      at: modified === textOf(fields.order_created) ? undefined : modified,
      by: person(fields.order_modified_name, fields.order_modified_email),
      note: undefined,
    },
    {
      type: 'ORDER_CANCEL',
      at: textOf(fields.order_cancellation_date_time),
      by: undefined,
      note: textOf(fields.order_cancellation_reason),
    },
  ].map((milestone) => ({ ...milestone, key: milestone.type, role: undefined, version: undefined }))
}

const instant = (at: string | undefined) => parseOffsetDateTime(at)?.epochMs ?? Number.NEGATIVE_INFINITY
