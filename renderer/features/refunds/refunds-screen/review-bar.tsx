import { Button, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import classes from './refunds-screen.module.css'
import { type OrderReview, type ReviewPeriod, reviewPeriods } from './use-order-review'

interface ReviewBarProps {
  readonly review: OrderReview
  readonly days: ReviewPeriod
  readonly onDays: (days: ReviewPeriod) => void
}

/** How much of which period was looked at, and what was not: the view says nothing about other orders. */
export function ReviewBar({ review, days, onDays }: ReviewBarProps) {
  const { t } = useTranslation('refunds')
  const format = useFormat()
  const { looked, found, unclear, total, running, complete } = review
  return (
    <div className={classes.review}>
      <Select
        size="xs"
        w={220}
        aria-label={t('review.period')}
        value={`${days}`}
        onChange={(next) => onDays(reviewPeriods.find((one) => `${one}` === next) ?? days)}
        data={reviewPeriods.map((one) => ({ value: `${one}`, label: t('review.days', { count: one }) }))}
        allowDeselect={false}
      />
      <span role="status">
        {t(complete ? 'review.complete' : 'review.progress', {
          looked: format.count(looked),
          total: total === undefined ? '?' : format.count(total),
          found: format.count(found),
        })}
        {unclear > 0 ? ` ${t('review.unclear', { count: unclear })}` : ''}
      </span>
      {running ? (
        <Button variant="default" size="compact-xs" onClick={review.stop}>
          {t('review.stop')}
        </Button>
      ) : complete ? (
        <Button variant="subtle" size="compact-xs" onClick={review.again}>
          {t('review.again')}
        </Button>
      ) : (
        <Button variant="default" size="compact-xs" onClick={review.goOn}>
          {t('review.goOn')}
        </Button>
      )}
    </div>
  )
}
