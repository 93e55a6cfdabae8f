import { type gridStateOperations, gridStateSchema } from '@shared/features/grid-state'
import type { Handlers } from '@shared/ipc/define'
import type { ProfileId } from '@shared/kernel/ids'
import { ok } from '@shared/kernel/result'
import { z } from 'zod'
import type { DocumentSpec, JsonDocument } from '../../platform/json-document'

const documentSchema = z.object({
  /** Profile → list → how it was left. */
  profiles: z.record(z.string(), z.record(z.string(), gridStateSchema)),
})
type GridStates = z.infer<typeof documentSchema>

/** `grids.json`: how lists were left. Holds references of orders, never names or what was searched for. */
export const gridStatesSpec: DocumentSpec<GridStates> = {
  name: 'grids',
  schema: documentSchema,
  initial: () => ({ profiles: {} }),
}

export interface GridStateDeps {
  readonly document: JsonDocument<GridStates>
}

/** Keeps how each list was left, per profile. */
export function gridStateHandlers({ document }: GridStateDeps): Handlers<typeof gridStateOperations> {
  return {
    getGridState: ({ profile, grid }) => ok(own(own(document.read().profiles, profile), grid) ?? {}),
    saveGridState: ({ profile, grid, state }) => {
      const { profiles } = document.read()
      document.write({ profiles: { ...profiles, [profile]: { ...own(profiles, profile), [grid]: state } } })
      return ok({})
    },
  }
}

/** Forgets what was kept for a profile that is gone. */
export function forgetGridStates(document: JsonDocument<GridStates>, profile: ProfileId): void {
  const { [profile]: _gone, ...profiles } = document.read().profiles
  document.write({ profiles })
}

/** A field of its own: names come from the renderer, so `constructor` is no list. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined
}
