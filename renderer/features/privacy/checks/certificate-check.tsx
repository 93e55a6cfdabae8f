import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import type { Tone } from '../../../tokens'
import { ErrorNotice } from '../../../ui/error-notice'
import { StatusChip } from '../../../ui/status-chip'
import classes from '../privacy.module.css'
import { CertificateView } from '../request-page/prove/certificate-view'

const tones = {
  valid: 'confirmed',
  'other-key': 'unknown',
  changed: 'failed',
  unreadable: 'failed',
} as const satisfies Record<string, Tone>

/** Asks for a certificate's file, and says whether this installation signed it and it is unchanged. */
export function CertificateCheck() {
  const { t } = useTranslation('privacy')
  const verify = useMutation({ mutationFn: () => ipc.privacy.verifyCertificate({}), gcTime: 0 })
  const { verdict, certificate } = verify.data ?? {}
  return (
    <>
      <p className={classes.quiet}>{t('checks.certificateHint')}</p>
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('checks.choose')}
      </Button>
      {verify.error ? <ErrorNotice error={verify.error} /> : null}
      <div role="status">
        {verdict ? (
          <p>
            <StatusChip tone={tones[verdict]} label={t(`checks.verdict.${verdict}`)} />{' '}
            {t(`checks.verdictHint.${verdict}`)}
          </p>
        ) : null}
      </div>
      {certificate ? <CertificateView certificate={certificate} /> : null}
    </>
  )
}
