import type { SearchKind } from '@shared/features/orders'
import { useRef } from 'react'
import type { OrdersList } from '../use-orders-list'
import type { useOrdersView } from '../use-orders-view'

/** Milliseconds that the screen waits for the rows of a letter: they are mostly here after twenty. */
const patienceMs = 100

/**
 * Searches the list. The local copy is asked before the screen is told what is searched for, so that it is rendered once for
 * a letter, with the rows that it brought, and not twice.
 */
export function useSearchAhead(
  { search, mirrorQueryOf }: ReturnType<typeof useOrdersView>,
  list: OrdersList,
) {
  const turn = useRef(0)
  return (typed: string, chosen?: SearchKind): void => {
    turn.current += 1
    const mine = turn.current
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
    const isReady = list.origin === 'mirror' && Promise.race([list.askAhead(mirrorQueryOf(typed)), patience])
    if (isReady === false) search(typed, chosen)
    else void isReady.then(() => mine === turn.current && search(typed, chosen))
  }
}
