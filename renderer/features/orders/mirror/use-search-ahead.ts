import type { SearchKind } from '@shared/features/orders'
import { useEffect, useRef } from 'react'
import type { OrdersList } from '../use-orders-list'
import type { useOrdersView } from '../use-orders-view'

/** Milliseconds that the screen waits for the rows of a letter: they are mostly here after twenty. */
const patienceMs = 100

/**
 * Searches the list. The local copy is asked, and its rows are shown, before the screen is told what is searched for: it is
 * rendered once for a letter and not twice, and while the rows are looked at already.
 */
export function useSearchAhead(
  { search, mirrorQueryOf, session }: ReturnType<typeof useOrdersView>,
  list: OrdersList,
) {
  const { typed: shown } = session
  /** What is waited for; another search takes its place. */
  const awaited = useRef<{ readonly typed: string; readonly chosen: SearchKind | undefined }>(undefined)
  const told = useRef(shown)
  // Searched from elsewhere meanwhile, such as the palette.
  useEffect(() => {
    if (shown !== told.current) awaited.current = undefined
    told.current = shown
  }, [shown])

  return (typed: string, chosen?: SearchKind): void => {
    if (awaited.current?.typed === typed && awaited.current.chosen === chosen) return
    const mine = { typed, chosen }
    const tell = () => {
      if (awaited.current !== mine) return
      awaited.current = undefined
      told.current = typed
      search(typed, chosen)
    }
    awaited.current = mine
    if (list.origin === 'mirror') {
      const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
      void Promise.race([list.askAhead(mirrorQueryOf(typed), () => awaited.current === mine), patience]).then(
        tell,
      )
    } else tell()
  }
}
