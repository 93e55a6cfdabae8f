import { Progress } from '@mantine/core'
import type { Batch } from '@shared/features/batches'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { timeLeftText } from '../../../lib/time-left'
import classes from '../batches.module.css'
import { hasEnded, type LineGroup, lineGroups, percentThrough, progressOf } from '../progress'

const colours: Readonly<Record<Exclude<LineGroup, 'left' | 'not-sent'>, string>> = {
  done: 'var(--gh-confirmed-text)',
  failed: 'var(--gh-failed-text)',
  unknown: 'var(--gh-unknown-text)',
  supplier: 'var(--gh-processing-text)',
  withdrawn: 'var(--gh-control)',
}

/** How far it is: a bar in the colours of the outcomes, and the same in words and numbers. */
export function BatchProgress({ batch, differing }: { batch: Batch; differing: number }) {
  const { t } = useTranslation('batches')
  const { t: ui } = useTranslation('ui')
  const format = useFormat()
  const progress = progressOf(batch)
  const total = batch.lines - progress['not-sent']
  const percent = percentThrough(batch)
  const words = lineGroups
    .filter((group) => progress[group] > 0 || group === 'done')
    .map((group) => t(`count.${group}`, { count: progress[group], number: format.count(progress[group]) }))
  const label = t('progress.label', { percent })
  return (
    <div className={classes.progress}>
      <Progress.Root size={8} aria-label={label} role="progressbar" aria-valuenow={percent}>
        {(['done', 'failed', 'unknown', 'supplier', 'withdrawn'] as const).map((group) =>
          progress[group] > 0 ? (
            <Progress.Section
              key={group}
              value={total === 0 ? 0 : (100 * progress[group]) / total}
              color={colours[group]}
              withAria={false}
            />
          ) : null,
        )}
      </Progress.Root>
      <p className={classes.figures}>
        <span>{t('progress.percent', { percent })}</span>
        {words.map((word) => (
          <span key={word}>{word}</span>
        ))}
        {differing > 0 ? (
          <span className={classes.differing}>
            <IconAlertTriangle size={14} aria-hidden />
            {t('count.differing', { count: differing, number: format.count(differing) })}
          </span>
        ) : null}
        {hasEnded(batch) || batch.perMinute === undefined ? null : (
          <span>{t('progress.rate', { count: Math.round(batch.perMinute) })}</span>
        )}
        {batch.timeLeft === undefined || batch.state !== 'running' ? null : (
          <span>{timeLeftText(batch.timeLeft, ui)}</span>
        )}
      </p>
    </div>
  )
}
