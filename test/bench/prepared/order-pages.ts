import { Dataset } from '../../../electron/sandbox/data/dataset'
import { stringifyJson } from '../../../electron/sandbox/http/json'
import { largestOrder, seed } from './world'

/** So many orders in the year before `anchor`, milliseconds since 1970 UTC. */
export interface DatasetOf {
  readonly orders: number
  readonly anchor: number
}

/** The sandbox's orders, without a server. */
export const datasetOf = ({ orders, anchor }: DatasetOf): Dataset =>
  new Dataset({ seed, anchor, largeOrder: largestOrder }, orders, anchor)

/** The orders from the index `oldest` to `newest`, which is lower, as a page of the list. */
export function pageText(dataset: Dataset, oldest: number, newest: number): string {
  const items: string[] = []
  for (let index = oldest; index >= newest; index--) items.push(stringifyJson(dataset.document(index)))
  return `{"data":{"items":[${items.join()}]}}`
}
