import type { EventPayload } from '@shared/ipc/events'
import type { SearchRun } from './search-api'

/** Searches that are under way, each of which somebody may stop. */
export interface Searches {
  run<T>(at: At, search: (run: SearchRun) => Promise<T>): Promise<T>
  stop(at: At): void
}

interface At {
  readonly profile: string
  readonly request: string
}

export function createSearches(tell: (at: EventPayload<'privacy.searching'>) => void): Searches {
  const underWay = new Map<string, Set<AbortController>>()
  return {
    run: async ({ profile, request }, search) => {
      const controller = new AbortController()
      const ofRequest = underWay.get(request) ?? new Set()
      underWay.set(request, ofRequest.add(controller))
      let looked = 0
      try {
        return await search({
          signal: controller.signal,
          looked: (more) => {
            looked += more
            tell({ profile, request, looked })
          },
        })
      } finally {
        ofRequest.delete(controller)
        if (ofRequest.size === 0) underWay.delete(request)
      }
    },
    stop: ({ request }) => {
      for (const controller of underWay.get(request) ?? []) controller.abort()
    },
  }
}
