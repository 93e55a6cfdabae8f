import { Button } from '@mantine/core'
import type { RequestId } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../../lib/ipc'
import { toastDone, toastError } from '../../../../ui/toasts'

/** Saves the certificate: PDF to read, JSON to verify. */
export function SaveCertificate(at: { readonly profile: ProfileId; readonly request: RequestId }) {
  const { t } = useTranslation('privacy')
  const save = useMutation({
    mutationFn: (as: 'json' | 'pdf') => ipc.privacy.saveCertificate({ ...at, as }),
    onSuccess: ({ savedAs }) => {
      if (savedAs !== undefined) toastDone({ title: t('certificate.saved', { name: savedAs }) })
    },
    onError: (error) => toastError(error),
  })
  return (['pdf', 'json'] as const).map((as) => (
    <Button
      key={as}
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={save.isPending && save.variables === as}
      disabled={save.isPending}
      onClick={() => save.mutate(as)}
    >
      {t(`certificate.save.${as}`)}
    </Button>
  ))
}
