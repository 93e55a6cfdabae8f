import { Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core'
import {
  baseAddressOf,
  confirmableNames,
  environments,
  type Profile,
  profileLimits,
} from '@shared/features/profiles'
import { useTranslation } from 'react-i18next'
import classes from './profile-form.module.css'
import { hasMoved, keepsSecret } from './profile-form-values'
import { SecretField } from './secret-field'
import type { ProfileForm } from './use-profile-form'

interface FieldsProps {
  readonly form: ProfileForm
  /** As it is saved; absent for a new one. */
  readonly profile: Profile | undefined
}

/** The fields of a profile; those that its environment has no use for are absent. */
export function ProfileFields({ form, profile }: FieldsProps) {
  const { t } = useTranslation('profiles')
  const { t: tShell } = useTranslation('shell')
  const { environment } = form.values
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('form.name')}
        required
        withAsterisk={false}
        maxLength={profileLimits.name}
        {...form.getInputProps('name')}
      />
      <NativeSelect
        label={t('form.environment')}
        data={environments.map((value) => ({ value, label: tShell(`environments.${value}`) }))}
        {...form.getInputProps('environment')}
      />
      {environment === 'built-in-sandbox' ? (
        <p className={`${classes.line} ${classes.wide}`}>{t('form.sandboxNote')}</p>
      ) : (
        <AccountFields form={form} profile={profile} />
      )}
      <Switch
        className={classes.wide}
        label={t('form.readOnly')}
        description={t('form.readOnlyHint')}
        {...form.getInputProps('readOnly', { type: 'checkbox' })}
      />
      {environment === 'built-in-sandbox' ? null : <GuessedNames form={form} />}
    </div>
  )
}

/** Parameters that are sent only once somebody has found their names to be right. */
function GuessedNames({ form }: { form: ProfileForm }) {
  const { t } = useTranslation('profiles')
  return (
    <Checkbox.Group
      className={classes.wide}
      label={t('form.guessed.title')}
      description={t('form.guessed.hint')}
      {...form.getInputProps('confirmedNames')}
    >
      {confirmableNames.map((name) => (
        <Checkbox key={name} value={name} label={t(`form.guessed.${name}`)} mt={10} />
      ))}
    </Checkbox.Group>
  )
}

function AccountFields({ form, profile }: FieldsProps) {
  const { t } = useTranslation('profiles')
  return (
    <>
      <AddressField form={form} />
      <TextInput
        label={t('form.clientId')}
        required
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
        maxLength={profileLimits.clientId}
        {...form.getInputProps('clientId')}
      />
      <ClientSecretField form={form} profile={profile} />
      <TextInput
        label={t('form.distributorId')}
        required
        withAsterisk={false}
        spellCheck={false}
        maxLength={profileLimits.distributorId}
        {...form.getInputProps('distributorId')}
      />
      <TextInput
        label={t('form.scope')}
        description={t('form.scopeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        spellCheck={false}
        maxLength={profileLimits.scope}
        {...form.getInputProps('scope')}
      />
      <SecretField
        label={t('form.apiKey')}
        hint={t('form.apiKeyHint')}
        saved={profile?.hasApiKey && !hasMoved(profile, form.values) ? savedPlace(profile) : undefined}
        state={form.values.apiKeyIs}
        onState={(state) => form.setFieldValue('apiKeyIs', state)}
        removable
        maxLength={profileLimits.apiKey}
        input={form.getInputProps('apiKey')}
      />
    </>
  )
}

function AddressField({ form }: { form: ProfileForm }) {
  const { t } = useTranslation('profiles')
  const { environment } = form.values
  if (environment === 'custom') {
    return (
      <TextInput
        className={classes.wide}
        label={t('form.baseAddress')}
        description={t('form.baseAddressHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        withAsterisk={false}
        spellCheck={false}
        maxLength={profileLimits.baseAddress}
        {...form.getInputProps('baseAddress')}
      />
    )
  }
  return (
    <TextInput
      className={classes.wide}
      label={t('form.baseAddress')}
      description={t('form.derivedAddress')}
      inputWrapperOrder={['label', 'input', 'description']}
      readOnly
      variant="filled"
      value={baseAddressOf(environment) ?? ''}
    />
  )
}

function ClientSecretField({ form, profile }: FieldsProps) {
  const { t } = useTranslation('profiles')
  const moved = hasMoved(profile, form.values)
  const saved =
    profile && keepsSecret(profile, { ...form.values, secretIs: 'kept' }) ? savedPlace(profile) : undefined
  const secretHint = () => {
    if (!profile) return undefined
    if (moved) return t('form.willErase', { origin: originText(profile, t('onThisComputer')) })
    return profile.secret === 'none' ? t('form.noSecret') : undefined
  }
  return (
    <SecretField
      label={t('form.clientSecret')}
      hint={secretHint()}
      saved={saved}
      state={form.values.secretIs}
      onState={(state) => form.setFieldValue('secretIs', state === 'replaced' ? 'replaced' : 'kept')}
      required={!profile}
      maxLength={profileLimits.clientSecret}
      input={form.getInputProps('clientSecret')}
    />
  )
}

const savedPlace = ({ secret }: Profile) => (secret === 'none' ? undefined : secret)

const originText = ({ baseAddress }: Profile, here: string) =>
  baseAddress === undefined ? here : new URL(baseAddress).origin
