import { NumberInput } from '@mantine/core'
import { undoBounds } from '@shared/features/settings'
import { useTranslation } from 'react-i18next'
import { SettingsSection } from '../settings-section'
import { useSettings } from '../use-settings'

/** How long an operation waits before it is sent. Takes effect at once, for what is asked for from then on. */
export function UndoSection() {
  const { t } = useTranslation('settings')
  const { settings, update } = useSettings()
  return (
    <SettingsSection title={t('undo.title')}>
      <NumberInput
        label={t('undo.label')}
        description={t('undo.hint')}
        inputWrapperOrder={['label', 'input', 'description']}
        min={undoBounds.min}
        max={undoBounds.max}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={settings.undoSeconds}
        onChange={(value) => {
          if (typeof value === 'number') update({ undoSeconds: value })
        }}
      />
    </SettingsSection>
  )
}
