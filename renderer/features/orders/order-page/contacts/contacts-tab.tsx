import { type ContactField, contactGroups, type OrderContact } from '@shared/features/orders'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/section'
import { EditContactButton } from '../../../contacts'
import { Fact, Facts, keyed, Notes, RecordedTime, useWords } from '../../../order-words'
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
  const { uid, type, name, fields, notes, customFields } = contact
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
      {contactGroups.map((group) => {
        const own = fields.filter((field) => field.group === group)
        return own.length > 0 ? (
          <div key={group} className={classes.group}>
            <h3 className={classes.groupTitle}>{t(`contacts.groups.${group}`)}</h3>
            <Facts>
              {own.map((field) => (
                <ContactFact key={field.name} contactField={field} />
              ))}
            </Facts>
          </div>
        ) : null
      })}
      {customFields.length > 0 ? (
        <div className={classes.group}>
          <h3 className={classes.groupTitle}>{t('contacts.customFields')}</h3>
          <Facts>
            {keyed(customFields).map(({ key, item: { name: label = '', value = '' } }) => (
              <Fact key={key} label={label} value={value} />
            ))}
          </Facts>
        </div>
      ) : null}
      {notes.length > 0 ? (
        <div className={classes.group}>
          <h3 className={classes.groupTitle}>{t('contacts.notes')}</h3>
          <Notes notes={notes} />
        </div>
      ) : null}
    </Section>
  )
}

const mono = new Set(['contact_uid', 'contact_external_uid', 'contact_number', 'contact_passport'])

function ContactFact({ contactField: { name, value } }: { contactField: ContactField }) {
  const { field, word } = useWords()
  const shown =
    name === 'contact_gender'
      ? word('gender', value)
      : name === 'contact_classification'
        ? word('classification', value)
        : undefined
  return (
    <Fact label={field(name)} value={value} mono={mono.has(name)}>
      {parseOffsetDateTime(value) ? <RecordedTime at={value} /> : shown}
    </Fact>
  )
}
