import type { OrderContact } from '@shared/features/orders'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/section'
import { ContactDetails, EditContactButton } from '../../../contacts'
import { useWords } from '../../../order-words'
import classes from './contacts.module.css'

interface ContactsTabProps {
  readonly contacts: readonly OrderContact[]
  /** Where known contacts may be changed; absent where nothing may be. */
  readonly onOrder: { readonly profile: ProfileId; readonly reference: OrderReference } | undefined
}

/** Everybody on the order, with every field that was sent. */
export function ContactsTab({ contacts, onOrder }: ContactsTabProps) {
  const { t } = useTranslation('order')
  if (contacts.length === 0) return <p className={classes.empty}>{t('contacts.none')}</p>
  return (
    <div>
      {contacts.map((contact) => (
        <ContactSection key={contact.key} contact={contact} onOrder={onOrder} />
      ))}
    </div>
  )
}

function ContactSection({ contact, onOrder }: Pick<ContactsTabProps, 'onOrder'> & { contact: OrderContact }) {
  const { t } = useTranslation('order')
  const { word } = useWords()
  const { uid, type, name } = contact
  return (
    <Section
      title={name ?? t('contacts.noName')}
      aside={
        <div className={classes.aside}>
          {type ? <span title={type}>{word('contactType', type)}</span> : null}
          {onOrder && uid !== undefined ? <EditContactButton {...onOrder} contact={uid} name={name} /> : null}
        </div>
      }
    >
      <ContactDetails contact={contact} />
    </Section>
  )
}
