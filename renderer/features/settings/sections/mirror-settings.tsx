import { useTranslation } from 'react-i18next'
import { MirrorSection } from '../../mirror'
import { SettingsSection } from '../settings-section'

/** The local copy of the orders. */
export function MirrorSettings() {
  const { t } = useTranslation('mirror')
  return (
    <SettingsSection title={t('title')}>
      <MirrorSection />
    </SettingsSection>
  )
}
