import { Anchor, Button } from '@mantine/core'
import type { Contact } from '@shared/api'
import { readContact } from '@shared/features/orders'
import type { Profile } from '@shared/features/profiles'
import type { ContactUid } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useShortcut } from '../../../lib/shortcuts'
import { useStepFocus } from '../../../lib/use-step-focus'
import { CopyButton } from '../../../ui/copyable'
import { Kbd } from '../../../ui/kbd'
import { LoadFailed } from '../../../ui/load-failed'
import { Section } from '../../../ui/section'
import { ContactDetails } from '../contact-details'
import { contactsPath } from '../contact-paths'
import { TypeChip } from '../contacts-list/type-chip'
import { EditContactDialog } from '../edit-contact-dialog/edit-contact-dialog'
import { ContactOrders } from './contact-orders'
import classes from './contact-page.module.css'
import { ContactVersions } from './contact-versions'

interface ContactViewProps {
  readonly profile: Profile
  readonly uid: ContactUid
  /** The newest first; at least one. */
  readonly versions: readonly Contact[]
  /** Of the last reading, when it failed: what is shown is older then. */
  readonly error: unknown
  readonly onRefresh: () => void
}

/** A contact that was read: who it is, every field of it, what changed in it, and its orders. */
export function ContactView({ profile, uid, versions, error, onRefresh }: ContactViewProps) {
  const { t } = useTranslation('contacts')
  const heading = useStepFocus<HTMLHeadingElement>()
  const [editing, setEditing] = useState(false)
  const edit = () => setEditing(true)
  useShortcut('amendOrder', edit, { enabled: profile.access === 'full' && !editing })
  const contact = readContact(versions[0], uid)
  const version = versions[0]?.contact_version
  return (
    <article>
      <header className={classes.header}>
        <Anchor component={Link} href={contactsPath} size="sm">
          {t('page.back')}
        </Anchor>
        <div className={classes.top}>
          <h1 ref={heading} tabIndex={-1} className={classes.name}>
            <bdi>{contact.name ?? t('page.noName')}</bdi>
          </h1>
          <TypeChip type={contact.type} />
          {version ? <span className={classes.quiet}>{t('page.version', { version })}</span> : null}
          <span className={classes.uid}>
            {uid} <CopyButton value={uid} label={t('columns.uid')} />
          </span>
          {profile.access === 'full' ? (
            <div className={classes.actions}>
              <Button
                variant="default"
                size="compact-sm"
                onClick={edit}
                rightSection={<Kbd keys="E" decorative />}
              >
                {t('edit.open')}
              </Button>
            </div>
          ) : null}
        </div>
      </header>
      {editing ? (
        <EditContactDialog profile={profile.id} contact={uid} onClose={() => setEditing(false)} />
      ) : null}
      {error ? <LoadFailed error={error} onRetry={onRefresh} /> : null}
      <Section title={t('page.details')}>
        <ContactDetails contact={contact} />
      </Section>
      <Section title={t('page.orders')}>
        <ContactOrders
          profile={profile.id}
          uid={uid}
          act={
            profile.access === 'full'
              ? {
                  action: { kind: 'contact', contact: uid },
                  label: t('orders.update'),
                  hint: t('orders.updateHint'),
                }
              : undefined
          }
        />
      </Section>
      <Section title={t('page.versions')}>
        <ContactVersions versions={versions} />
      </Section>
    </article>
  )
}
