import { Button } from '@mantine/core'
import type { KeychainStatus, Profile } from '@shared/features/profiles'
import { IconKey, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Banner } from '../ui/banner'
import { addProfilePath } from './profile-switcher'
import { useConnectivity } from './use-connectivity'

/** What concerns the whole window, most pressing first. */
export function Banners({ profile, keychain }: { profile: Profile; keychain: KeychainStatus }) {
  return (
    <>
      <ConnectionBanner profile={profile} />
      <KeychainBanner keychain={keychain} />
      {profile.environment === 'built-in-sandbox' ? <SandboxBanner /> : null}
    </>
  )
}

/** The first start opens on the sandbox: it says so, and shows the way out. */
function SandboxBanner() {
  const { t } = useTranslation('shell')
  const [, navigate] = useLocation()
  return (
    <Banner
      tone="plain"
      action={
        <Button variant="default" size="compact-sm" onClick={() => navigate(addProfilePath)}>
          {t('sandbox.connect')}
        </Button>
      }
    >
      {t('sandbox.explanation')}
    </Banner>
  )
}

function ConnectionBanner({ profile }: { profile: Profile }) {
  const { t } = useTranslation('shell')
  const connectivity = useConnectivity(profile)
  if (connectivity === 'online') return null
  return (
    <Banner tone="heed" icon={<IconPlugConnectedX size={16} aria-hidden />}>
      {t(`offline.${connectivity}`, { name: profile.name })}
    </Banner>
  )
}

function KeychainBanner({ keychain }: { keychain: KeychainStatus }) {
  const { t } = useTranslation('shell')
  if (keychain.state !== 'missing' && keychain.state !== 'locked') return null
  return (
    <Banner tone="broken" icon={<IconKey size={16} aria-hidden />}>
      {t(`keychain.${keychain.state}`)}
    </Banner>
  )
}
