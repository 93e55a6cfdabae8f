import { orderCurrency, orderPayments } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/section'
import { Notes } from '../../../order-words'
import type { OrderOnPage } from '../use-order'
import { AboutSection, LinksSection } from './about'
import { BookingLines } from './booking-lines'
import { CancellationTermsSection } from './cancellation-terms'
import { CustomSection, QuestionsSection } from './extras'
import classes from './overview.module.css'
import { PaymentsSummary } from './payments-summary'
import { PriceSection } from './price'

/** The order at a glance: what was booked, what it costs, what was paid, and what to know about it. */
export function OverviewTab({ order, facts, bookings, readAt }: OrderOnPage) {
  const { t } = useTranslation('order')
  const currency = orderCurrency(order)
  return (
    <div className={classes.overview}>
      <div className={classes.main}>
        <BookingLines bookings={bookings} />
        <CancellationTermsSection bookings={bookings} now={readAt} />
        {facts.notes.length > 0 ? (
          <Section title={t('notes.title')}>
            <Notes notes={facts.notes} />
          </Section>
        ) : null}
        <QuestionsSection questions={facts.questions} />
        <CustomSection customFields={facts.customFields} flags={facts.flags} />
      </div>
      <div className={classes.aside}>
        <PriceSection price={facts.price} currency={currency} />
        <PaymentsSummary payments={orderPayments(order)} currency={currency} settlement={facts.settlement} />
        <AboutSection facts={facts} />
        <LinksSection links={facts.links} />
      </div>
    </div>
  )
}
