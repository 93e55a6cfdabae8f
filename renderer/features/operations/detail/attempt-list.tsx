import type { Operation, OperationError } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/section'
import { useMoments } from '../moments'
import classes from './detail.module.css'
import { JournalErrorWords } from './journal-error-words'

interface AttemptListProps {
  readonly attempts: Operation['attempts']
  /** Why nothing was sent, where nothing was. */
  readonly error: OperationError | undefined
}

const results = ['done', 'accepted', 'failed', 'requeued', 'unknown'] as const

/** What was sent and what came back. */
export function AttemptList({ attempts, error }: AttemptListProps) {
  const { t } = useTranslation('operations')
  const moments = useMoments()
  return (
    <Section title={t('detail.attempts.title')}>
      {attempts.length === 0 ? (
        <>
          <p className={classes.note}>{t('detail.attempts.none')}</p>
          {error ? <JournalErrorWords error={error} /> : null}
        </>
      ) : null}
      <ol className={classes.attempts}>
        {attempts.map(({ number, sentAt, result, error: answer }) => (
          <li key={number} className={classes.attempt}>
            <div className={classes.line}>
              <span>{t('detail.attempts.number', { number })}</span>
              <span className={classes.dimmed}>
                {t('detail.attempts.sent', { time: moments.full(sentAt) })}
              </span>
              {answer?.status === undefined ? null : (
                <span className={classes.dimmed}>
                  {t('detail.attempts.status', { status: answer.status })}
                </span>
              )}
              <span>{t(`detail.result.${results.find((known) => known === result) ?? 'pending'}`)}</span>
            </div>
            {answer ? <JournalErrorWords error={answer} /> : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}
