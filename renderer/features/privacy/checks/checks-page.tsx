import { Anchor } from '@mantine/core'
import type { Profile } from '@shared/features/profiles'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useShortcut } from '../../../lib/shortcuts'
import { useStepFocus } from '../../../lib/use-step-focus'
import { useWindowTitle } from '../../../lib/window-title'
import { Section } from '../../../ui/section'
import { privacyPath } from '../paths'
import classes from '../privacy.module.css'
import { CertificateCheck } from './certificate-check'
import { ErasedLookup } from './erased-lookup'

/** Whether a certificate is genuine, and whether somebody was erased. */
export function ChecksPage({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('privacy')
  const [, navigate] = useLocation()
  const heading = useStepFocus<HTMLHeadingElement>()
  useWindowTitle(t('checks.title'))
  useShortcut('closeOrder', () => navigate(privacyPath))
  return (
    <article className={classes.article}>
      <Anchor component={Link} href={privacyPath} size="sm">
        {t('page.back')}
      </Anchor>
      <h1 ref={heading} tabIndex={-1} className={classes.title}>
        {t('checks.title')}
      </h1>
      <Section title={t('checks.certificate')}>
        <CertificateCheck />
      </Section>
      <Section title={t('checks.erased')}>
        <ErasedLookup profile={profile.id} />
      </Section>
    </article>
  )
}
