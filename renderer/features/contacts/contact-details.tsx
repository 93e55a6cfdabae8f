import { type ContactField, contactGroups, type OrderContact } from '@shared/features/orders'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { useTranslation } from 'react-i18next'
import { Fact, Facts, keyed, Notes, RecordedTime, useWords } from '../order-words'
import classes from './contact-details.module.css'

/** Every field of a contact that was sent, under what it is about; what nobody told us of stands last. */
export function ContactDetails({ contact }: { readonly contact: OrderContact }) {
  const { t } = useTranslation('order')
  const { fields, notes, customFields } = contact
  return (
    <>
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
    </>
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
