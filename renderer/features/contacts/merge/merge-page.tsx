import { Anchor } from '@mantine/core'
import type { Contact } from '@shared/api'
import { readContact } from '@shared/features/orders'
import type { Profile } from '@shared/features/profiles'
import { type ContactUid, contactUidSchema, type ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { toAppError } from '../../../lib/present-error'
import { useShortcut } from '../../../lib/shortcuts'
import { useStepFocus } from '../../../lib/use-step-focus'
import { useWindowTitle } from '../../../lib/window-title'
import { LoadFailed } from '../../../ui/load-failed'
import { LoadingBar } from '../../../ui/loading-bar'
import { Section } from '../../../ui/section'
import { ContactOrders } from '../contact-page/contact-orders'
import { NoSuchContact } from '../contact-page/no-such-contact'
import { useJournalFollow } from '../contact-page/use-journal-follow'
import { contactPath, doublesPath } from '../contact-paths'
import { contactQueries } from '../queries'
import classes from './merge.module.css'
import { TakenOver } from './taken-over'

interface MergePageProps {
  readonly profile: Profile
  /** What the address names the contact that stays by, and the other one. */
  readonly kept: string
  readonly other: string
}

/**
 * Two contacts that a person says are one: the one that stays takes over what they choose of the other, and then the orders
 * that they choose. Nothing is merged by itself.
 */
export function MergePage({ profile, kept, other }: MergePageProps) {
  const { t } = useTranslation('contacts')
  const [, navigate] = useLocation()
  useWindowTitle(t('merge.title'))
  useShortcut('closeOrder', () => navigate(doublesPath))
  const [stays, goes] = [contactUidSchema.safeParse(kept), contactUidSchema.safeParse(other)]
  if (!stays.success || !goes.success || stays.data === goes.data) return <NoSuchContact />
  return <KnownPair profile={profile} kept={stays.data} other={goes.data} />
}

interface KnownPairProps {
  readonly profile: Profile
  readonly kept: ContactUid
  readonly other: ContactUid
}

function KnownPair({ profile, kept, other }: KnownPairProps) {
  const stays = useNewest(profile.id, kept)
  const goes = useNewest(profile.id, other)
  const error = stays.error ?? goes.error
  if (stays.contact && goes.contact) {
    return (
      <>
        <LoadingBar active={stays.isFetching || goes.isFetching} />
        <Pair profile={profile} kept={kept} other={other} stays={stays.contact} goes={goes.contact} />
      </>
    )
  }
  if (error && toAppError(error).code === 'NOT_FOUND') return <NoSuchContact />
  const again = () => {
    void stays.refetch()
    void goes.refetch()
  }
  return error ? <LoadFailed error={error} onRetry={again} /> : <LoadingBar active />
}

/** The newest revision of a contact, read again whenever the journal has news of it. */
function useNewest(profile: ProfileId, uid: ContactUid) {
  const { data, error, isFetching, refetch } = useQuery(contactQueries.history(profile, uid))
  useJournalFollow(profile, uid, noOrders)
  return { contact: data?.versions[0], error, isFetching, refetch }
}

const noOrders: readonly string[] = []

const nameOf = (contact: Contact) => readContact(contact, '').name

/** Which contact it is, and the way to its page. */
const Named = ({ words, uid }: { readonly words: string; readonly uid: ContactUid }) => (
  <Anchor component={Link} href={contactPath(uid)}>
    <bdi>{words}</bdi>
  </Anchor>
)

interface PairProps extends KnownPairProps {
  readonly stays: Contact
  readonly goes: Contact
}

function Pair({ profile, kept, other, stays, goes }: PairProps) {
  const { t } = useTranslation('contacts')
  const heading = useStepFocus<HTMLHeadingElement>()
  const mayChange = profile.access === 'full'
  return (
    <article>
      <header className={classes.header}>
        <Anchor component={Link} href={doublesPath} size="sm">
          {t('merge.back')}
        </Anchor>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {t('merge.title')}
        </h1>
        <p className={classes.who}>
          <Named words={t('merge.staysNamed', { name: nameOf(stays) ?? kept })} uid={kept} />
          <Named words={t('merge.goesNamed', { name: nameOf(goes) ?? other })} uid={other} />
        </p>
        <p className={classes.about}>{t('merge.about')}</p>
      </header>
      <Section title={t('merge.fields')}>
        <TakenOver profile={profile.id} kept={kept} stays={stays} goes={goes} mayChange={mayChange} />
      </Section>
      <Section title={t('merge.orders')}>
        <ContactOrders
          profile={profile.id}
          uid={other}
          act={
            mayChange
              ? {
                  action: { kind: 'repoint', from: other, to: kept },
                  label: t('merge.repoint'),
                  hint: t('merge.repointHint'),
                }
              : undefined
          }
        />
      </Section>
      <Section title={t('merge.other')}>
        <p className={classes.about}>{t('merge.otherStays')}</p>
      </Section>
    </article>
  )
}
