import { isSettled, type Operation } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import classes from './detail.module.css'

/** What the order's version suggests about an e-mail that nothing can prove; for a person who has to decide. */
export function MailHint({ operation: { kind, state, effect } }: { operation: Operation }) {
  const { t } = useTranslation('operations')
  const before = effect.before?.orderVersion
  const after = effect.after?.orderVersion
  if (kind !== 'send-tickets' || isSettled(state) || before === undefined || after === undefined) return null
  return (
    <p className={classes.note}>
      {t(after > before ? 'detail.mailHint.moved' : 'detail.mailHint.same', { before, after })}
    </p>
  )
}
