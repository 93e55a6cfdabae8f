import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SettingsSection } from '../settings-section'
import { useSettings } from '../use-settings'

/** Who sits at this desk. Saved on leaving the field. */
export function YouSection() {
  const { t } = useTranslation('settings')
  const { settings, system, update } = useSettings()
  const [signature, setSignature] = useState(settings.deskUser)
  const save = () => {
    const deskUser = signature.trim()
    setSignature(deskUser)
    if (deskUser !== settings.deskUser) update({ deskUser })
  }
  return (
    <SettingsSection title={t('you.title')}>
      <TextInput
        label={t('you.label')}
        description={t('you.hint', { account: system.deskUser })}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder={system.deskUser}
        maxLength={80}
        value={signature}
        onChange={(event) => setSignature(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
        }}
      />
    </SettingsSection>
  )
}
