import { Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { noPlainEnter } from '../../../lib/no-plain-enter'
import { toAppError } from '../../../lib/present-error'
import { ErrorNotice } from '../../../ui/error-notice'
import { useActiveProfile } from '../../profiles'
import { effectText } from '../columns/effect-cell'
import { ChangedOrder, hasMoved } from '../detail/changed-order'
import { useMoments } from '../moments'
import { kindText, targetText } from '../target-text'
import classes from './left-queued.module.css'

interface LeftQueuedLineProps {
  readonly operation: Operation
  /** Why it could not be decided as asked. */
  readonly failure: unknown
  readonly busy: boolean
  readonly onSend: () => void
  readonly onTakeBack: () => void
}

/** One operation that was left: what, on which order, for how much, by whom and when. */
export function LeftQueuedLine({ operation, failure, busy, onSend, onTakeBack }: LeftQueuedLineProps) {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const moments = useMoments()
  const { profiles } = useActiveProfile()
  const { who, recordedAt, kind, profile } = operation
  const order = operation.stock?.id ?? operation.order
  const name = profiles.find(({ id }) => id === profile)?.name ?? profile
  const what = [kindText(kind, t), targetText(operation, t)].filter(Boolean).join(' · ')
  return (
    <li className={classes.line} aria-label={`${what} · ${order}`}>
      <div className={classes.words}>
        <span className={classes.what}>{what}</span>
        <span className={classes.order}>{order}</span>
        <span className={classes.amount}>{effectText(operation, t, format)}</span>
        <span className={classes.by}>
          {t('left.by', { who, when: moments.full(recordedAt), profile: name })}
        </span>
      </div>
      <div className={classes.choices}>
        <Button size="compact-sm" variant="default" disabled={busy} onClick={onTakeBack}>
          {t('left.takeBack')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          // Plain Enter never moves money.
          onKeyDown={noPlainEnter}
          onClick={onSend}
        >
          {t('left.send')}
        </Button>
      </div>
      {failure === undefined ? null : (
        <div className={classes.failure}>
          <ErrorNotice error={failure} command />
          {hasMoved(toAppError(failure).code) ? (
            <ChangedOrder operation={operation} params={toAppError(failure).params ?? {}} />
          ) : null}
        </div>
      )}
    </li>
  )
}
