import type { OrderRow } from '@shared/features/orders'

/** An order of a contact, and where it was found. */
export interface ContactOrder extends OrderRow {
  /** `copy`: the API was not read to its end, so it may have the order as well. */
  readonly foundIn: 'both' | 'api' | 'copy' | 'copyOnly'
}

interface Sources {
  /** What was read of the API; absent while nothing was. */
  readonly atApi: readonly OrderRow[] | undefined
  /** The API was read to its end. */
  readonly isWhole: boolean
  /** What the local copy has; absent while that is not known, or where there is none. */
  readonly inCopy: readonly OrderRow[] | undefined
}

/**
 * Both lists as one, the newest first and each order once: an order that comes in between two pages makes the API send one
 * twice. What the API says of an order is newer than the copy. `undefined` where neither source answered.
 */
export function mergeOrders({ atApi, isWhole, inCopy }: Sources): ContactOrder[] | undefined {
  if (!atApi && !inCopy) return undefined
  const [known, copies] = [byReference(atApi), byReference(inCopy)]
  const foundIn = (reference: string): ContactOrder['foundIn'] => {
    if (known.has(reference)) return copies.has(reference) ? 'both' : 'api'
    return isWhole ? 'copyOnly' : 'copy'
  }
  return [...new Map([...copies, ...known]).values()]
    .map((row) => ({ ...row, foundIn: foundIn(row.reference) }))
    .sort((a, b) => createdMs(b) - createdMs(a))
}

const byReference = (rows: readonly OrderRow[] = []) => new Map(rows.map((row) => [row.reference, row]))

const createdMs = ({ created }: OrderRow): number => Date.parse(created ?? '') || 0
