import type { PlanLine } from '@shared/features/batches'
import type { TFunction } from 'i18next'
import { whyText } from '../words'

/** What a person should know of a line before it is sent, or why it is not. */
export function problemText(
  { finding, doubleOf, candidates, why, effect }: PlanLine,
  t: TFunction<'batches'>,
): string {
  if (finding === 'doubled') return t('problem.doubled', { line: doubleOf })
  if (finding === 'ambiguous') return t('problem.ambiguous', { orders: candidates?.join(', ') })
  if (finding === 'not-found') return t('problem.notFound')
  if (why !== undefined) return whyText(why, t)
  if (!effect) return ''
  const { leftOut = [], noRefund, notComputed, advice } = effect
  const stays = leftOut.map((part) => {
    const reason = whyText(part.why, t)
    return part.reference ? t('problem.part', { reference: part.reference, reason }) : reason
  })
  return [
    ...(stays.length > 0 ? [t('problem.stays', { count: stays.length, parts: stays.join('; ') })] : []),
    ...(advice ? [t(`advice.${advice}`)] : []),
    ...(notComputed ? [t(`notComputed.${notComputed}`)] : []),
    ...(noRefund && noRefund !== 'NOT_CHOSEN' ? [t(`noRefund.${noRefund}`)] : []),
  ].join(' ')
}
