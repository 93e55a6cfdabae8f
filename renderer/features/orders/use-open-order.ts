import { useMediaQuery } from '@mantine/hooks'
import { useCallback } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import type { OrderLayout } from './order-navigation'

interface PlaceState {
  readonly beside?: boolean
}

/** Below this width a list and an order side by side would both be cut short. */
const narrow = '(max-width: 900px)'

const listPath = '/orders'
const orderPath = (reference: string) => `${listPath}/${encodeURIComponent(reference)}`

/** Which order the address names, and going to another one. A link to an order opens it full; so does a narrow window. */
export function useOpenOrder() {
  const [, navigate] = useLocation()
  const [, params] = useRoute('/orders/:reference')
  const state = useHistoryState<PlaceState | null>()
  const reference = params ? decoded(params.reference) : undefined
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })
  const layout: OrderLayout = state?.beside && !isNarrow ? 'beside' : 'full'
  const open = useCallback(
    (next: string, how: OrderLayout, { replace = false } = {}) =>
      navigate(orderPath(next), { replace, state: { beside: how === 'beside' } satisfies PlaceState }),
    [navigate],
  )
  const close = useCallback(() => navigate(listPath), [navigate])
  return { reference, layout, open, close }
}

/** The router leaves signs that part an address, such as the colon, as they are written in it. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
