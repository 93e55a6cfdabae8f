import type { Operation } from '@shared/features/operations'
import type { TFunction } from 'i18next'
import { isMail } from '../mails'
import type { JournalMoments } from '../moments'

/** Where an operation stands, in a sentence that also says what happens next. */
export function stateSentence(
  { kind, state, held, dueAt, undoUntil, nextLookUpAt, settledBy }: Operation,
  t: TFunction<'operations'>,
  { short }: JournalMoments,
): string {
  const next = nextLookUpAt === undefined ? '' : short(nextLookUpAt)
  if (state === 'queued' && held) return t(`detail.sentence.held-${held}`)
  if (undoUntil !== undefined) return t('detail.sentence.queued-undo')
  if (state === 'queued' && dueAt !== undefined) {
    return t('detail.sentence.queued-later', { time: short(dueAt) })
  }
  if (state === 'done') return t(`detail.sentence.done-${settledBy ?? 'answer'}`)
  if (state === 'failed' && settledBy === 'hand') return t('detail.sentence.failed-hand')
  if (state === 'needs-review' && isMail(kind)) return t('detail.sentence.needs-review-mail')
  return t(`detail.sentence.${state}`, { time: next })
}
