import type { Contact } from '@shared/api'
import type { AmendedField } from '@shared/features/amendments'
import { catchingUp, placeOnOrder, savedContactDifferences } from '@shared/features/contacts'
import type { ContactUid, OrderReference, ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import { ChangeList } from '../../order-words'
import classes from './edit-contact.module.css'

interface OutcomeProps {
  readonly profile: ProfileId
  readonly reference: OrderReference | undefined
  readonly uid: ContactUid
  readonly sent: { readonly contact: Contact; readonly edits: readonly AmendedField[] }
}

/** The contact as it came back against what was sent, and the order's copy against the contact. */
export function Outcome({ profile, reference, uid, sent }: OutcomeProps) {
  const { t } = useTranslation('contacts')
  const after = useQuery({
    queryKey: ['contacts', profile, 'after-editing', reference, uid, sent.contact.contact_version],
    queryFn: async () => {
      const [{ contact }, read] = await Promise.all([
        ipc.contacts.getContact({ profile, contact: uid }),
        reference === undefined ? undefined : ipc.orders.getOrder({ profile, order: reference, fresh: true }),
      ])
      return { contact, order: read?.order }
    },
    gcTime: 0,
  })
  if (after.error) return <ErrorNotice error={after.error} />
  if (!after.data) return null
  const { contact, order } = after.data
  const at = placeOnOrder(order, uid)
  const isThere = reference === undefined || at !== undefined
  const differences = [
    ...savedContactDifferences(sent.contact, sent.edits, contact),
    ...(at === undefined ? [] : catchingUp(order, at, contact)),
  ]
  return (
    <section aria-live="polite">
      {differences.length === 0 && isThere ? (
        <p>
          {reference === undefined
            ? t('edit.asSentAlone', { version: contact.contact_version })
            : t('edit.asSent', { version: contact.contact_version, order: reference })}
        </p>
      ) : (
        <>
          <p role="alert" className={classes.warning}>
            {t(isThere ? 'edit.differs' : 'edit.notOnOrder')}
          </p>
          <ChangeList changes={differences} currency="" />
        </>
      )}
    </section>
  )
}
