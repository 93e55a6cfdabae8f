import { Button, Group, Input, PasswordInput, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './profile-form.module.css'
import type { ProfileForm } from './use-profile-form'

interface SecretFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** Where one is kept already; absent: none is. */
  readonly saved?: 'keychain' | 'session' | undefined
  readonly state: 'kept' | 'replaced' | 'dropped'
  readonly onState: (state: 'kept' | 'replaced' | 'dropped') => void
  /** Whether it can be removed without a replacement. */
  readonly removable?: boolean
  readonly required?: boolean
  readonly maxLength: number
  /** What the form gives for this field. */
  readonly input: ReturnType<ProfileForm['getInputProps']>
}

/** A secret: what is saved is never shown, only where it is and how to replace it. */
export function SecretField(props: SecretFieldProps) {
  const { label, hint, saved, state, required = false, maxLength, input } = props
  const { t } = useTranslation('profiles')
  if (saved && state !== 'replaced') return <KeptSecret {...props} saved={saved} />
  return (
    <div>
      <PasswordInput
        label={label}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required={required}
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        visibilityToggleButtonProps={{ 'aria-label': t('form.reveal'), tabIndex: 0 }}
        {...input}
      />
      {saved ? (
        <Button size="compact-xs" variant="subtle" onClick={() => props.onState('kept')}>
          {t('form.keepSaved')}
        </Button>
      ) : null}
    </div>
  )
}

function KeptSecret({
  label,
  saved,
  state,
  onState,
  removable = false,
}: SecretFieldProps & { saved: 'keychain' | 'session' }) {
  const { t } = useTranslation('profiles')
  return (
    <div>
      <Input.Label component="div">{label}</Input.Label>
      <Group gap={8} className={classes.kept} wrap="nowrap">
        <Text span c="dimmed">
          {state === 'dropped' ? t('form.dropped') : t(`form.savedIn.${saved}`)}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`${t('form.replace')}: ${label}`}
          onClick={() => onState('replaced')}
        >
          {t('form.replace')}
        </Button>
        {removable && state === 'kept' ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${t('form.drop')}: ${label}`}
            onClick={() => onState('dropped')}
          >
            {t('form.drop')}
          </Button>
        ) : null}
      </Group>
    </div>
  )
}
