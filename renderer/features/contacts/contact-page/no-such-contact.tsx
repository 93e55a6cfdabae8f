import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { EmptyState } from '../../../ui/empty-state'
import { contactsPath } from '../contact-paths'

/** What an address leads to that names no contact of the contacts module. */
export function NoSuchContact() {
  const { t } = useTranslation('contacts')
  const [, navigate] = useLocation()
  return (
    <EmptyState title={t('page.none')} action={{ label: t('page.back'), run: () => navigate(contactsPath) }}>
      {t('page.noneReason')}
    </EmptyState>
  )
}
