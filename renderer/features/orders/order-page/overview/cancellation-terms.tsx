import { type CancellationTerms, cancellationTerms } from '@shared/features/cancellations'
import { type OrderBooking, statusMeaning } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { Section } from '../../../../ui/section'
import classes from './overview.module.css'
import { termsSentences } from './terms-text'

interface TermsProps {
  readonly bookings: readonly OrderBooking[]
  /** Milliseconds since 1970 UTC. */
  readonly now: number
}

/** What cancelling costs and until when; bookings with the same terms stand together. */
export function CancellationTermsSection({ bookings, now }: TermsProps) {
  const { t } = useTranslation('order')
  const groups = groupByTerms(bookings.filter(({ status }) => statusMeaning(status) !== 'cancelled'))
  if (groups.length === 0) return null
  return (
    <Section title={t('terms.title')}>
      <ul className={classes.terms}>
        {groups.map(({ first, count, terms }) => (
          <li key={first.key}>
            {groups.length > 1 ? (
              <div className={classes.quiet}>
                {count > 1 ? t('terms.sameFor', { count }) : (first.title ?? t('bookings.noTitle'))}
              </div>
            ) : null}
            <BookingTerms terms={terms} currency={first.currency} now={now} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface BookingTermsProps {
  readonly terms: CancellationTerms
  readonly currency: string | undefined
  readonly now: number
}

/** The terms of one booking, a sentence for each way they can be read. */
export function BookingTerms({ terms, currency = '', now }: BookingTermsProps) {
  const { t } = useTranslation('order')
  const format = useFormat()
  return termsSentences(terms, { t, format, currency, now }).map(({ unit, text }) => (
    <p key={text} className={classes.sentence}>
      {unit ? (
        <span className={classes.quiet} title={t('terms.readingHint')}>
          {t(`terms.reading.${unit}`)}:{' '}
        </span>
      ) : null}
      {text}
    </p>
  ))
}

interface TermsGroup {
  readonly first: OrderBooking
  readonly count: number
  readonly terms: CancellationTerms
}

function groupByTerms(bookings: readonly OrderBooking[]): TermsGroup[] {
  const groups = new Map<string, TermsGroup>()
  for (const booking of bookings) {
    const terms = cancellationTerms(booking.source)
    const key = JSON.stringify([terms, booking.currency])
    const group = groups.get(key) ?? { first: booking, count: 0, terms }
    groups.set(key, { ...group, count: group.count + 1 })
  }
  return [...groups.values()]
}
