import type { z } from 'zod'
import type { AppError } from '../kernel/app-error'
import type { Result } from '../kernel/result'

/**
 * What an operation is: its kind, the shapes that cross the bridge and the errors it may answer with beside
 * the common ones. A `query` reads. A `command` asks for a change at the API and goes through the journal. A
 * `local` action changes this installation only (settings, windows, files that main's dialogs chose).
 */
export interface Operation<
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
> {
  readonly kind: Kind
  readonly input: Input
  readonly output: Output
  readonly errors: readonly Code[]
}
export type OperationKind = 'query' | 'command' | 'local'

/** Declares an operation; see docs in CONTRIBUTING.md, "Adding an operation". */
export function operation<
  const Kind extends OperationKind,
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Code extends string = never,
>(spec: {
  kind: Kind
  input: Input
  output: Output
  errors?: readonly Code[]
}): Operation<Kind, Input, Output, Code> {
  return { ...spec, errors: spec.errors ?? [] }
}

/** Operations of one feature, by name. */
export type OperationMap = Readonly<Record<string, Operation>>
/** Operations of all features: feature → name → operation. */
export type ContractMap = Readonly<Record<string, OperationMap>>

export type InputOf<Op extends Operation> = z.input<Op['input']>
export type ParsedInputOf<Op extends Operation> = z.output<Op['input']>
export type OutputOf<Op extends Operation> = z.output<Op['output']>
export type ErrorOf<Op extends Operation> = AppError<Op['errors'][number]>
export type ResultOf<Op extends Operation> = Result<OutputOf<Op>, ErrorOf<Op>>

/** Who asked: what a handler may know of the caller. */
export interface Caller {
  readonly windowId: number
}

/** Answers one operation in main. It returns a Result; what it throws becomes INTERNAL at the border. */
export type Handler<Op extends Operation> = (
  input: ParsedInputOf<Op>,
  caller: Caller,
) => ResultOf<Op> | Promise<ResultOf<Op>>

/** One handler for every operation of a feature: a missing one does not compile. */
export type Handlers<Ops extends OperationMap> = { readonly [Name in keyof Ops]: Handler<Ops[Name]> }
