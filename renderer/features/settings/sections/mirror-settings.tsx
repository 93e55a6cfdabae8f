import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MirrorSection } from '../../mirror'
import { SettingsSection } from '../settings-section'
import { useSettings } from '../use-settings'

/** The local copy of the orders. */
export function MirrorSettings() {
  const { t } = useTranslation('mirror')
  const { settings, update } = useSettings()
  return (
    <SettingsSection title={t('title')}>
      <MirrorSection />
      <Switch
        label={t('metered.label')}
        description={t('metered.hint')}
        checked={!settings.copyOverMetered}
        onChange={(event) => update({ copyOverMetered: !event.currentTarget.checked })}
      />
    </SettingsSection>
  )
}
