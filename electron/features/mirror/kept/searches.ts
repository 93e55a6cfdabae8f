import { forgetting, type mirrorOperations, remembering } from '@shared/features/mirror'
import type { Handlers } from '@shared/ipc/define'
import { ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import { type KeptListDeps, keptList } from './kept-list'

type Searches = Pick<typeof mirrorOperations, 'listSearches' | 'rememberSearch' | 'forgetSearches'>

/** What was searched for lately: names and addresses of guests, so it lies with the mirror and nowhere else. */
export function searchesHandlers(deps: KeptListDeps): Handlers<Searches> {
  const searches = keptList('searches', z.string().min(1).max(200), deps)
  const answer = <E>(kept: Result<readonly string[], E>) =>
    kept.ok ? ok({ searches: [...kept.value] }) : kept
  return {
    listSearches: async ({ profile }) => answer(await searches.read(profile)),
    rememberSearch: async ({ profile, text }) =>
      answer(await searches.change(profile, (kept) => ok(remembering(kept, text)))),
    forgetSearches: async ({ profile, text }) =>
      answer(await searches.change(profile, (kept) => ok(text === undefined ? [] : forgetting(kept, text)))),
  }
}
