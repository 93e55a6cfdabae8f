import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SettingsSection } from '../settings-section'
import { useSettings } from '../use-settings'

export function KeyboardSection() {
  const { t } = useTranslation('settings')
  const { settings, update } = useSettings()
  return (
    <SettingsSection title={t('keyboard.title')}>
      <Switch
        label={t('keyboard.single')}
        description={t('keyboard.singleHint')}
        checked={settings.shortcuts}
        onChange={(event) => update({ shortcuts: event.currentTarget.checked })}
      />
    </SettingsSection>
  )
}
