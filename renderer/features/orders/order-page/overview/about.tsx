import { type OrderFacts, type OrderLink, orderLinks, partyRoles } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/section'
import { Fact, Facts, RecordedTime, useWords } from '../../../order-words'
import { ApiLink } from '../links'
import classes from './overview.module.css'

/** Who is behind the order and how it is handled. */
export function AboutSection({ facts }: { facts: OrderFacts }) {
  const { t } = useTranslation('order')
  const { word } = useWords()
  const { settlement, language, sendTickets, confirmed, modified, cancelled, redacted } = facts
  return (
    <Section title={t('about.title')}>
      {redacted ? <p className={classes.warning}>{t('about.redacted')}</p> : null}
      <Facts>
        {partyRoles.map((role) => {
          const { id, name } = facts.parties[role]
          return (
            <Fact key={role} label={t(`about.${role}`)} value={name ?? id}>
              {name && id ? t('about.withId', { name, id }) : undefined}
            </Fact>
          )
        })}
        <Fact label={t('about.settlement')} value={settlement}>
          {settlement && word('settlement', settlement)}
        </Fact>
        <Fact label={t('about.language')} value={language} />
        <Fact
          label={t('about.mailTickets')}
          value={sendTickets === undefined ? undefined : String(sendTickets)}
        >
          {t(sendTickets ? 'about.mailYes' : 'about.mailNo')}
        </Fact>
        <Fact label={t('about.confirmed')} value={confirmed}>
          <RecordedTime at={confirmed} />
        </Fact>
        <Fact label={t('about.modified')} value={modified.at}>
          <RecordedTime at={modified.at} /> {modified.by}
        </Fact>
        <Fact label={t('about.cancelled')} value={cancelled.at}>
          <RecordedTime at={cancelled.at} />
        </Fact>
        <Fact label={t('about.reason')} value={cancelled.reason} />
      </Facts>
    </Section>
  )
}

/** Links that the API gives for the order. */
export function LinksSection({ links }: { links: Readonly<Record<OrderLink, string | undefined>> }) {
  const { t } = useTranslation('order')
  if (orderLinks.every((link) => links[link] === undefined)) return null
  return (
    <Section title={t('links.title')}>
      {orderLinks.map((link) => (
        <ApiLink key={link} label={t(`links.${link}`)} url={links[link]} />
      ))}
    </Section>
  )
}
