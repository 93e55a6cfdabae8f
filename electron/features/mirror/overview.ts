import type { mirrorOperations, Overview } from '@shared/features/mirror'
import type { Handlers, OutputOf } from '@shared/ipc/define'
import { fromMinorUnits } from '@shared/kernel/money'
import { ok } from '@shared/kernel/result'
import type { Mirrors } from '../../mirror'
import type { CurrencyTotals, MirrorOverview, MirrorTotals } from '../../store/mirror/protocol'

/** Sums in decimals with the digits of their currency, as they leave main. */
export const totalsInDecimals = ({ byCurrency, ...rest }: MirrorTotals): Totals => ({
  ...rest,
  byCurrency: byCurrency.map(({ currency, total, fee, refunded, ...counts }) => ({
    ...{ currency, ...counts },
    total: fromMinorUnits(total, currency),
    fee: fromMinorUnits(fee, currency),
    refunded: fromMinorUnits(refunded, currency),
  })),
})
type Totals = OutputOf<(typeof mirrorOperations)['totalMirror']>

/** Counts what the orders of a question come to. */
export function overviewHandlers(
  mirrors: Pick<Mirrors, 'opened'>,
): Handlers<Pick<typeof mirrorOperations, 'overviewMirror'>> {
  return {
    overviewMirror: async ({ profile, question }) => {
      const mirror = await mirrors.opened(profile)
      if (!mirror.ok) return mirror
      const answer = await mirror.value.overview({ question })
      return ok(answer.state === 'done' ? { ...answer, overview: inDecimals(answer.overview) } : answer)
    },
  }
}

function inDecimals({ groups, days, weeks, ...totals }: MirrorOverview): Overview {
  const groupsOf = ({ groups, more }: MirrorOverview['groups']['status']) => ({
    groups: groups.map(({ key, title, ...ofGroup }) => ({
      key,
      ...(title === undefined ? {} : { title }),
      ...totalsInDecimals(ofGroup),
    })),
    more,
  })
  return {
    ...totalsInDecimals(totals),
    groups: {
      status: groupsOf(groups.status),
      payment: groupsOf(groups.payment),
      channel: groupsOf(groups.channel),
      product: groupsOf(groups.product),
      supplier: groupsOf(groups.supplier),
      month: groupsOf(groups.month),
    },
    days: [...days],
    weeks: weeks.map(({ byCurrency, ...week }) => ({ ...week, byCurrency: byCurrency.map(weekInDecimals) })),
  }
}

const weekInDecimals = ({ currency, orders, refunds, ...sums }: CurrencyTotals & { refunds: number }) => ({
  ...{ currency, orders, refunds },
  total: fromMinorUnits(sums.total, currency),
  refunded: fromMinorUnits(sums.refunded, currency),
})
