import type {
  BatchAction,
  BatchKind,
  BatchPlan,
  GivenReference,
  PlanFinding,
  PlanLine,
  PlanStage,
  PlanTotal,
} from '@shared/features/batches'
import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { sumByCurrency } from '@shared/kernel/money'
import type { LineDraft } from '../../journal'
import type { PlannedOrder } from './kinds'
import type { PlannedTarget } from './planned-target'
import type { Resolution } from './resolve-reference'

/** What a plan is made for. */
export interface PlanOrigin {
  readonly id: string
  readonly profile: ProfileId
  /** Fingerprint of the account that its orders were read with. */
  readonly account: string | undefined
  readonly kind: BatchKind
  readonly given: readonly GivenReference[]
}

/** The lines of one order, in main's memory: the orders themselves are not kept, snapshots in drafts are. */
export interface PlanOrder {
  readonly order: string
  readonly lines: readonly PlannedTarget[]
}

/** A plan as it grows: references, what they are of, what would be done. */
export class Plan {
  readonly origin: PlanOrigin
  readonly lines: PlanLine[]
  stage: PlanStage = 'resolving'
  progress = { done: 0, total: 0 }
  action: BatchAction | undefined
  readAt: number | undefined
  error: AppError | undefined
  /** Ends what is under way. */
  abort = new AbortController()
  #planned = new Map<string, PlannedOrder>()
  /** Orders that a person left out. */
  #excluded = new Set<string>()

  constructor(origin: PlanOrigin) {
    this.origin = origin
    this.progress = { done: 0, total: origin.given.length }
    this.lines = origin.given.map((given, index) => ({
      line: index + 1,
      reference: typeof given === 'string' ? given : partOf(given),
      finding: 'waiting',
    }))
  }

  resolve(index: number, resolution: Resolution): void {
    const { finding, ...rest } = resolution
    const found = 'error' in rest ? { why: rest.error.code } : rest
    const { candidates, ...plain } = { candidates: undefined, ...found }
    this.#change(index, { finding, ...plain, ...(candidates ? { candidates: [...candidates] } : {}) })
  }

  /** Marks lines that an earlier one covers: the same target, or a part of an order that is named as a whole. */
  markDoubles(): void {
    const first = new Map<string, number>()
    const key = ({ order, booking, payment }: PlanLine) => `${order} ${booking ?? ''} ${payment ?? ''}`
    const found = this.lines.filter(({ finding }) => finding === 'found')
    for (const line of found) if (!first.has(key(line))) first.set(key(line), line.line)
    for (const line of found) {
      const isPart = line.booking !== undefined || line.payment !== undefined
      const whole = isPart ? first.get(`${line.order}  `) : undefined
      const by = whole ?? first.get(key(line))
      if (by !== undefined && by !== line.line) {
        this.#change(line.line - 1, { finding: 'doubled', doubleOf: by })
      }
    }
  }

  /** Begins a dry run: what an earlier one said of the lines is forgotten. Answers the orders to read. */
  beginPlanning(action: BatchAction): readonly PlanOrder[] {
    this.action = action
    this.stage = 'planning'
    this.error = undefined
    this.#planned = new Map()
    this.#excluded = new Set()
    const orders = new Map<string, PlannedTarget[]>()
    for (const [index, { line, order, booking, payment, finding }] of this.lines.entries()) {
      const isNamed =
        finding === 'found' || ((finding === 'not-allowed' || finding === 'unreadable') && order)
      if (!isNamed || order === undefined) continue
      const { effect: _, why: __, params: ___, excluded: ____, ...plain } = this.lines[index] as PlanLine
      this.lines[index] = { ...plain, finding: 'found' }
      const named = orders.get(order) ?? []
      orders.set(order, [...named, { line, booking, payment }])
    }
    this.progress = { done: 0, total: orders.size }
    return [...orders].map(([order, lines]) => ({ order, lines }))
  }

  planned(order: string, planned: PlannedOrder): void {
    this.#planned.set(order, planned)
    for (const { line, ...verdict } of planned.verdicts) {
      this.#change(line - 1, 'effect' in verdict ? verdict : { finding: 'not-allowed', ...verdict })
    }
  }

  unreadable({ lines }: PlanOrder, { code }: AppError): void {
    for (const { line } of lines) this.#change(line - 1, { finding: 'unreadable', why: code })
  }

  /** Leaves the orders of these lines out, or takes them in again; all lines of an order go together. */
  exclude(lines: readonly number[], isExcluded: boolean): void {
    for (const number of lines) {
      const { order, effect } = this.lines[number - 1] ?? {}
      if (order === undefined || !effect) continue
      if (isExcluded) this.#excluded.add(order)
      else this.#excluded.delete(order)
    }
    for (const [index, { excluded: _, ...line }] of this.lines.entries()) {
      const isOut = line.order !== undefined && line.effect && this.#excluded.has(line.order)
      this.lines[index] = isOut ? { ...line, excluded: true } : line
    }
  }

  /** A person ended it, or it could not go on. */
  hasEnded(): boolean {
    return this.stage === 'cancelled' || this.stage === 'failed'
  }

  /** What would be sent, a command for each order, in the order of their first lines. */
  commands(): readonly (readonly LineDraft[])[] {
    return this.#chosen()
      .map(({ drafts }) => drafts)
      .filter((drafts) => drafts.length > 0)
  }

  /** Lines that would be sent. */
  toSend(): readonly PlanLine[] {
    return this.lines.filter(isToSend)
  }

  view(): BatchPlan {
    const { id, profile, kind } = this.origin
    const isPlanned = this.stage === 'planned' || this.stage === 'started'
    const toSend = this.toSend()
    const bookings = toSend.filter(({ booking }) => booking !== undefined).length
    const payments = toSend.filter(({ payment }) => payment !== undefined).length
    const requests = toSend.reduce((sum, { effect }) => sum + (effect?.requests ?? 0), 0)
    return {
      ...{ id, profile, kind, stage: this.stage, progress: { ...this.progress }, lines: this.lines.length },
      ...(this.action ? { action: this.action } : {}),
      ...this.#namesPayments(),
      findings: countBy(this.lines.map(({ finding }) => finding)),
      ...(isPlanned ? { toSend: toSend.length, bookings, payments, requests } : {}),
      totals: this.totals(),
      ...(this.readAt === undefined ? {} : { readAt: this.readAt }),
      ...(this.error ? { error: errorView(this.error) } : {}),
    }
  }

  /** Per currency; an order counts once. */
  totals(): PlanTotal[] {
    const money = this.#chosen().flatMap((order) => (order.money ? [order.money] : []))
    return sumByCurrency(money.map(({ currency }) => ({ currency, amount: '0' }))).map(({ currency }) => {
      const of = money.filter((one) => one.currency === currency)
      const range = (pick: 'fee' | 'refund') => {
        const ranges = of.flatMap((one) => one[pick] ?? [])
        const sum = (side: 'low' | 'high') =>
          sumByCurrency(ranges.map((one) => ({ currency, amount: one[side] })))[0]?.amount
        const [low, high] = [sum('low'), sum('high')]
        return low === undefined || high === undefined ? {} : { [pick]: { low, high } }
      }
      return { currency, orders: of.length, ...range('fee'), ...range('refund') }
    })
  }

  /** A line of a booking is neither: no refund takes it. */
  #namesPayments(): Pick<BatchPlan, 'namesPayments'> {
    const named = this.lines.filter(({ order, booking }) => order !== undefined && booking === undefined)
    const payments = named.filter(({ payment }) => payment !== undefined).length
    return payments === 0 ? {} : { namesPayments: payments === named.length ? 'only' : 'some' }
  }

  #chosen(): readonly PlannedOrder[] {
    return [...this.#planned].flatMap(([order, planned]) => (this.#excluded.has(order) ? [] : [planned]))
  }

  #change(index: number, change: Partial<PlanLine>): void {
    const line = this.lines[index]
    if (line) this.lines[index] = { ...line, ...change }
  }
}

const partOf = (given: Exclude<GivenReference, string>): string =>
  'payment' in given ? given.payment : (given.booking ?? given.order)

/** It would be sent if the plan were started now. */
export const isToSend = ({ effect, excluded }: PlanLine): boolean => (effect?.requests ?? 0) > 0 && !excluded

const errorView = ({ code, message, changed }: AppError) => ({ code, message, changed })

function countBy(findings: readonly PlanFinding[]): Partial<Record<PlanFinding, number>> {
  const counts: Partial<Record<PlanFinding, number>> = {}
  for (const finding of findings) counts[finding] = (counts[finding] ?? 0) + 1
  return counts
}
