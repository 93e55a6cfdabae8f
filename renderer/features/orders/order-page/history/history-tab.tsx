import type { Order } from '@shared/api'
import type { OrderEventEntry } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/section'
import { isolated, RecordedTime, useWords } from '../../../order-words'
import classes from './history.module.css'
import { Versions } from './versions'

interface HistoryTabProps {
  readonly profile: ProfileId
  readonly reference: string
  /** As it is now. */
  readonly order: Order
  readonly events: readonly OrderEventEntry[]
  /** `order_version` as sent. */
  readonly version: string | undefined
  readonly currency: string
}

/** What happened to the order, and what each version changed. */
export function HistoryTab({ events, ...versions }: HistoryTabProps) {
  const { t } = useTranslation('order')
  return (
    <div className={classes.tab}>
      <Section title={t('history.versions')}>
        <Versions {...versions} />
      </Section>
      <Section title={t('history.events')}>
        {events.length === 0 ? <p className={classes.quiet}>{t('history.noEvents')}</p> : null}
        <ol className={classes.events}>
          {events.map((event) => (
            <EventItem key={event.key} event={event} />
          ))}
        </ol>
      </Section>
    </div>
  )
}

function EventItem({ event: { type, at, note, by, role, version } }: { event: OrderEventEntry }) {
  const { t } = useTranslation('order')
  const { word } = useWords()
  const who =
    by &&
    (role
      ? t('history.byRole', { who: isolated(by), role: isolated(role) })
      : t('history.by', { who: isolated(by) }))
  return (
    <li className={classes.event}>
      <div className={classes.eventHead}>
        <RecordedTime at={at} />
        <strong title={type}>{type ? word('event', type) : null}</strong>
        {version ? <span className={classes.quiet}>{t('facts.version', { version })}</span> : null}
      </div>
      {note ? <bdi className={classes.note}>{note}</bdi> : null}
      {who ? <div className={classes.quiet}>{who}</div> : null}
    </li>
  )
}
