import { type ReactNode, useEffect, useRef } from 'react'
import { lazyCode } from '../../lib/lazy-code'
import { LazyView } from '../../ui/lazy-view'
import type { FilterValues } from './filters/filter-values'
import type { OrdersListProps } from './orders-list-props'
import { NoOverview } from './overview'

/** Loaded when it is first looked at: drawing charts takes a library of its own. */
const overview = lazyCode(() => import('./overview/overview').then(({ OrdersOverview }) => OrdersOverview))

interface OverviewBodyProps extends OrdersListProps {
  /** Said in its place where there are no orders. */
  readonly instead: ReactNode
}

/** In place of the rows: what they come to, or why that is not known. */
export function OverviewBody({ profile, view, list, mirror, instead }: OverviewBodyProps) {
  const hasLed = useRef(false)
  useEffect(
    () => () => {
      // What was clicked is gone: the keyboard goes where one comes back from.
      if (hasLed.current) document.querySelector<HTMLElement>('[data-faces] input:checked')?.focus()
    },
    [],
  )
  if (!mirror) return null
  if (list.origin !== 'mirror') {
    return (
      <NoOverview
        mirror={mirror}
        atServer={view.session.atServer === true}
        onBack={() => view.searchAt('copy')}
      />
    )
  }
  if (instead) return instead
  const onShow = (filters: FilterValues) => {
    hasLed.current = true
    view.setFilters(filters)
    view.showFace('list')
  }
  return <LazyView code={overview} props={{ profile, view, mirror, onShow }} />
}
