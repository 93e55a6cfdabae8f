import { useEffect, useEffectEvent } from 'react'
import { useOrderNavigation } from '../order-navigation'
import type { OrderAct } from './may-begin'

/** Begins an action that was chosen in the list, once the page is there. @param mayBegin what the page has it for */
export function useBegin(act: OrderAct, begin: () => void, mayBegin: boolean): void {
  const chosen = useOrderNavigation()?.begin
  const take = useEffectEvent(() => {
    chosen?.taken()
    if (mayBegin) begin()
  })
  const isChosen = chosen?.act === act
  useEffect(() => {
    if (isChosen) take()
  }, [isChosen])
}
