import type { Caller, ContractMap, Handler, Handlers, Operation } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { z } from 'zod'

/** Handlers of the whole contract: a feature or an operation without one does not compile. */
export type ContractHandlers<C extends ContractMap> = { readonly [Feature in keyof C]: Handlers<C[Feature]> }

/** Longest accepted input, in UTF-16 units: far above any form, far below what would block main. */
const maxInputLength = 1_000_000

/** What was thrown, for the log only: it never crosses the bridge. */
export type ReportThrown = (name: string, thrown: unknown) => void

/** Says whether a profile may change anything at the API; asked before a command's handler runs. */
export type CommandGuard = (profile: ProfileId) => Result<void, AppError>

/**
 * Answers one call from the renderer, which is taken as hostile: the name must be in the contract, the input
 * plain JSON that fits its schema. Always answers a Result; nothing thrown gets through.
 */
export function createDispatch<C extends ContractMap>(
  contract: C,
  handlers: ContractHandlers<C>,
  report: ReportThrown,
  mayCommand: CommandGuard,
) {
  const table = new Map<string, { operation: Operation; handler: Handler<Operation> }>()
  for (const [feature, operations] of Object.entries(contract)) {
    for (const [name, operation] of Object.entries(operations)) {
      const handler = handlers[feature]?.[name] as Handler<Operation> | undefined
      if (!handler) throw new Error(`no handler for ${feature}.${name}`)
      table.set(`${feature}.${name}`, { operation, handler })
    }
  }

  return async (name: unknown, inputJson: unknown, caller: Caller): Promise<Result<unknown, AppError>> => {
    const entry = typeof name === 'string' ? table.get(name) : undefined
    if (!entry) return err(appError('INVALID_INPUT', 'unknown operation'))
    const raw = parseInput(inputJson)
    if (!raw.ok) return raw
    const input = entry.operation.input.safeParse(raw.value)
    if (!input.success) {
      return err(
        appError('INVALID_INPUT', 'the input does not fit the operation', { fields: issues(input.error) }),
      )
    }
    const profile = commandedProfile(entry.operation, input.data)
    const allowed = profile === undefined ? ok(undefined) : mayCommand(profile)
    if (!allowed.ok) return allowed
    try {
      return await entry.handler(input.data, caller)
    } catch (thrown) {
      report(name as string, thrown)
      // A command that broke half way may have reached the server: the journal knows, we do not claim it.
      const changed = entry.operation.kind === 'command' ? 'unknown' : 'no'
      return err(appError('INTERNAL', 'an unexpected error; see the log', { changed }))
    }
  }
}

/** The profile that a command would act for. */
function commandedProfile({ kind }: Operation, input: unknown): ProfileId | undefined {
  if (kind !== 'command' || typeof input !== 'object' || input === null) return undefined
  const { profile } = input as { profile?: unknown }
  return typeof profile === 'string' ? profile : undefined
}

function parseInput(json: unknown): Result<unknown, AppError> {
  if (typeof json !== 'string') return err(appError('INVALID_INPUT', 'the input is not JSON text'))
  if (json.length > maxInputLength) return err(appError('INVALID_INPUT', 'the input is too large'))
  try {
    return { ok: true, value: JSON.parse(json) }
  } catch {
    return err(appError('INVALID_INPUT', 'the input is not JSON'))
  }
}

function issues(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.') || '(input)', issue.message]))
}
