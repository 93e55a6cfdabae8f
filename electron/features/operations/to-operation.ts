import type {
  Operation,
  OperationEffect,
  OperationError,
  OperationField,
  OperationPart,
} from '@shared/features/operations'
import type { Entry, Traits } from '../../journal'
import type { EntryError, ServerWords } from '../../journal/event'

/** What a kind of operation says of its entries. */
export interface Description {
  readonly target?: Operation['target']
  readonly stock?: Operation['stock']
  readonly reason?: string
  readonly refundToGuest?: boolean
  readonly recipient?: string
  readonly payment?: string
  readonly received?: NonNullable<Operation['received']>
  readonly changes?: Operation['changes']
  readonly effect: OperationEffect
  /** The parts it is about, before and now. */
  readonly parts?: readonly OperationPart[]
  /** The fields that it was to change, before, wanted and now. */
  readonly fields?: readonly OperationField[]
}

/** Describes an entry; `group` are the entries of the same command. */
export type Describe = (entry: Entry, group: readonly Entry[]) => Description

/** How to describe each kind of operation. */
export type Descriptions = Readonly<Record<string, Describe>>

/** What is known of the kinds of operations. */
export interface Kinds {
  readonly descriptions: Descriptions
  /** `undefined` for a kind that this version does not know. */
  readonly traits: (kind: string) => Traits | undefined
}

/** An entry of a kind that this version does not know is still listed. */
const unknownKind: Description = { effect: { refunds: [], differences: [] } }

/** An entry as the Operations screen shows it. */
export function toOperation(
  entry: Entry,
  group: readonly Entry[],
  { descriptions, traits }: Kinds,
): Operation {
  const { id, profile, kind, state, order, who, recordedAt, updatedAt, lookUps } = entry
  const { purged, held, dueAt, lastLookUpAt, nextLookUpAt, settledBy, marked, othersChanged } = entry
  const describe = Object.hasOwn(descriptions, kind) ? descriptions[kind] : undefined
  // Of what was erased there is nothing left to describe.
  const {
    parts = [],
    fields = [],
    ...description
  } = describe && !purged ? describe(entry, group) : unknownKind
  const couldDouble = traits(kind)?.safeToResend !== true
  return {
    ...{ id, profile, kind, state, order, who, recordedAt, updatedAt, lookUps },
    ...(group.length > 1 ? { command: { size: group.length, isLast: group.at(-1)?.id === entry.id } } : {}),
    ...defined({ held, dueAt, lastLookUpAt, nextLookUpAt, settledBy, marked, othersChanged }),
    ...defined({ undoUntil: undoUntil(entry), erased: purged }),
    ...description,
    ...(state === 'failed' && fields.length > 0 ? { moved: [...fields] } : {}),
    ...(state === 'needs-review' ? { review: { parts: [...parts], fields: [...fields], couldDouble } } : {}),
    ...defined({
      error: entry.error && toError(entry.error, entry.words),
      lookUpError: entry.lookUpError && toError(entry.lookUpError),
    }),
    attempts: entry.attempts.map(({ number, sentAt, endedAt, result, error, words }) => ({
      number,
      sentAt,
      ...defined({ endedAt, result, error: error && toError(error, words) }),
    })),
  }
}

/** The end of the undo window; what the server asked to come back later with has none. */
const undoUntil = ({ state, held, requeues, dueAt }: Entry): number | undefined =>
  state === 'queued' && held === undefined && requeues === 0 ? dueAt : undefined

function toError(error: EntryError, words: ServerWords = {}): OperationError {
  const { code: serverCode, description: serverWords, details: serverDetails } = words
  return { ...error, ...defined({ serverCode, serverWords, serverDetails }) }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
