import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Choice } from '../choice'
import { SettingsSection } from '../settings-section'
import { useSettings } from '../use-settings'

const colorSchemes = ['auto', 'light', 'dark'] as const
const densities = ['compact', 'comfortable'] as const
const zooms = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

/** Colours, density and size. Each takes effect in every window at once. */
export function AppearanceSection() {
  const { t, i18n } = useTranslation('settings')
  const { settings, update } = useSettings()
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  // Zooming from the menu knows other steps: the present one is always among them.
  const steps = [...new Set([...zooms, settings.zoom])].sort((a, b) => a - b)
  return (
    <SettingsSection title={t('appearance.title')}>
      <Choice
        label={t('appearance.colorScheme')}
        options={colorSchemes.map((value) => ({ value, label: t(`appearance.colorSchemes.${value}`) }))}
        value={settings.colorScheme}
        onChange={(colorScheme) => update({ colorScheme })}
      />
      <Choice
        label={t('appearance.density')}
        options={densities.map((value) => ({ value, label: t(`appearance.densities.${value}`) }))}
        value={settings.density}
        onChange={(density) => update({ density })}
      />
      <NativeSelect
        label={t('appearance.zoom')}
        data={steps.map((step) => ({ value: String(step), label: percent.format(step) }))}
        value={String(settings.zoom)}
        onChange={(event) => update({ zoom: Number(event.currentTarget.value) })}
      />
    </SettingsSection>
  )
}
