import { type FieldValue, fieldSteps } from '@shared/features/amendments'
import type { OperationField } from '@shared/features/operations'
import type { Entry } from '../../journal'
import { type AmendIntent, amendIntentSchema } from './amend-order-definition'
import { type AmendedOrder, amendedOrderSchema } from './amended-snapshot'

/**
 * What an amendment wanted of each field, beside what was there before and what was read.
 * @param read a snapshot as the journal keeps it
 */
export function wantedFields(entry: Entry, read: unknown): OperationField[] {
  const intent = amendIntentSchema.safeParse(entry.intent).data
  const before = amendedOrderSchema.safeParse(entry.before).data
  const after = amendedOrderSchema.safeParse(read).data
  if (!intent || !before) return []
  const left = [...intent.changes]
  const fields = intent.fields.map(({ path, seen, wanted }, at) => ({
    path: labelled(path, left),
    ...named({ before: text(seen), wanted: text(wanted), now: text(after?.values[at] ?? null) }),
  }))
  return [...fields, ...entries(intent, before, after), ...notes(intent, before, after)]
}

/**
 * With what the order said of it when it was amended: the name of a contact, the title of a booking. A change tells of
 * one field and is taken out of those that are left: two contacts may have the same field changed.
 */
function labelled(
  path: AmendIntent['fields'][number]['path'],
  left: AmendIntent['changes'],
): OperationField['path'] {
  const steps = fieldSteps(undefined, path)
  const found = left.findIndex(
    (one) =>
      one.path.length === steps.length &&
      one.path.every(({ field, entry = [] }, at) => {
        const own = steps[at]?.entry?.at(-1)?.value
        return (
          field === steps[at]?.field &&
          (own === undefined || at > 0 || entry.some(({ value }) => value === own))
        )
      }),
  )
  const [change] = found < 0 ? [] : left.splice(found, 1)
  return change?.path ?? steps
}

/** Entries that come and go, by the name that they have or had. */
function entries(
  { added = [], removed = [], changes }: AmendIntent,
  before: AmendedOrder,
  after: AmendedOrder | undefined,
): OperationField[] {
  const told = changes.filter(({ path }) => path.length === 1 && path[0]?.entry !== undefined)
  const [came, went] = (['added', 'removed'] as const).map((kind) => told.filter((one) => one.kind === kind))
  return [
    ...removed.flatMap((_, at): OperationField[] => {
      const isThere = (after?.removed[at]?.alike ?? 0) >= (before.removed[at]?.alike ?? 1)
      const { path, name } = entryOf(went?.[at])
      return path ? [{ path, before: name, ...(after && isThere ? { now: name } : {}) }] : []
    }),
    ...added.flatMap((_, at): OperationField[] => {
      const { path, name } = entryOf(came?.[at])
      const isThere = (after?.added[at] ?? 0) > (before.added[at] ?? 0)
      return path ? [{ path, wanted: name, ...now(isThere, name) }] : []
    }),
  ]
}

function entryOf(change: AmendIntent['changes'][number] | undefined) {
  const [step] = change?.path ?? []
  const labels = step?.entry ?? []
  const names = labels.filter(({ field }) => field !== 'contact_type').map(({ value }) => value)
  return { path: step && [{ field: step.field }], name: names.join(' ') }
}

/** Notes cannot be told apart by place: one more with the text is the one that was wanted. */
function notes(intent: AmendIntent, before: AmendedOrder, after: AmendedOrder | undefined): OperationField[] {
  const { note, bookingNotes = [] } = intent
  const isThere = (was: number, is: number | undefined) => is !== undefined && is > was
  const ofOrder = note
    ? [
        {
          path: [{ field: 'order_notes' }],
          wanted: note.text,
          ...now(isThere(before.notes, after?.notes), note.text),
        },
      ]
    : []
  const ofBookings = bookingNotes.map(({ booking, text: wanted }, at) => ({
    path: fieldSteps(undefined, ['order_bookings', booking, 'booking_notes']),
    wanted,
    ...now(isThere(before.bookingNotes[at] ?? 0, after?.bookingNotes[at]), wanted),
  }))
  return [...ofOrder, ...ofBookings]
}

const now = (isThere: boolean, text: string) => (isThere ? { now: text } : {})

const text = (value: FieldValue): string | undefined => (value === null ? undefined : String(value))

/** The fields that have a value. */
const named = (fields: { before: string | undefined; wanted: string | undefined; now: string | undefined }) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    Record<'before' | 'wanted' | 'now', string>
  >
