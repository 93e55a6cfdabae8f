import { useForm } from '@mantine/form'
import type { Profile } from '@shared/features/profiles'
import { useTranslation } from 'react-i18next'
import { initialValues, type ProfileFormValues, problemsOf } from './profile-form-values'

/** The form of a profile. A field is judged when it is left, and all of them on saving. */
export function useProfileForm(profile: Profile | undefined) {
  const { t } = useTranslation('profiles')
  return useForm<ProfileFormValues>({
    mode: 'controlled',
    initialValues: initialValues(profile),
    validateInputOnBlur: true,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(problemsOf(profile, values)).map(([field, problem]) => [
          field,
          t(`invalid.${problem}`),
        ]),
      ),
  })
}
export type ProfileForm = ReturnType<typeof useProfileForm>
