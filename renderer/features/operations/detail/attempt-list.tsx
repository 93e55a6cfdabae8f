import type { Operation, OperationError } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { Copyable } from '../../../ui/copyable'
import { Section } from '../../../ui/section'
import { useMoments } from '../moments'
import classes from './detail.module.css'

interface AttemptListProps {
  readonly attempts: Operation['attempts']
  /** Why nothing was sent, where nothing was. */
  readonly error: OperationError | undefined
}

const results = ['done', 'accepted', 'failed', 'requeued', 'unknown'] as const

/** What was sent and what came back, in the server's own words. */
export function AttemptList({ attempts, error }: AttemptListProps) {
  const { t } = useTranslation('operations')
  const moments = useMoments()
  return (
    <Section title={t('detail.attempts.title')}>
      {attempts.length === 0 ? (
        <>
          <p className={classes.note}>{t('detail.attempts.none')}</p>
          {error ? <ErrorWords error={error} /> : null}
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
              <span>{t(`detail.result.${results.find((known) => known === result) ?? 'pending'}`)}</span>
            </div>
            {answer ? <ErrorWords error={answer} /> : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function ErrorWords({ error }: { error: OperationError }) {
  const { t } = useTranslation('operations')
  const { status, serverCode, serverWords, serverDetails = [], requestId, message } = error
  const words = [serverCode, serverWords, ...serverDetails].filter(Boolean).join(' · ')
  return (
    <dl className={classes.facts}>
      <dt>{status === undefined ? error.code : t('detail.attempts.status', { status })}</dt>
      <dd>{message}</dd>
      {words ? (
        <>
          <dt>{t('detail.attempts.serverWords')}</dt>
          <dd>
            <Copyable value={words} label={t('detail.attempts.serverWords')} />
          </dd>
        </>
      ) : null}
      {requestId ? (
        <>
          <dt>{t('detail.attempts.requestId')}</dt>
          <dd>
            <Copyable value={requestId} label={t('detail.attempts.requestId')} mono />
          </dd>
        </>
      ) : null}
    </dl>
  )
}
