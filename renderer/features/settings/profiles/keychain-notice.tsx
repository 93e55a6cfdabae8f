import { Button } from '@mantine/core'
import type { KeychainStatus } from '@shared/features/profiles'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { profilesQuery } from '../../profiles'
import classes from './keychain-notice.module.css'

const platforms = ['linux', 'darwin', 'win32'] as const

/** Says what is wrong with the keychain, what that means and what to do on this system; nothing when all is well. */
export function KeychainNotice({ keychain }: { keychain: KeychainStatus }) {
  const { t } = useTranslation('profiles')
  const queryClient = useQueryClient()
  const again = useMutation({
    mutationFn: () => ipc.profiles.checkKeychain({}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: profilesQuery().queryKey }),
  })
  const { state, detail } = keychain
  if (state !== 'missing' && state !== 'locked') return null
  const platform = platforms.find((name) => name === window.gatehouse.platform) ?? 'linux'
  const stillNot = again.data && again.data.state !== 'ready'
  return (
    <div role="alert" className={classes.notice}>
      <IconKey size={16} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <div className={classes.title}>{t(`keychain.${state}.title`)}</div>
        <p className={classes.line}>{t(`keychain.${state}.body`)}</p>
        <p className={classes.line}>{t(`keychain.steps.${platform}.${state}`)}</p>
        {detail ? (
          <p className={classes.line}>
            {t('keychain.detail')}: <code>{detail}</code>
          </p>
        ) : null}
        <div className={classes.actions}>
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            {t('keychain.again')}
          </Button>
          <span role="status">{stillNot ? t('keychain.stillNot') : ''}</span>
        </div>
      </div>
    </div>
  )
}
