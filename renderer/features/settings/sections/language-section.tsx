import { NativeSelect } from '@mantine/core'
import { languages, type Settings } from '@shared/features/settings'
import { useTranslation } from 'react-i18next'
import { SettingsSection } from '../settings-section'
import { useSettings } from '../use-settings'

export function LanguageSection() {
  const { t } = useTranslation('settings')
  const { settings, system, update } = useSettings()
  const options: { value: Settings['language']; label: string }[] = [
    { value: 'auto', label: t('language.auto', { language: t(`language.${system.language}`) }) },
    ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
  ]
  return (
    <SettingsSection title={t('language.title')}>
      <NativeSelect
        label={t('language.label')}
        data={options}
        value={settings.language}
        onChange={(event) => {
          const chosen = options.find(({ value }) => value === event.currentTarget.value)
          if (chosen) update({ language: chosen.value })
        }}
      />
    </SettingsSection>
  )
}
