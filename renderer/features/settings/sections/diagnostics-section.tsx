import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { toastDone, toastError } from '../../../ui/toasts'
import classes from '../settings.module.css'
import { SettingsSection } from '../settings-section'

export function DiagnosticsSection() {
  const { t } = useTranslation('settings')
  const copy = useMutation({
    mutationFn: () => ipc.settings.copyDiagnostics({}),
    onSuccess: ({ lines }) =>
      toastDone({ title: t('diagnostics.done'), message: t('diagnostics.doneLines', { count: lines }) }),
    onError: (error) => toastError(error),
  })
  return (
    <SettingsSection title={t('diagnostics.title')}>
      <p className={classes.hint}>{t('diagnostics.hint')}</p>
      <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate()}>
        {t('diagnostics.copy')}
      </Button>
    </SettingsSection>
  )
}
