import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { LazyCode } from '../lib/lazy-code'

interface LazyViewProps<Props extends object> {
  readonly code: LazyCode<ComponentType<Props>>
  readonly props: Props
  /** Shown until the code is there. */
  readonly fallback?: ReactNode
}

/**
 * A component whose code is loaded when it is first shown. Not React's `lazy`: Suspense keeps a fallback that it has
 * shown for 300 ms, also when the code is there after 20. Code that does not load throws to the boundary above.
 */
export function LazyView<Props extends object>({ code, props, fallback = null }: LazyViewProps<Props>) {
  const [state, setState] = useState<{ Loaded?: ComponentType<Props> | undefined; error?: unknown }>(() => ({
    Loaded: code.loaded(),
  }))
  useEffect(() => {
    let shown = true
    code.load().then(
      (Loaded) => shown && setState({ Loaded }),
      (error: unknown) => shown && setState({ error }),
    )
    return () => {
      shown = false
    }
  }, [code])
  if (state.error !== undefined) throw state.error
  return state.Loaded ? <state.Loaded {...props} /> : fallback
}
