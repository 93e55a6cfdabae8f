/** Something that is loaded when it is first needed, once. */
export interface LazyCode<T> {
  /** What was loaded, if it is there. */
  loaded(): T | undefined
  /** Loads it, or waits for the load that is under way. One that failed is tried anew. */
  load(): Promise<T>
}

export function lazyCode<T>(fetch: () => Promise<T>): LazyCode<T> {
  let loaded: T | undefined
  let loading: Promise<T> | undefined
  return {
    loaded: () => loaded,
    load: () => {
      loading ??= fetch().then(
        (value) => {
          loaded = value
          return value
        },
        (error) => {
          loading = undefined
          throw error
        },
      )
      return loading
    },
  }
}
